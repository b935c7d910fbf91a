import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	BEFORE_FIRST,
	type BrokenLink,
	checkEnd,
	checkLink,
	FIRST_HASH,
	type StoredEntry,
	textToHash,
} from '#app/domain/audit/chain.ts';

type Stored = StoredEntry & { readonly hash: string };

const hashOf = (entry: StoredEntry) => createHash('sha256').update(textToHash(entry)).digest('hex');

const text = fc.string({ maxLength: 12 });
const orNull = fc.option(text, { nil: null });
const facts = fc.record({
	at: text,
	actorKind: text,
	staffId: orNull,
	action: text,
	recordKind: orNull,
	recordId: orNull,
	outcome: text,
	peopleKey: orNull,
	details: text,
});

function chained(all: readonly Omit<StoredEntry, 'seq' | 'previousHash'>[]): Stored[] {
	let previousHash = FIRST_HASH;
	return all.map((one, index) => {
		const entry = { ...one, seq: index + 1, previousHash };
		previousHash = hashOf(entry);
		return { ...entry, hash: previousHash };
	});
}

/** The first broken link of these rows as a database would hand them out: in the order of their numbers. */
function firstBroken(rows: readonly Stored[], everMade = rows.length): BrokenLink | null {
	let last = BEFORE_FIRST;
	for (const { hash, ...entry } of rows.toSorted((one, other) => one.seq - other.seq)) {
		const { seq, previousHash } = entry;
		const broken = checkLink(last, { seq, hash, previousHash, computedHash: hashOf(entry), isSetWhole: true });
		if (broken) return broken;
		last = { seq, hash };
	}
	return checkEnd(last, everMade);
}

const FIELDS = [
	'at',
	'actorKind',
	'action',
	'outcome',
	'details',
	'staffId',
	'recordKind',
	'recordId',
	'peopleKey',
] as const;

test('any sequence of entries is whole as it was written', () => {
	fc.assert(
		fc.property(fc.array(facts, { maxLength: 20 }), (all) => {
			expect(firstBroken(chained(all))).toBeNull();
		}),
	);
});

test('any single change to any field of any entry is named by that entry', () => {
	fc.assert(
		fc.property(
			fc.array(facts, { minLength: 1, maxLength: 12 }),
			fc.nat(),
			fc.constantFrom(...FIELDS),
			text,
			(all, at, field, other) => {
				const rows = chained(all);
				const index = at % rows.length;
				fc.pre(rows[index]![field] !== other);
				const changed = rows.with(index, { ...rows[index]!, [field]: other });
				expect(firstBroken(changed)).toEqual({ seq: index + 1, fault: 'altered' });
			},
		),
	);
});

test('an entry that was changed together with its own hash is found at the one after it', () => {
	const rows = chained([
		{ ...EMPTY, action: 'one' },
		{ ...EMPTY, action: 'two' },
		{ ...EMPTY, action: 'three' },
	]);
	const forged = { ...rows[1]!, action: 'other' };
	const changed = rows.with(1, { ...forged, hash: hashOf(forged) });
	expect(firstBroken(changed)).toEqual({ seq: 3, fault: 'unlinked' });
});

test('any entry that was taken out is named, in the middle by its number and at the end by what was ever made', () => {
	fc.assert(
		fc.property(fc.array(facts, { minLength: 1, maxLength: 12 }), fc.nat(), (all, at) => {
			const rows = chained(all);
			const index = at % rows.length;
			const fault = index === rows.length - 1 ? 'cut-off' : 'missing';
			expect(firstBroken(rows.toSpliced(index, 1), rows.length)).toEqual({ seq: index + 1, fault });
		}),
	);
});

test('two entries that changed places are named, whether or not their numbers went with them', () => {
	fc.assert(
		fc.property(fc.array(facts, { minLength: 2, maxLength: 8 }), fc.nat(), (all, at) => {
			const rows = chained(all);
			const index = at % (rows.length - 1);
			const [one, other] = [rows[index]!, rows[index + 1]!];
			const swapped = rows.with(index, { ...other, seq: one.seq }).with(index + 1, { ...one, seq: other.seq });
			expect(firstBroken(swapped)).toEqual({ seq: index + 1, fault: 'altered' });
		}),
	);
});

test('an entry put in between, with every number after it moved on, is named', () => {
	const rows = chained([
		{ ...EMPTY, action: 'one' },
		{ ...EMPTY, action: 'two' },
	]);
	const put = { ...EMPTY, action: 'put in', seq: 2, previousHash: rows[0]!.hash };
	const withIt = [rows[0]!, { ...put, hash: hashOf(put) }, { ...rows[1]!, seq: 3 }];
	expect(firstBroken(withIt)).toEqual({ seq: 3, fault: 'altered' });
});

test('no two different entries have the same text, wherever a field ends', () => {
	fc.assert(
		fc.property(facts, facts, (one, other) => {
			const [first, second] = [one, other].map((entry) => textToHash({ ...entry, seq: 1, previousHash: FIRST_HASH }));
			expect(first === second).toBe(FIELDS.every((field) => one[field] === other[field]));
		}),
	);
	const joined = { ...EMPTY, action: 'ab', outcome: 'c', seq: 1, previousHash: FIRST_HASH };
	expect(textToHash(joined)).not.toBe(textToHash({ ...joined, action: 'a', outcome: 'bc' }));
});

test('a set of people that is not what its key says breaks the entry that names it', () => {
	const [row] = chained([EMPTY]);
	const link = { seq: 1, hash: row!.hash, previousHash: FIRST_HASH, computedHash: row!.hash };
	expect(checkLink(BEFORE_FIRST, { ...link, isSetWhole: true })).toBeNull();
	expect(checkLink(BEFORE_FIRST, { ...link, isSetWhole: false })).toEqual({ seq: 1, fault: 'people-altered' });
});

const EMPTY = {
	at: '2026-03-03T18:00:00Z',
	actorKind: 'system',
	staffId: null,
	action: 'any',
	recordKind: null,
	recordId: null,
	outcome: 'done',
	peopleKey: null,
	details: '{}',
} as const;
