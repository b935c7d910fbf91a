import { expect, test } from 'vitest';
import { loadProgrammes } from '#app/content/programme-files.ts';
import type { SessionPlan } from '#app/domain/programmes/programme.ts';
import { comparePlans, isPlanSame } from '#app/domain/programmes/versions/compare-plans.ts';
import { type WrittenPlan, writePlan } from '#app/domain/programmes/versions/edit-plan.ts';
import {
	compareVersions,
	nextVersionOver,
	OWN_NOTICE,
	programmeInOwnWording,
	versionInForce,
} from '#app/domain/programmes/versions/own-version.ts';
import { checkPublishing, faultsOfVersion } from '#app/domain/programmes/versions/publish-version.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';

const toolkit = loadProgrammes('tests/fixtures/programmes').find(
	({ slug, variant }) => slug === 'recovery-toolkit' && variant === null,
)!;
const plan = toolkit.plans[0]!;
const as = (change: Partial<WrittenPlan> = {}): WrittenPlan => ({ ...plan, ...change });
const write = (change: Partial<WrittenPlan>) => writePlan(plan, as(change), toolkit);
const codeOf = (change: Partial<WrittenPlan>) => {
	const outcome = write(change);
	return outcome.done ? 'done' : outcome.code;
};
const written = (change: Partial<WrittenPlan>): SessionPlan => {
	const outcome = write(change);
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value;
};
const ownOver = (number: string, from: string | null, plans = toolkit.plans) => {
	const takesEffectOn = from === null ? null : calendarDay(from);
	return programmeInOwnWording(toolkit, { version: number, takesEffectOn, plans });
};

test('a plan takes new words and keeps its number, module and kind', () => {
	const after = written({ title: 'Another title', homework: null, guidance: ['One paragraph.'] });
	const { number, module, kind, gapBeforeWeeks, joiningAllowed } = plan;
	expect(after).toMatchObject({ title: 'Another title', homework: null, guidance: ['One paragraph.'] });
	expect(after).toMatchObject({ number, module, kind, gapBeforeWeeks, joiningAllowed });
});

test('an activity keeps its key through any words and place; a new one gets a key that says nothing and is never reused', () => {
	const [first, second, ...rest] = plan.activities;
	const added = { ...first!, key: null, title: 'Words under licence' };
	const after = written({ activities: [second!, { ...first!, title: 'Other words' }, added, ...rest] });
	expect(after.activities.map(({ key }) => key)).toEqual([
		...[second!.key, first!.key, 'added-1'],
		...rest.map(({ key }) => key),
	]);
	const again = writePlan(after, { ...after, activities: [...after.activities, added] }, toolkit);
	expect(again.done && again.value.activities.at(-1)?.key).toBe('added-2');
});

test.each([
	['words-missing', { title: '  ' }],
	['words-missing', { aim: '' }],
	['words-missing', { guidance: [] }],
	['words-missing', { materials: ['Pens', ' '] }],
	['words-missing', { homework: '' }],
	['words-missing', { activities: [{ ...plan.activities[0]!, title: '' }] }],
	['guidance-marked-up', { guidance: ['# A heading'] }],
	['minutes-out-of-range', { minutes: 0 }],
	['minutes-out-of-range', { minutes: 600 }],
	['minutes-out-of-range', { minutes: 12.5 }],
	['minutes-out-of-range', { activities: [{ ...plan.activities[0]!, minutes: 481 }] }],
	['no-activities', { activities: [] }],
	['too-many-activities', { activities: Array.from({ length: 21 }, () => ({ ...plan.activities[0]!, key: null })) }],
	['unknown-activity', { activities: [{ ...plan.activities[0]!, key: 'not-of-this-plan' }] }],
	['activity-twice', { activities: [plan.activities[0]!, plan.activities[0]!] }],
	['unknown-mechanism', { activities: [{ ...plan.activities[0]!, mechanism: 'none-of-these' }] }],
	['done', { minutes: 480 }],
] as const)('writing is refused with %s', (code, change) => {
	expect(codeOf(change)).toBe(code);
});

test('minutes that do not add up are kept in a draft, and keep it from being published', () => {
	const plans = [written({ minutes: plan.minutes + 5 }), ...toolkit.plans.slice(1)];
	const draft = ownOver('1.1', null, plans);
	const sentence = `The session takes ${plan.minutes + 5} minutes and its activities ${plan.minutes}: make them equal.`;
	expect(faultsOfVersion(draft)).toEqual([{ planNumber: plan.number, sentence }]);
	const today = calendarDay('2026-03-03');
	expect(checkPublishing(draft, today, today)).toMatchObject({ done: false, code: 'version-has-faults' });
});

test('a gap in the numbering keeps it from being published, and is found at the plan after it', () => {
	const draft = ownOver(
		'1.1',
		null,
		toolkit.plans.filter(({ number }) => number !== 2),
	);
	expect(faultsOfVersion(draft)).toContainEqual({
		planNumber: 3,
		sentence: 'Session plan 3 follows 1: number the plans 1, 2, 3 and so on without a gap.',
	});
});

test('a version takes effect today at the earliest', () => {
	const draft = ownOver('1.1', null);
	const on = (day: string) => checkPublishing(draft, calendarDay(day), calendarDay('2026-03-03'));
	expect(on('2026-03-02')).toMatchObject({ done: false, code: 'day-has-passed' });
	expect(on('2026-03-03').done).toBe(true);
});

test('an own version has its own plans and notice, and all else from the shipped one', () => {
	const own = ownOver('1.1', '2026-03-03', [written({ title: 'Another title' }), ...toolkit.plans.slice(1)]);
	const { plans, notice, version, takesEffectOn, ...rest } = own;
	expect([version, notice, plans[0]?.title, takesEffectOn]).toEqual(['1.1', OWN_NOTICE, 'Another title', '2026-03-03']);
	expect(toolkit).toMatchObject(rest);
});

test('own versions are numbered over the shipped one, past every number that was used', () => {
	expect(nextVersionOver('1', ['1', '2'])).toBe('1.1');
	expect(nextVersionOver('1', ['1', '1.1', '1.9', '1.10', '2.30'])).toBe('1.11');
	expect(nextVersionOver('2', ['1', '1.4', '2'])).toBe('2.1');
	expect(['1.10', '2', '1', '1.2'].toSorted(compareVersions)).toEqual(['1', '1.2', '1.10', '2']);
});

test('a cohort takes the version that took effect last by its first day, in its own variant', () => {
	const all = [
		ownOver('1.2', '2026-06-01'),
		toolkit,
		ownOver('1.1', '2026-03-03'),
		ownOver('1.10', '2026-06-01'),
		{ ...toolkit, version: '3', variant: 'talk-first' },
		{ ...toolkit, version: '9', slug: 'another' },
	];
	const inForce = (day: string, variant: string | null = null) =>
		versionInForce(all, { slug: toolkit.slug, variant }, calendarDay(day))?.version;
	expect(inForce('2026-03-02')).toBe('1');
	expect(inForce('2026-03-03')).toBe('1.1');
	expect(inForce('2026-06-01')).toBe('1.10');
	expect(inForce('2026-06-01', 'talk-first')).toBe('3');
	expect(inForce('2026-06-01', 'unheard-of')).toBeUndefined();
});

test('two versions are compared plan by plan: words, and activities by their keys', () => {
	const [first, second, ...rest] = plan.activities;
	const added = { ...first!, key: null, title: 'New' };
	const after = written({ aim: 'Another aim', activities: [{ ...second!, minutes: 3 }, added, ...rest] });
	const [compared, same] = comparePlans(toolkit.plans, [after, ...toolkit.plans.slice(1)]);
	expect(compared).toMatchObject({ differing: ['aim'], isReordered: false, isSame: false });
	expect(compared?.activities.map(({ before, after: now, state }) => [before?.key, now?.key, state])).toEqual([
		[second!.key, second!.key, 'changed'],
		[undefined, 'added-1', 'added'],
		...rest.map(({ key }) => [key, key, 'same']),
		[first!.key, undefined, 'removed'],
	]);
	expect(same).toMatchObject({ differing: [], isSame: true });
});

test('another order alone is a difference', () => {
	const after = written({ activities: plan.activities.toReversed() });
	expect(isPlanSame(plan, after)).toBe(false);
	expect(comparePlans([plan], [after])[0]).toMatchObject({ differing: [], isReordered: true });
});
