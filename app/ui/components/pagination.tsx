import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { keyed } from '#app/ui/keyed.ts';
import { PaginationLink, type PaginationLinkProps } from './pagination-link.tsx';

export type PageLink = {
	readonly number: ReactNode;
	readonly href: string;
	readonly current?: boolean | undefined;
	/** What the link is called; “Page 3” unless it says otherwise. */
	readonly label?: string | undefined;
};

type Neighbour = Pick<PaginationLinkProps, 'href' | 'text' | 'label'>;

type PaginationProps = Omit<ComponentPropsWithoutRef<'nav'>, 'children'> & {
	readonly previous?: Neighbour | undefined;
	readonly next?: Neighbour | undefined;
	readonly items?: readonly (PageLink | 'ellipsis')[] | undefined;
	readonly label?: string | undefined;
};

export function Pagination({ previous, next, items, label = 'Pagination', className, ...rest }: PaginationProps) {
	const block = !items && Boolean(previous || next);
	return (
		<nav
			className={classNames('govuk-pagination', block && 'govuk-pagination--block', className)}
			aria-label={label}
			{...rest}
		>
			{previous && <PaginationLink direction="prev" block={block} {...previous} />}
			{items && (
				<ul className="govuk-pagination__list">
					{keyed(items).map(({ key, item }) => (
						<PaginationItem key={key} item={item} />
					))}
				</ul>
			)}
			{next && <PaginationLink direction="next" block={block} {...next} />}
		</nav>
	);
}

function PaginationItem({ item }: { readonly item: PageLink | 'ellipsis' }) {
	if (item === 'ellipsis') return <li className="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
	return (
		<li className={classNames('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
			<a
				className="govuk-link govuk-pagination__link"
				href={item.href}
				aria-label={item.label ?? `Page ${item.number}`}
				aria-current={item.current ? 'page' : undefined}
			>
				{item.number}
			</a>
		</li>
	);
}
