import type { ReactNode } from 'react';

type EmptyStateProps = {
	/** What is not there: “No cohorts yet”. */
	readonly title: string;
	/** What to do about it. */
	readonly children?: ReactNode;
	readonly headingLevel?: 2 | 3;
};

/** Stands where a list would. */
export function EmptyState({ title, children, headingLevel = 2 }: EmptyStateProps) {
	const Heading = `h${headingLevel}` as const;
	return (
		<div className="empty-state">
			<Heading className="govuk-heading-m empty-state__title">{title}</Heading>
			{typeof children === 'string' ? <p className="govuk-body">{children}</p> : children}
		</div>
	);
}
