import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { keyed } from '#app/ui/keyed.ts';
import { type SummaryAction, SummaryActionLink } from './summary-action-link.tsx';

export type CardProps = Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'children'> & {
	readonly title?: ReactNode;
	readonly headingLevel?: 2 | 3 | 4 | undefined;
	readonly actions?: readonly SummaryAction[] | undefined;
};

export function SummaryCard({
	title,
	headingLevel = 2,
	actions = [],
	className,
	children,
	...rest
}: CardProps & { readonly children: ReactNode }) {
	const Heading = `h${headingLevel}` as const;
	const [only, ...others] = actions;
	return (
		<div className={classNames('govuk-summary-card', className)} {...rest}>
			<div className="govuk-summary-card__title-wrapper">
				{title && <Heading className="govuk-summary-card__title">{title}</Heading>}
				{only && others.length === 0 && (
					<div className="govuk-summary-card__actions">
						<SummaryActionLink action={only} cardTitle={title} />
					</div>
				)}
				{others.length > 0 && (
					<ul className="govuk-summary-card__actions">
						{keyed(actions).map(({ key, item }) => (
							<li key={key} className="govuk-summary-card__action">
								<SummaryActionLink action={item} cardTitle={title} />
							</li>
						))}
					</ul>
				)}
			</div>
			<div className="govuk-summary-card__content">{children}</div>
		</div>
	);
}
