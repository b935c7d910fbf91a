import { SummaryCard } from '../components/summary-card.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { keyed } from '../keyed.ts';
import type { CallLine } from './call-line.ts';

/** One call of a list that is printed: whom, when, how, what to say, and room to write on paper what came of it. */
export function CallCard({ call }: { readonly call: CallLine }) {
	const actions = call.href ? [{ href: call.href, text: 'Say what came of it', visuallyHiddenText: call.name }] : [];
	return (
		<SummaryCard title={call.name} actions={actions} className="call-card">
			<CallFacts call={call} />
			{call.reach && (
				<p className="govuk-body print-only">
					☐ Reached {call.reach.mayLeaveVoicemail && '☐ Voicemail '}☐ Not reached ☐ Not rung
				</p>
			)}
		</SummaryCard>
	);
}

/** What somebody needs to make the call; of who is kept from the reader only that there is one. */
export function CallFacts({ call }: { readonly call: CallLine }) {
	return <SummaryList rows={rowsOf(call)} />;
}

function rowsOf({ reach, isReached, noneLeft, about, by, before, useBy }: CallLine): readonly SummaryRow[] {
	const first = [
		...(reach
			? [
					{ key: 'Number', value: <strong>{reach.number}</strong> },
					{ key: 'When', value: reach.hours },
					{ key: 'Keep to', value: reach.rules.join(' ') },
					{ key: 'Say', value: <Words text={reach.say} /> },
				]
			: []),
		...(noneLeft && isReached ? [{ key: 'When', value: `No safe hour is left before ${useBy}. Do not ring.` }] : []),
		...(isReached ? [] : [{ key: 'How', value: 'Not shown to you. A colleague who may see this person rings them.' }]),
	];
	return [
		...first,
		{ key: 'About', value: about },
		{ key: 'Who rings', value: by },
		...(before.length > 0 ? [{ key: 'Before', value: <Lines lines={before} /> }] : []),
	];
}

function Words({ text }: { readonly text: string }) {
	return <Lines lines={text.split('\n').filter((line) => line !== '')} />;
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
	return keyed(lines).map(({ key, item }) => (
		<p key={key} className="govuk-body govuk-!-margin-bottom-1">
			{item}
		</p>
	));
}
