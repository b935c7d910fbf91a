import { expect, test } from 'vitest';
import { MARK_MEANINGS, MARKS, REASONS } from '#app/domain/attendance/marks.ts';
import { REASON_LETTERS, readTypedMark, typedText } from '#app/domain/attendance/typed-mark.ts';

const mark = (code: string, minutes: number | null = null, reason: string | null = null) => ({
	kind: 'mark',
	mark: code,
	minutes,
	reason,
});

test.each([
	['P', mark('attended')],
	[' p ', mark('attended')],
	['L10', mark('late', 10)],
	['l 5 t', mark('late', 5, 'travel')],
	['E15', mark('left-early', 15)],
	['ai', mark('absent-notified', null, 'illness')],
	['A i', mark('absent-notified', null, 'illness')],
	['N', mark('absent-no-contact')],
	['s', mark('stood-down')],
	['L', mark('late')],
	['', { kind: 'empty' }],
	['  ', { kind: 'empty' }],
	['-', { kind: 'taken-back' }],
	['–', { kind: 'taken-back' }],
])('“%s” is read', (typed, read) => {
	expect(readTypedMark(typed)).toEqual(read);
});

test.each(['X', 'P10', 'Pi', 'L10z', 'L1000', 'PL', '10', 'present', 'A10', 'Ni', 'L-5', '=P', 'late'])(
	'“%s” is never guessed',
	(typed) => {
		expect(readTypedMark(typed)).toEqual({ kind: 'unreadable' });
	},
);

test('every mark is read back as it is shown, and no two reasons share a letter', () => {
	for (const code of MARKS) {
		const minutes = MARK_MEANINGS[code].takesMinutes ? 12 : null;
		expect(readTypedMark(typedText({ mark: code, minutes }))).toEqual(mark(code, minutes));
	}
	expect(typedText({ mark: null, minutes: null })).toBe('');
	expect(new Set(Object.values(REASON_LETTERS)).size).toBe(REASONS.length);
});
