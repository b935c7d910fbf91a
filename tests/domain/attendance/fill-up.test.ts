import { expect, test } from 'vitest';
import { fillUp } from '#app/domain/attendance/fill-up.ts';
import type { MarkEntry } from '#app/domain/attendance/register.ts';

const entry = (says: Partial<MarkEntry>): MarkEntry => ({
	mark: null,
	minutes: null,
	reason: null,
	note: null,
	...says,
});

test.each<[string, Partial<MarkEntry>, Partial<MarkEntry>, Partial<MarkEntry>]>([
	[
		'other minutes keep the reason and the note',
		{ mark: 'late', minutes: 10, reason: 'travel', note: 'The bus' },
		{ mark: 'late', minutes: 15 },
		{ mark: 'late', minutes: 15, reason: 'travel', note: 'The bus' },
	],
	[
		'what is said wins',
		{ mark: 'late', minutes: 10, reason: 'travel', note: 'The bus' },
		{ mark: 'late', minutes: 10, reason: 'other', note: 'Roadworks' },
		{ mark: 'late', minutes: 10, reason: 'other', note: 'Roadworks' },
	],
	[
		'another mark keeps nothing',
		{ mark: 'absent-notified', reason: 'illness', note: 'Flu' },
		{ mark: 'absent-no-contact' },
		{ mark: 'absent-no-contact' },
	],
	['a mark taken back keeps nothing', { mark: 'late', minutes: 10, reason: 'travel', note: 'x' }, {}, {}],
	['nothing over nothing is nothing', { note: 'x' }, {}, {}],
])('%s', (_, before, typed, becomes) => {
	expect(fillUp(entry(before), entry(typed))).toEqual(entry(becomes));
});
