import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { keyed } from '#app/ui/keyed.ts';

/** A step on the way to the page; the one without an address is the page itself. */
export type Breadcrumb = { readonly text: ReactNode; readonly href?: string | undefined };

type BreadcrumbsProps = Omit<ComponentPropsWithoutRef<'nav'>, 'children'> & {
	readonly items: readonly Breadcrumb[];
	readonly label?: string | undefined;
	/** Show only the first and the last on a phone. */
	readonly collapseOnMobile?: boolean | undefined;
};

export function Breadcrumbs({ items, label = 'Breadcrumb', collapseOnMobile, className, ...rest }: BreadcrumbsProps) {
	const collapse = collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile';
	return (
		<nav className={classNames('govuk-breadcrumbs', className, collapse)} aria-label={label} {...rest}>
			<ol className="govuk-breadcrumbs__list">
				{keyed(items).map(({ key, item }) => (
					<li key={key} className="govuk-breadcrumbs__list-item" aria-current={item.href ? undefined : 'page'}>
						{item.href ? (
							<a className="govuk-breadcrumbs__link" href={item.href}>
								{item.text}
							</a>
						) : (
							item.text
						)}
					</li>
				))}
			</ol>
		</nav>
	);
}
