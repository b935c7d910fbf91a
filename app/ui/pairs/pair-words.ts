import type { StepProposal } from '#app/domain/pairs/step.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import { paths } from '#app/paths.ts';
import { formatDate } from '#app/ui/format.ts';
import type { PairInStep } from '#app/use-cases/pairs/read-pair-step.ts';

export type PairView = {
	readonly linked: { readonly name: string; readonly href: string };
	/** How the two stand, in a sentence. */
	readonly sentence: string;
	readonly isInStep: boolean;
	/** What can be done about it; each leads to the dates, where it is looked at before anything is saved. */
	readonly ways: readonly { readonly href: string; readonly text: string }[];
};

/** How the cohort keeps step with its linked one, and what to do when they do not. */
export function pairInWords({ linked, steps, moveOwn, moveOther }: PairInStep): PairView {
	const apart = steps.filter(({ inStep }) => inStep === false).map(({ planNumber }) => planNumber);
	const compared = steps.filter(({ inStep }) => inStep !== null).length;
	const isInStep = apart.length === 0;
	return {
		linked: { name: linked.name, href: paths.cohort(linked.id) },
		isInStep,
		sentence: isInStep
			? `In step: ${compared} of ${steps.length} sessions have a date in both, each in the same week.`
			: `Out of step: ${apart.length === 1 ? 'session' : 'sessions'} ${rangesInWords(apart)} ${apart.length === 1 ? 'is' : 'are'} in different weeks.`,
		ways: isInStep ? [] : [wayOf(moveOther, `of ${linked.name}`), wayOf(moveOwn, 'of this cohort')].filter(isThere),
	};
}

function wayOf(proposal: StepProposal | null, whose: string) {
	if (!proposal) return null;
	const { sessionId, planNumber, to } = proposal;
	return {
		href: paths.move(sessionId, to),
		text: `Move session ${planNumber} ${whose} to ${formatDate(to)}, and look at the later ones`,
	};
}

/** `3`, `3 to 7`, `3, 5 and 8 to 10`. */
function rangesInWords(numbers: readonly number[]): string {
	const ranges: [number, number][] = [];
	for (const number of numbers) {
		const last = ranges.at(-1);
		if (last && number === last[1] + 1) last[1] = number;
		else ranges.push([number, number]);
	}
	return listInWords(ranges.map(([from, to]) => (from === to ? String(from) : `${from} to ${to}`)));
}

function isThere<Value>(value: Value | null): value is Value {
	return value !== null;
}
