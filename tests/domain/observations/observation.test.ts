import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadContent } from '#app/content/load-content.ts';
import {
	checkObservation,
	faultsOfScores,
	type ItemEntry,
	independentVersions,
	isKeptApart,
	observationState,
} from '#app/domain/observations/observation.ts';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';

const form = loadContent().observationForm();
const time = { startsAt: instant('2026-03-03T18:30:00Z') } as never;
const held = { state: 'held', time } as const;
const now = instant('2026-03-03T18:30:00Z');
const draft = { now, isSubmitted: false };
const final = { now, isSubmitted: true };
const [first, second] = form.items;

test('scores are kept in the order of the form; an item left open is missing and not the lowest', () => {
	const entries = [
		{ itemKey: second!.key, score: 0 },
		{ itemKey: first!.key, score: null },
		{ itemKey: form.items[4]!.key, score: 3 },
	];
	expect(checkObservation(entries.toReversed(), form, held, final)).toEqual({
		done: true,
		value: [
			{ itemKey: second!.key, score: 0 },
			{ itemKey: form.items[4]!.key, score: 3 },
		],
	});
});

test('a draft may be empty, a submitted observation may not', () => {
	expect(checkObservation([], form, held, draft)).toEqual({ done: true, value: [] });
	expect(checkObservation([], form, held, final)).toMatchObject({ code: 'nothing-scored' });
});

test('nothing is observed before the session starts, nor when it did not go ahead', () => {
	const early = { ...draft, now: instant('2026-03-03T18:29:59Z') };
	expect(checkObservation([], form, held, early)).toMatchObject({ code: 'session-not-started' });
	expect(checkObservation([], form, { ...held, time: null }, draft)).toMatchObject({ code: 'session-not-started' });
	expect(checkObservation([], form, { ...held, state: 'cancelled' }, draft)).toMatchObject({
		code: 'session-cancelled',
	});
});

test('unknown items, answers that come twice and scores without a description are all named', () => {
	const entries = [
		{ itemKey: 'mood', score: 1 },
		{ itemKey: first!.key, score: 4 },
		{ itemKey: first!.key, score: 1 },
		{ itemKey: second!.key, score: 1.5 },
		{ itemKey: form.items[2]!.key, score: -1 },
		{ itemKey: form.items[3]!.key, score: Number.NaN },
	];
	const faults = ['unknown-item', 'off-scale', 'item-twice', 'off-scale', 'off-scale', 'off-scale'];
	expect(faultsOfScores(entries, form).map(({ fault }) => fault)).toEqual(faults);
	expect(checkObservation(entries, form, held, draft)).toMatchObject({ code: 'faulty-scores' });
});

test('whatever is sent, only scores that the form describes are ever kept, each once and as sent', () => {
	const entries = fc.array(
		fc.record({
			itemKey: fc.constantFrom(...form.items.map(({ key }) => key), 'mood'),
			score: fc.option(fc.oneof(fc.integer({ min: -2, max: 6 }), fc.double())),
		}),
		{ maxLength: 8 },
	);
	fc.assert(
		fc.property(entries, (sent: ItemEntry[]) => {
			const checked = checkObservation(sent, form, held, draft);
			const isGood =
				new Set(sent.map(({ itemKey }) => itemKey)).size === sent.length &&
				sent.every(({ itemKey, score }) => {
					const anchors = form.items.find(({ key }) => key === itemKey)?.anchors;
					return anchors !== undefined && (score === null || anchors.some((anchor) => anchor.score === score));
				});
			expect(checked.done).toBe(isGood);
			if (checked.done) expect(checked.value.length).toBe(sent.filter(({ score }) => score !== null).length);
		}),
	);
});

const version = (number: number, isSubmitted: boolean, minute: number) => ({
	...{ version: number, isSubmitted },
	savedAt: instant(`2026-03-04T10:${String(minute).padStart(2, '0')}:00Z`),
});

test('an observation is a draft, submitted, released, or corrected since', () => {
	const [one, two, three] = [version(1, false, 0), version(2, true, 1), version(3, true, 2)];
	expect(observationState([], null)).toBeNull();
	expect(observationState([one], null)).toBe('draft');
	expect(observationState([one, two], null)).toBe('submitted');
	expect(observationState([one, two], 2)).toBe('released');
	expect(observationState([one, two, three], 2)).toBe('corrected');
	expect(observationState([one, two, three], 3)).toBe('released');
});

test('whoever observes sees no other observation until all have submitted; anybody else is not kept apart', () => {
	const [ann, bob] = ['ann', 'bob'].map((id) => asId<StaffId>(id)) as [StaffId, StaffId];
	const lead = asId<StaffId>('lead');
	const submitted = (observerId: StaffId) => ({ observerId, submittedAt: now });
	const open = (observerId: StaffId) => ({ observerId, submittedAt: null });
	expect(isKeptApart([submitted(ann), open(bob)], bob)).toBe(true);
	expect(isKeptApart([submitted(ann), open(bob)], ann)).toBe(true);
	expect(isKeptApart([submitted(ann), submitted(bob)], bob)).toBe(false);
	expect(isKeptApart([submitted(ann), open(bob)], lead)).toBe(false);
	expect(isKeptApart([], lead)).toBe(false);
});

test('agreement is of what two wrote alone: corrections made after both were in count for nothing', () => {
	const ann = [version(1, true, 0), version(2, true, 5), version(3, true, 30)];
	const bob = [version(1, false, 1), version(2, true, 10), version(3, true, 20)];
	const pair = independentVersions(ann, bob);
	expect(pair?.map((one) => one.version)).toEqual([2, 2]);
	expect(independentVersions(bob, ann)?.map((one) => one.version)).toEqual([2, 2]);
	expect(independentVersions(ann, [version(1, false, 1)])).toBeNull();
	expect(independentVersions([], bob)).toBeNull();
});
