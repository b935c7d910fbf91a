import { Details } from '#app/ui/components/details.tsx';
import type { DebriefView } from './debrief-view.ts';

type AgreedProps = { readonly agreed: NonNullable<DebriefView['agreed']> };

/** What those who wrote the logs agree on, beside the logs and never in place of one, with the way to write it. */
export function AgreedNote({ agreed: { newest, earlier, href } }: AgreedProps) {
	return (
		<>
			<h3 className="govuk-heading-s">What you agreed</h3>
			{newest ? <Version version={newest} /> : <p className="govuk-body">Nothing is written yet.</p>}
			{href && (
				<p className="govuk-body">
					<a className="govuk-link" href={href}>
						{newest ? 'Change what you agreed' : 'Write what you agreed'}
					</a>
				</p>
			)}
			{earlier.length > 0 && (
				<Details summary="Earlier versions of what was agreed">
					{earlier.map((version) => (
						<Version key={version.saved} version={version} />
					))}
				</Details>
			)}
		</>
	);
}

function Version({ version: { note, saved } }: { readonly version: AgreedProps['agreed']['earlier'][number] }) {
	return (
		<div className="saved-log">
			<p className="govuk-body measure typed-text">{note}</p>
			<p className="govuk-body quiet">{saved}</p>
		</div>
	);
}
