import fc from 'fast-check';
import { expect, test } from 'vitest';
import { additionTo, type ConcernEntry, standingOfConcern } from '#app/domain/attendance/concern.ts';

const entry = (words: string | null, tellReferrer: boolean | null = null): ConcernEntry => ({ words, tellReferrer });

test('a concern stands undescribed and unasked until something is said', () => {
	expect(standingOfConcern([])).toEqual({ isDescribed: false, tellReferrer: null });
	expect(standingOfConcern([entry(null, true)])).toEqual({ isDescribed: false, tellReferrer: true });
	expect(standingOfConcern([entry('Shaking', true), entry(null, false), entry('Cried')])).toEqual({
		isDescribed: true,
		tellReferrer: false,
	});
});

test('the same page sent again adds nothing, and so does one on which nothing was said', () => {
	const said = entry('Shaking', true);
	expect(additionTo([], 0, said)).toEqual(said);
	expect(additionTo([said], 0, said)).toBeNull();
	expect(additionTo([said], 1, entry('  ', null))).toBeNull();
});

test('the same words said later on purpose are said again', () => {
	expect(additionTo([entry('Shaking')], 1, entry('Shaking'))).toEqual(entry('Shaking'));
});

test('an answer about the referrer that an old page still shows does not undo a newer one', () => {
	const history = [entry('Shaking', true), entry(null, false)];
	expect(additionTo(history, 1, entry(null, true))).toBeNull();
	expect(additionTo(history, 1, entry('Cried', true))).toEqual(entry('Cried', null));
	expect(additionTo(history, 2, entry(null, true))).toEqual(entry(null, true));
});

const entries = fc.record({
	words: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null }),
	tellReferrer: fc.option(fc.boolean(), { nil: null }),
});

test('whatever is sent twice is kept once, nothing said is lost, and nothing said before is changed', () => {
	fc.assert(
		fc.property(fc.array(entries, { maxLength: 6 }), fc.nat(6), entries, (history, opened, typed) => {
			const once = additionTo(history, Math.min(opened, history.length), typed);
			const after = once ? [...history, once] : history;
			expect(additionTo(after, Math.min(opened, history.length), typed)).toBeNull();
			const since = after.slice(Math.min(opened, history.length));
			if (typed.words !== null) expect(since.some(({ words }) => words === typed.words)).toBe(true);
			expect(after.slice(0, history.length)).toEqual(history);
		}),
	);
});
