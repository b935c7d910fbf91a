import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import type { DebriefView } from './debrief-view.ts';

type SupervisionProps = { readonly supervision: NonNullable<DebriefView['supervision']> };

const STATES: Readonly<Record<SupervisionProps['supervision']['state'], string>> = {
	none: 'Nobody has asked to bring this session to supervision.',
	asked: 'A lead is asked to bring this session to supervision.',
	held: 'A lead has said what came of it.',
};

/** Whether the session is brought to supervision, with the way to ask for it or to take it back, and the history. */
export function Supervision({ supervision: { state, askHref, endHref, history } }: SupervisionProps) {
	return (
		<section className="today-section">
			<h2 className="govuk-heading-m">Supervision {state === 'asked' && <Tag colour="purple">Asked for</Tag>}</h2>
			<p className="govuk-body">{STATES[state]}</p>
			{askHref && (
				<p className="govuk-body">
					<a className="govuk-link" href={askHref}>
						Bring this to supervision
					</a>
				</p>
			)}
			{endHref && (
				<p className="govuk-body">
					<a className="govuk-link" href={endHref}>
						Take this back
					</a>
				</p>
			)}
			{history.length > 0 && (
				<Table
					stacked
					firstCellIsHeader
					caption="History"
					captionSize="s"
					head={['What', 'When', 'Who', 'Words']}
					rows={history.map(({ what, at, by, words }) => [
						what,
						at,
						by,
						words === '' ? { content: '', className: 'table__cell--empty' } : words,
					])}
				/>
			)}
		</section>
	);
}
