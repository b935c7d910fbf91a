import { expect, test } from 'vitest';
import { mergeMark } from '#app/domain/attendance/merge-marks.ts';
import type { MarkEntry } from '#app/domain/attendance/register.ts';

const entry = (mark: MarkEntry['mark'], more: Partial<MarkEntry> = {}): MarkEntry => ({
	mark,
	minutes: null,
	reason: null,
	note: null,
	...more,
});
const open = entry(null);
const attended = entry('attended');
const late = entry('late', { minutes: 10, reason: 'travel' });

test.each([
	['a first mark is written', open, open, attended, 'write'],
	['a correction of what the page showed is written', attended, attended, late, 'write'],
	['the same answer again writes nothing', open, attended, attended, 'unchanged'],
	['an answer that was not touched gives way to a colleague’s', attended, late, attended, 'unchanged'],
	['two answers about one person conflict', open, late, attended, 'conflict'],
	['other minutes are another answer', open, late, { ...late, minutes: 15 }, 'conflict'],
	['a mark that a colleague took back meanwhile conflicts with a correction of it', attended, open, late, 'conflict'],
] as const)('%s', (_, opened, current, chosen, merge) => {
	expect(mergeMark(opened, current, chosen)).toBe(merge);
});
