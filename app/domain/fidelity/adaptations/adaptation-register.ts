import type { SessionPlan } from '../../programmes/programme.ts';
import { type AdaptationStanding, stands } from '../adaptation-records.ts';
import type { Adaptation } from '../frame.ts';

/** One record as the register reads it: FRAME’s answers, the plan that it is about, and where it stands. */
export type RegisteredAdaptation = Omit<Adaptation, 'how' | 'reason' | 'planned'> & {
	readonly planNumber: number;
	readonly standing: AdaptationStanding;
};

/** Which records are asked for; null asks for all. An activity is one of a plan; its key may be null, for none in particular. */
export type RegisterFilter = {
	readonly about: { readonly planNumber: number; readonly activityKey?: string | null } | null;
	readonly standing: AdaptationStanding | null;
};

/** The questions whose answers are counted, in the order in which they are shown. */
export const COUNTED_QUESTIONS = ['change', 'goal', 'fidelity', 'level', 'decidedBy', 'when', 'lasting'] as const;
export type CountedQuestion = (typeof COUNTED_QUESTIONS)[number];
export type AnswerCount = { readonly answer: string; readonly count: number };

/** What was changed in one activity of one plan, or in the plan and no activity in particular (`activityKey` null). */
export type RegisterGroup<One> = {
	readonly planNumber: number;
	readonly activityKey: string | null;
	readonly records: readonly One[];
	/** Of them, those that a lead approved before the session; the others are reactions, or were not approved. */
	readonly approved: number;
	readonly answers: Readonly<Record<CountedQuestion, readonly AnswerCount[]>>;
};

/** Those of the records that stand and are asked for, in their order. */
export function filterRegister<One extends RegisteredAdaptation>(
	records: readonly One[],
	{ about, standing }: RegisterFilter,
): readonly One[] {
	return records.filter(
		(one) =>
			stands(one) &&
			(standing === null || one.standing === standing) &&
			(about === null || one.planNumber === about.planNumber) &&
			(about?.activityKey === undefined || one.activityKey === about.activityKey),
	);
}

/**
 * The records by plan and activity, in the order of the plans and their activities, what is about no activity in particular
 * first and activities that the plans do not have last; each with how often every answer was given. Counts are of records:
 * one session may have several. Nothing is ranked (§7.5).
 */
export function groupRegister<One extends RegisteredAdaptation>(
	records: readonly One[],
	plans: readonly {
		readonly number: number;
		readonly activities: readonly Pick<SessionPlan['activities'][number], 'key'>[];
	}[],
): readonly RegisterGroup<One>[] {
	const placeOf = ({ planNumber, activityKey }: Pick<RegisteredAdaptation, 'planNumber' | 'activityKey'>) => {
		if (activityKey === null) return -1;
		const activities = plans.find(({ number }) => number === planNumber)?.activities ?? [];
		const place = activities.findIndex(({ key }) => key === activityKey);
		return place === -1 ? Number.MAX_SAFE_INTEGER : place;
	};
	const groups = [
		...Map.groupBy(records, ({ planNumber, activityKey }) => `${planNumber} ${activityKey ?? ''}`).values(),
	];
	return groups
		.map((own) => groupOf(own))
		.toSorted((one, other) => one.planNumber - other.planNumber || placeOf(one) - placeOf(other));
}

/** The answer to each counted question; of a change to content or context how it is changed, of anything else what. */
export function answersOf(record: RegisteredAdaptation): Readonly<Record<CountedQuestion, string>> {
	const { what, contentChange, contextChange, goal, fidelity, level, decidedBy, when, isLasting } = record;
	const change = contentChange ?? contextChange ?? what;
	return { change, goal, fidelity, level, decidedBy, when, lasting: isLasting ? 'lasting' : 'once' };
}

/** How often each kind of change was made over all of these records, the most frequent first. */
export function countChanges(records: readonly RegisteredAdaptation[]): readonly AnswerCount[] {
	return countAnswers(records.map((record) => answersOf(record).change));
}

function groupOf<One extends RegisteredAdaptation>(records: readonly One[]): RegisterGroup<One> {
	const { planNumber, activityKey } = records[0]!;
	const answers = records.map((record) => answersOf(record));
	const counted = COUNTED_QUESTIONS.map((question) => [question, countAnswers(answers.map((one) => one[question]))]);
	return {
		...{ planNumber, activityKey, records },
		approved: records.filter(({ standing }) => standing === 'approved').length,
		answers: Object.fromEntries(counted) as RegisterGroup<One>['answers'],
	};
}

/** The most frequent answer first; of two that are as frequent, in the order of the alphabet. */
function countAnswers(answers: readonly string[]): readonly AnswerCount[] {
	return [...Map.groupBy(answers, (answer) => answer)]
		.map(([answer, same]) => ({ answer, count: same.length }))
		.toSorted((one, other) => other.count - one.count || (one.answer < other.answer ? -1 : 1));
}
