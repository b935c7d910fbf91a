import { expect, test } from 'vitest';
import { registerCell } from '#app/domain/cohorts/register-cell.ts';

const unmarked = { expected: true, mark: null };
const held = { state: 'held', hasStarted: true, isCaughtUp: false } as const;

test.for([
	{ says: 'a mark is shown as it is', facts: { ...held, row: { expected: true, mark: 'late' } }, cell: 'late' },
	{
		says: 'a held session without a mark is not yet recorded',
		facts: { ...held, row: unmarked },
		cell: 'not-recorded',
	},
	{
		says: 'a session that has begun and was not answered for is not yet recorded',
		facts: { ...held, state: 'scheduled', row: unmarked },
		cell: 'not-recorded',
	},
	{
		says: 'a session that has not begun is to come',
		facts: { ...held, state: 'scheduled', hasStarted: false, row: unmarked },
		cell: 'to-come',
	},
	{
		says: 'an apology in advance shows before its session',
		facts: { ...held, state: 'scheduled', hasStarted: false, row: { expected: true, mark: 'absent-notified' } },
		cell: 'absent-notified',
	},
	{
		says: 'a cancelled session is cancelled whatever was typed',
		facts: { ...held, state: 'cancelled', row: { expected: true, mark: 'absent-no-contact' } },
		cell: 'cancelled',
	},
	{
		says: 'a catch-up shows over the absence that it makes up for',
		facts: { ...held, isCaughtUp: true, row: { expected: true, mark: 'absent-notified' } },
		cell: 'caught-up',
	},
	{ says: 'before somebody joined the place is empty', facts: { ...held, row: null }, cell: 'not-enrolled' },
	{
		says: 'after an exit the place is empty, and a cancelled session too',
		facts: { ...held, state: 'cancelled', row: { expected: false, mark: null } },
		cell: 'not-enrolled',
	},
	{
		says: 'an apology for a session after an exit does not show',
		facts: { ...held, row: { expected: false, mark: 'absent-notified' } },
		cell: 'not-enrolled',
	},
] as const)('$says', ({ facts, cell }) => {
	expect(registerCell(facts)).toBe(cell);
});
