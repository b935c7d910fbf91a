import { done, type Outcome, refused } from '../../shared/outcome.ts';
import { looksMarkedUp } from '../guidance.ts';
import type { Activity, Programme, SessionPlan } from '../programme.ts';

/** The longest session plan, in minutes: a working day. */
export const LONGEST_PLAN = 480;
/** The most activities that one plan can have. */
export const MOST_ACTIVITIES = 20;

/** One activity as it was written; `key` null is one that the plan had not before. */
export type WrittenActivity = Omit<Activity, 'key'> & { readonly key: string | null };

/** What an author can write of a session plan. Its number, module, kind and when one may join stay as they are. */
export type WrittenPlan = Pick<SessionPlan, 'title' | 'aim' | 'minutes' | 'guidance' | 'materials' | 'homework'> & {
	readonly activities: readonly WrittenActivity[];
};

export type WritingRefusal =
	| 'words-missing'
	| 'minutes-out-of-range'
	| 'guidance-marked-up'
	| 'no-activities'
	| 'too-many-activities'
	| 'unknown-activity'
	| 'activity-twice'
	| 'unknown-mechanism';

/**
 * The plan as it was written anew. An activity keeps its key, by which the logs of deliveries know it, through any change
 * of words; a new one is given a key that says nothing. Refused for what a content file could not hold either. Whether the
 * minutes add up is not asked here, but before a version is published (§1.2).
 */
export function writePlan(
	plan: SessionPlan,
	written: WrittenPlan,
	{ logicModel }: Pick<Programme, 'logicModel'>,
): Outcome<SessionPlan, WritingRefusal> {
	const { activities, ...words } = written;
	const refusal = refuseWords(words) ?? refuseActivities(plan, activities, logicModel.mechanisms);
	if (refusal) return refusal;
	return done({ ...plan, ...words, activities: withKeys(plan, activities) });
}

function refuseWords({ title, aim, minutes, guidance, materials, homework }: Omit<WrittenPlan, 'activities'>) {
	const texts = [title, aim, ...guidance, ...materials, ...(homework === null ? [] : [homework])];
	if (guidance.length === 0 || !texts.every(isSomething)) return refused('words-missing');
	if (guidance.some(looksMarkedUp)) return refused('guidance-marked-up');
	return isLength(minutes) ? null : refused('minutes-out-of-range', { minutes });
}

function refuseActivities(
	plan: SessionPlan,
	activities: readonly WrittenActivity[],
	mechanisms: readonly { readonly key: string }[],
) {
	const keys = activities.flatMap(({ key }) => key ?? []);
	if (activities.length === 0) return refused('no-activities');
	if (activities.length > MOST_ACTIVITIES) return refused('too-many-activities');
	if (!keys.every((key) => plan.activities.some((before) => before.key === key))) return refused('unknown-activity');
	if (new Set(keys).size < keys.length) return refused('activity-twice');
	if (!activities.every(({ title }) => isSomething(title))) return refused('words-missing');
	const tooLong = activities.find(({ minutes }) => !isLength(minutes));
	if (tooLong) return refused('minutes-out-of-range', { minutes: tooLong.minutes });
	const known = (mechanism: string) => mechanisms.some(({ key }) => key === mechanism);
	return activities.every(({ mechanism }) => known(mechanism)) ? null : refused('unknown-mechanism');
}

function withKeys(plan: SessionPlan, activities: readonly WrittenActivity[]): readonly Activity[] {
	let last = Math.max(0, ...plan.activities.map(({ key }) => Number(/^added-(\d+)$/.exec(key)?.[1] ?? 0)));
	return activities.map(({ key, ...activity }) => {
		if (key !== null) return { key, ...activity };
		last += 1;
		return { key: `added-${last}`, ...activity };
	});
}

function isSomething(text: string): boolean {
	return text.trim() !== '';
}

function isLength(minutes: number): boolean {
	return Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_PLAN;
}
