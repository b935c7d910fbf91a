import type { ReactNode } from 'react';

type PageHeaderProps = {
	/** Where we are: the cohort, its session, the day. */
	readonly caption?: ReactNode;
	readonly title: ReactNode;
	/** What belongs to the heading, such as a session strip or a sentence. */
	readonly children?: ReactNode;
};

export function PageHeader({ caption, title, children }: PageHeaderProps) {
	return (
		<div className="page-header">
			{caption && <p className="govuk-caption-l page-header__caption">{caption}</p>}
			<h1 className="govuk-heading-l page-header__title">{title}</h1>
			{children}
		</div>
	);
}
