import type { Fate, FunnelStage, FunnelStep } from '#app/domain/attrition/enrolment-funnel.ts';
import { Funnel } from '#app/ui/charts/funnel.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import { formatCount, formatPercent } from '#app/ui/format.ts';
import { FigureLink } from './figure-link.tsx';
import { FATE_NAMES } from './retention-words.ts';

export const STAGE_NAMES: Readonly<Record<FunnelStage, string>> = {
	enrolled: 'Had a place',
	started: 'Started',
	'half-way': 'Came half-way',
	completed: 'Completed',
};

type RetentionFunnelProps = {
	readonly steps: readonly FunnelStep[];
	/** Where the people of each fate are listed. */
	readonly hrefOf: (fate: Fate) => string | null;
	/** Where everybody is. */
	readonly peopleHref: string;
	/** Places that were entered by mistake, and are in no figure. */
	readonly inError?: number;
};

/** From a place to completion: who went on, who left, who was removed; who is in progress is a loss nowhere. */
export function RetentionFunnel({ steps, hrefOf, peopleHref, inError = 0 }: RetentionFunnelProps) {
	return (
		<Funnel
			id="funnel"
			title="From a place to completion, in people"
			description={describe(steps)}
			note={noteOf(steps, inError)}
			bars={steps.map((step) => ({ name: STAGE_NAMES[step.stage], people: step.reached, below: belowOf(step) }))}
			numbers={{
				head: ['Stage', 'Came so far', 'Went on', ...LOSSES.map(({ fate }) => FATE_NAMES[fate])],
				rows: steps.map((step) => [
					STAGE_NAMES[step.stage],
					<ShareLink
						key="reached"
						href={step.reached > 0 ? (step.stage === 'completed' ? hrefOf('completed') : peopleHref) : null}
						of={`people, ${STAGE_NAMES[step.stage].toLowerCase()}`}
					>
						{String(step.reached)}
					</ShareLink>,
					<ShareLink
						key="on"
						href={step.wentOn ? peopleHref : null}
						of={`went on, ${STAGE_NAMES[step.stage].toLowerCase()}`}
					>
						{step.wentOn ? formatPercent(step.wentOn.count, step.wentOn.outOf) : ''}
					</ShareLink>,
					...LOSSES.map(({ fate, count }) => (
						<FigureLink key={fate} count={count(step)} href={hrefOf(fate)} of={FATE_NAMES[fate].toLowerCase()} />
					)),
				]),
			}}
		/>
	);
}

type Loss = { readonly fate: Fate; readonly word: string; readonly count: (step: FunnelStep) => number };

const LOSSES: readonly Loss[] = [
	{ fate: 'left', word: 'left', count: ({ left }) => left },
	{ fate: 'removed', word: 'removed', count: ({ removed }) => removed },
	{ fate: 'in-progress', word: 'in progress', count: ({ inProgress }) => inProgress },
	{ fate: 'not-recorded', word: 'not recorded', count: ({ notRecorded }) => notRecorded },
];

/** `2 left, 1 removed, 9 in progress`; nothing where everybody went on. */
function belowOf(step: FunnelStep): string | null {
	const parts = LOSSES.flatMap(({ word, count }) => (count(step) > 0 ? [`${count(step)} ${word}`] : []));
	return parts.length > 0 ? parts.join(', ') : null;
}

function describe(steps: readonly FunnelStep[]): string {
	const stages = steps.map(({ stage, reached }) => `${STAGE_NAMES[stage].toLowerCase()} ${reached}`);
	return `${stages.join(', ')}.`;
}

function noteOf(steps: readonly FunnelStep[], inError: number): string {
	const waits = steps.reduce((sum, { inProgress }) => sum + inProgress, 0);
	const open = steps.reduce((sum, { notRecorded }) => sum + notRecorded, 0);
	return [
		'What is lost before the first session and after it is never added together.',
		'Half-way is a session attended in the second half of the plan.',
		waits > 0 &&
			`${formatCount('person', waits)} in progress: a loss nowhere, and in no percentage. While a term goes on those who leave are known before those who stay, so a percentage reads low; the curve allows for that.`,
		open > 0 && `${formatCount('person', open)} whose term is over: nobody has recorded how their place ended.`,
		inError > 0 && `Left out: ${formatCount('place', inError)} entered by mistake.`,
	]
		.filter(Boolean)
		.join(' ');
}
