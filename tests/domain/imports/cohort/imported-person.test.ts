import { expect, test } from 'vitest';
import { LONGEST_NOTE } from '#app/domain/attendance/check-mark.ts';
import { importPerson } from '#app/domain/imports/cohort/imported-person.ts';
import type { ImportedSession } from '#app/domain/imports/cohort/imported-sessions.ts';
import { lexiconOf, readMark } from '#app/domain/imports/marks/read-mark.ts';
import { reasonKindOf } from '#app/domain/imports/marks/reasons.ts';
import type { ProposedMark, ProposedParticipant } from '#app/domain/imports/proposal.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { timeOfPlan } from '../../attendance/facts.ts';

const held: ImportedSession = {
	planNumber: 1,
	kind: 'group',
	state: 'held',
	stateReason: null,
	time: timeOfPlan(1),
	lengthMinutes: 120,
	moved: null,
	column: 1,
};

/** What the register keeps of one cell, as it was typed. */
function entryOf(typed: string) {
	const read = readMark(typed, lexiconOf([], {}));
	if (read.kind !== 'mark') throw new Error(`“${typed}” is ${read.code}`);
	const { code, minutes, reason, note } = read;
	const reasonKind = reason === null ? null : reasonKindOf(reason);
	const cell = { cell: 'C3', session: 1, raw: typed, refusal: null, caughtUpOn: null };
	const mark: ProposedMark = { ...cell, code, minutes, reason, reasonKind, note };
	const person = { row: 3, name: 'Alex Smith', joinedSession: 1, leftAfterSession: null, marks: [mark] };
	const now = instant('2026-06-01T09:00:00Z');
	return importPerson(person as unknown as ProposedParticipant, 'CD1', [held], now).rows[0]?.entry;
}

test('a cause that no reason of ours says is kept as it was typed, once', () => {
	expect(entryOf('apologies - his wedding')).toMatchObject({
		mark: 'absent-notified',
		reason: 'other',
		note: 'his wedding',
	});
});

test('no note from a sheet is longer than a register takes back', () => {
	const note = entryOf(`apologies - ${'a very long story '.repeat(10)}`)?.note;
	expect(note?.length).toBeLessThanOrEqual(LONGEST_NOTE);
	expect(note).toMatch(/^a very long story .*story$/);
});
