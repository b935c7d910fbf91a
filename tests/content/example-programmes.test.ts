import { expect, test } from 'vitest';
import { ContentFaults } from '#app/content/content-faults.ts';
import { loadProgrammes } from '#app/content/programme-files.ts';

const examples = loadProgrammes('tests/fixtures/programmes');
const named = (slug: string, variant: string | null = null) =>
	examples.find((programme) => programme.slug === slug && programme.variant === variant)!;

test('programmes of other kinds fit the same format', () => {
	expect(examples.map(({ slug, side, variant }) => [slug, side, variant].filter(Boolean).join(' '))).toEqual([
		'individual-intervention perpetrator',
		'joint-sessions survivor',
		'professional-training professional',
		'recovery-toolkit survivor',
		'recovery-toolkit survivor talk-first',
		'school-group survivor',
	]);
});

test('an individual intervention has individual sessions only, and asks for all of them', () => {
	const { plans, thresholds } = named('individual-intervention');
	expect(plans.map(({ kind }) => kind)).toEqual(Array(6).fill('individual'));
	expect(thresholds.completion).toEqual({
		shareOfSessions: 1,
		requiredSessions: [1, 6],
		requiredIndividualSessions: 6,
		shareOfCoreActivities: 0.8,
	});
});

test('joint sessions follow individual ones after a pause, and end with a review', () => {
	const { plans } = named('joint-sessions');
	expect(plans.map(({ kind }) => kind)).toEqual(['individual', 'individual', 'group', 'review']);
	expect(plans.map(({ gapBeforeWeeks }) => gapBeforeWeeks)).toEqual([0, 0, 1, 0]);
});

test('a variant may ask for an individual session of its own', () => {
	expect(named('recovery-toolkit').thresholds.completion.requiredIndividualSessions).toBe(0);
	const variant = named('recovery-toolkit', 'talk-first');
	expect(variant.thresholds.completion.requiredIndividualSessions).toBe(1);
	expect(variant.plans.map(({ kind }) => kind)).toEqual(['individual', 'group', 'group', 'group', 'group']);
});

test('a training course has long days, no ladder and no catch-ups', () => {
	const { plans, thresholds } = named('professional-training');
	expect(plans.map(({ minutes }) => minutes)).toEqual([360, 360]);
	expect(thresholds.absenceLadder).toEqual([]);
	expect(thresholds.catchUps.allowed).toBe(0);
});

test('guidance is read as paragraphs, each on one line', () => {
	expect(named('school-group').plans[0]?.guidance).toEqual([
		'Begin on time and say what the meeting is for.',
		'End with one thing to do, and note what has to be passed on.',
	]);
});

test('a folder without programmes is refused', () => {
	expect(() => loadProgrammes('tests/fixtures/vectors')).toThrow(ContentFaults);
});
