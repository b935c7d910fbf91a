import { InsetText } from '#app/ui/components/inset-text.tsx';
import type { CohortView } from './cohort-view.ts';

/** Whether the cohort is a draft still, and where it is arranged, as far as that is the reader’s. */
export function Arranging({
	view: { draft, termPlan, teamHref, fidelity, received, retentionHref, pattern, pair, messagesHref },
}: {
	readonly view: CohortView;
}) {
	return (
		<>
			{draft && (
				<InsetText>
					This is a draft: something is in the way of its sessions. Nobody can get a place in it yet.{' '}
					{draft.open && (
						<a className="govuk-link" href={draft.open}>
							Check it and open it
						</a>
					)}
				</InsetText>
			)}
			<LinkLine href={termPlan} text="Term plan to print" />
			<LinkLine href={teamHref} text="Team, and how constant it was" />
			{fidelity && <LinkLine href={fidelity} text="Fidelity: delivered as intended?" />}
			{received && <LinkLine href={received} text="What each person received" />}
			{retentionHref && <LinkLine href={retentionHref} text="Who stays and who leaves, where and why" />}
			{pattern && <LinkLine href={pattern} text="Change the pattern" />}
			{messagesHref && <LinkLine href={messagesHref} text="Messages: what is on, planned and sent" />}
			{pair && <LinkLine href={pair} text="Linked cohort of the other side" />}
		</>
	);
}

function LinkLine({ href, text }: { readonly href: string; readonly text: string }) {
	return (
		<p className="govuk-body no-print">
			<a className="govuk-link" href={href}>
				{text}
			</a>
		</p>
	);
}
