import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { keyed } from '#app/ui/keyed.ts';
import { type SummaryAction, SummaryActionLink } from './summary-action-link.tsx';
import { type CardProps, SummaryCard } from './summary-card.tsx';

export type SummaryRow = {
	readonly key: ReactNode;
	readonly value: ReactNode;
	readonly actions?: readonly SummaryAction[] | undefined;
	readonly className?: string | undefined;
};

type SummaryListProps = Omit<ComponentPropsWithoutRef<'dl'>, 'children'> & {
	readonly rows: readonly SummaryRow[];
	/** Puts the list in a card with this title, which every action then names. */
	readonly card?: CardProps | undefined;
};

export function SummaryList({ rows, card, className, ...rest }: SummaryListProps) {
	const anyActions = rows.some((row) => row.actions && row.actions.length > 0);
	const list = (
		<dl className={classNames('govuk-summary-list', className)} {...rest}>
			{keyed(rows).map(({ key, item: row }) => (
				<div
					key={key}
					className={classNames(
						'govuk-summary-list__row',
						anyActions && !row.actions && 'govuk-summary-list__row--no-actions',
						row.className,
					)}
				>
					<dt className="govuk-summary-list__key">{row.key}</dt>
					<dd className="govuk-summary-list__value">{row.value}</dd>
					<RowActions actions={row.actions ?? []} cardTitle={card?.title} />
				</div>
			))}
		</dl>
	);
	return card ? <SummaryCard {...card}>{list}</SummaryCard> : list;
}

type RowActionsProps = { readonly actions: readonly SummaryAction[]; readonly cardTitle: ReactNode };

function RowActions({ actions, cardTitle }: RowActionsProps) {
	const [only, ...others] = actions;
	if (!only) return null;
	return (
		<dd className="govuk-summary-list__actions">
			{others.length === 0 ? (
				<SummaryActionLink action={only} cardTitle={cardTitle} />
			) : (
				<ul className="govuk-summary-list__actions-list">
					{keyed(actions).map(({ key, item }) => (
						<li key={key} className="govuk-summary-list__actions-list-item">
							<SummaryActionLink action={item} cardTitle={cardTitle} />
						</li>
					))}
				</ul>
			)}
		</dd>
	);
}
