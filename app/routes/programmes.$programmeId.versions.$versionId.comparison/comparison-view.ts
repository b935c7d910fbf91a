import type { AppContext } from '#app/context.ts';
import type { Activity, Programme, SessionPlan } from '#app/domain/programmes/programme.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { type Compared, comparePlans, type PlanCompared } from '#app/domain/programmes/versions/compare-plans.ts';
import type { OwnVersionRead } from '#app/use-cases/programmes/read-version.ts';

export type ComparisonView = NonNullable<ReturnType<typeof comparisonView>>;
export type Difference = {
	readonly what: string;
	readonly before: readonly string[];
	readonly after: readonly string[];
};

const PARTS: Readonly<Record<Compared, string>> = {
	title: 'Title',
	aim: 'Goal',
	minutes: 'Minutes',
	materials: 'Have ready',
	guidance: 'Guidance',
	homework: 'Between sessions',
};

/**
 * The version beside another of the same programme: the one that `beside` stands for, or the one that it began with. Null
 * where that is none of them.
 */
export function comparisonView({ content }: AppContext, { row, programme }: OwnVersionRead, beside: string | null) {
	const others = content.programmes.filter(
		(one) => one.slug === programme.slug && one.variant === null && one.version !== programme.version,
	);
	const other = others.find((one) =>
		beside === null ? one.version === row.startedFrom : programmeIdOf(one) === beside,
	);
	if (!other) return null;
	const compared = comparePlans(other.plans, programme.plans);
	return {
		versionId: row.id,
		name: programme.name,
		before: `Version ${other.version}`,
		after: `Version ${programme.version}`,
		besideId: programmeIdOf(other),
		others: others.map((one) => ({ value: programmeIdOf(one), label: `Version ${one.version}` })),
		plans: compared
			.filter(({ isSame }) => !isSame)
			.map((plan) => ({ number: plan.after.number, differences: differencesIn(plan, programme) })),
		unchanged: compared.filter(({ isSame }) => isSame).length,
	};
}

function differencesIn(compared: PlanCompared, programme: Programme): readonly Difference[] {
	const { before, after, differing, activities, isReordered } = compared;
	const changed = activities.filter(({ state }) => state !== 'same');
	return [
		...differing.map((part) => ({ what: PARTS[part], before: wordsOf(before, part), after: wordsOf(after, part) })),
		...changed.map((one) => ({
			what: one.before && one.after ? 'Activity' : one.after ? 'Activity added' : 'Activity removed',
			before: inWords(one.before, programme),
			after: inWords(one.after, programme),
		})),
		...(isReordered ? [{ what: 'Order of activities', before: titlesOf(before), after: titlesOf(after) }] : []),
	];
}

function wordsOf(plan: SessionPlan, part: Compared): readonly string[] {
	const value = plan[part];
	return value === null ? [] : [value].flat().map(String);
}

function titlesOf({ activities }: SessionPlan): readonly string[] {
	return activities.map(({ title }) => title);
}

function inWords(activity: Activity | null, { logicModel }: Programme): readonly string[] {
	if (!activity) return [];
	const { title, minutes, core, mechanism } = activity;
	const purpose = logicModel.mechanisms.find(({ key }) => key === mechanism)?.title ?? mechanism;
	return [title, `${minutes} minutes, ${core ? 'core' : 'adaptable'}`, `For: ${purpose}`];
}
