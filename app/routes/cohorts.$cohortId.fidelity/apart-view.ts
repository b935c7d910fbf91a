import type { ApartFigures } from '#app/domain/observations/observed-figures.ts';
import type { FidelityDimension } from '#app/domain/programmes/programme.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { formatCount, formatPercent } from '#app/ui/format.ts';
import { DIMENSION_NAMES } from '#app/ui/observations/dimensions.ts';
import type { ObservedReview } from '#app/use-cases/fidelity/review-observed.ts';

export type ApartView = ReturnType<typeof apartView>;

/** What the self-report of a dimension is made of. */
const SELF: Readonly<Record<FidelityDimension, { readonly of: string; readonly missing: string } | null>> = {
	adherence: { of: 'activities as intended', missing: 'activity' },
	dose: { of: 'minutes', missing: 'activity' },
	quality: null,
	responsiveness: { of: 'people in the upper half of engagement', missing: 'answer' },
	differentiation: null,
};

/** Self-report and observation side by side, with how many each rests on, what is missing, and who is higher. */
export function apartView({ sessions, held, figures }: ObservedReview, mayOpen: ReadonlySet<SessionId>) {
	if (sessions.length === 0) {
		const sentence = `No observation is released yet, of ${formatCount('session', held)} held.`;
		return { sentence, rows: [], sessions: [] };
	}
	const readsAnswers = figures.some(({ dimension, self }) => dimension === 'responsiveness' && self !== null);
	return {
		sentence: `An observation is released of ${sessions.length} of ${formatCount('session', held)} held. Both columns are of the same sessions. They are two instruments that measure differently: never averaged, and of the difference the direction says more than the points.`,
		rows: figures.map((one) => [
			DIMENSION_NAMES[one.dimension],
			...selfCells(one),
			formatPercent(one.observed.share.count, one.observed.share.outOf),
			one.observed.n === 0 ? 'no item scored' : formatCount('item', one.observed.n),
			missingInWords(one.observed.missing, 'item'),
			differenceInWords(one),
		]),
		/** What every figure of both columns is made of, as far as it is the reader’s. */
		sessions: sessions.map(({ id, planNumber }) => ({
			...{ planNumber, logHref: paths.deliveryLog(id), answersHref: readsAnswers ? paths.takingPart(id) : null },
			feedbackHref: mayOpen.has(id) ? paths.observationFeedback(id) : null,
		})),
	};
}

/** What observers saw of a dimension that has no other source; null while nothing is released. */
export function observedMeasure({ sessions, figures }: ObservedReview, dimension: FidelityDimension) {
	const { share, n, missing } = figures.find((one) => one.dimension === dimension)!.observed;
	if (sessions.length === 0) return null;
	return {
		name: `Points that observers gave, of those possible on ${formatCount('item', n)}`,
		figure: formatPercent(share.count, share.outOf),
		band: null,
		href: '#apart-heading',
		missing: missingInWords(missing, 'item'),
	};
}

function selfCells({ dimension, self }: ApartFigures): readonly string[] {
	const words = SELF[dimension];
	if (!words || !self) return ['no self-report', ''];
	const { share, missing } = self;
	const figure = formatPercent(share.count, share.outOf);
	return [share.percent === null ? figure : `${figure} ${words.of}`, missingInWords(missing, words.missing)];
}

function differenceInWords({ compared }: ApartFigures): string {
	if (!compared) return 'Nothing to compare';
	if (compared.direction === 'same') return 'The same';
	const points = compared.points === 0 ? 'less than 1 point' : formatCount('point', compared.points);
	return compared.direction === 'self-higher' ? `Self-report ${points} higher` : `Observer ${points} higher`;
}

function missingInWords(missing: number, noun: string): string {
	return missing === 0 ? 'none' : formatCount(noun, missing);
}
