import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';

export type PaginationLinkProps = {
	readonly direction: 'prev' | 'next';
	readonly href: string;
	readonly text?: ReactNode;
	/** The title of the page that it leads to, shown when there are no page numbers. */
	readonly label?: ReactNode;
	/** There are no page numbers: the two links stand one above the other. */
	readonly block: boolean;
};

const WORDS = { prev: 'Previous', next: 'Next' };
const ARROWS = {
	prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
	next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

export function PaginationLink({ direction, href, text, label, block }: PaginationLinkProps) {
	const arrowFirst = block || direction === 'prev';
	return (
		<div className={`govuk-pagination__${direction}`}>
			<a className="govuk-link govuk-pagination__link" href={href} rel={direction}>
				{arrowFirst && <Arrow direction={direction} />}
				<span
					className={classNames(
						'govuk-pagination__link-title',
						block && !label && 'govuk-pagination__link-title--decorated',
					)}
				>
					{text ?? (
						<>
							{WORDS[direction]}
							<span className="govuk-visually-hidden"> page</span>
						</>
					)}
				</span>
				{label && block && (
					<>
						{' '}
						<span className="govuk-visually-hidden">:</span>{' '}
						<span className="govuk-pagination__link-label">{label}</span>
					</>
				)}
				{!arrowFirst && <Arrow direction={direction} />}
			</a>
		</div>
	);
}

function Arrow({ direction }: Pick<PaginationLinkProps, 'direction'>) {
	return (
		<svg
			className={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
			xmlns="http://www.w3.org/2000/svg"
			height="13"
			width="15"
			aria-hidden="true"
			focusable="false"
			viewBox="0 0 15 13"
		>
			<path d={ARROWS[direction]} />
		</svg>
	);
}
