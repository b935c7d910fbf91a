import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';

export type SummaryAction = {
	readonly href: string;
	readonly text: ReactNode;
	/** What the action is about, for those who hear the link without its row. */
	readonly about?: string | undefined;
	readonly className?: string | undefined;
};

type SummaryActionLinkProps = { readonly action: SummaryAction; readonly cardTitle: ReactNode };

export function SummaryActionLink({ action, cardTitle }: SummaryActionLinkProps) {
	const spoken = action.about || cardTitle;
	return (
		<a className={classNames('govuk-link', action.className)} href={action.href}>
			{action.text}
			{spoken && (
				<span className="govuk-visually-hidden">
					{action.about && ` ${action.about}`}
					{cardTitle && <> ({cardTitle})</>}
				</span>
			)}
		</a>
	);
}
