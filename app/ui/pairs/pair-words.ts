import { type PairInStep, type StepProposal, sentenceOutOfStep } from '#app/domain/pairs/step.ts';
import { paths } from '#app/paths.ts';
import { formatDate } from '#app/ui/format.ts';

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
	const apart = sentenceOutOfStep(steps);
	const compared = steps.filter(({ inStep }) => inStep !== null).length;
	const isInStep = apart === null;
	return {
		linked: { name: linked.name, href: paths.cohort(linked.id) },
		isInStep,
		sentence: isInStep
			? `In step: of ${steps.length} sessions ${compared} have a date in both, those to come in the same weeks.`
			: `Out of step. ${apart}.`,
		ways: isInStep
			? []
			: [wayOf(moveOther, `of ${linked.name}`), wayOf(moveOwn, 'of this cohort')].filter((way) => way !== null),
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
