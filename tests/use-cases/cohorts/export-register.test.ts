import { expect, test } from 'vitest';
import { writeCsv } from '#app/delivery/spreadsheet/write-csv.ts';
import { writeXlsx } from '#app/delivery/spreadsheet/write-xlsx.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Table } from '#app/domain/exports/table.ts';
import type { RegisterProposal } from '#app/domain/imports/proposal.ts';
import { markText } from '#app/domain/imports/register-report.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { exportRegister } from '#app/use-cases/cohorts/export-register.ts';
import { readRegister } from '#app/use-cases/imports/read-register.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenExit, givenSessionStates, givenWall } from '#tests/support/wall.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { desk, workbookOf } from '../imports/given.ts';

const WRITERS = [
	['csv', async (table: Table) => writeCsv(table)],
	['xlsx', writeXlsx],
] as const;

async function readBack(context: TestContext, bytes: Uint8Array, kind: string): Promise<RegisterProposal> {
	const read = readRegister(context, await workbookOf(bytes, `register.${kind}`));
	if (!read.done) throw new Error(read.code);
	return read.value;
}

/** Everybody's marks as the reading of a wall register shows them, a refused one by its code. */
function marksIn({ participants }: RegisterProposal) {
	return participants.map(({ name, ref, marks }) => ({
		name,
		ref,
		marks: marks.map((mark) => mark.refusal ?? markText(mark).replace(/\(.*\)/, '')),
	}));
}

function wall() {
	const context = testContext({ now: '2026-03-11T12:00:00Z' });
	const team = [givenStaff(context)];
	const cohort = givenCohort(context, { areaId: givenPlaces(context).areaId, team, sessionCount: 12 });
	givenSessionStates(context, cohort, 'H H H H H X H H H');
	const members = givenWall(
		context,
		cohort,
		`
		Alex   Smith       | P P L A N - P P E
		Ravi   deSouza     | P c S - P - P P P
		Tomasz Nowak       | _ _ _ P P - A P -
		Gareth Pugh-Jones  | P P N
		=SUM(A1) @Evil     | P P P P P - P P P
		`,
	);
	givenExit(context, cohort, members.get('Gareth Pugh-Jones')!, { on: '2026-02-01', afterPlan: 3, kind: 'removed' });
	return { context, cohortId: cohort.cohortId, actor: team[0] as StaffActor };
}

test.each(WRITERS)(
	'our own reading of wall registers reads every mark of the exported %s back',
	async (kind, write) => {
		const { context, cohortId, actor } = wall();
		const proposal = await readBack(context, await write(exportRegister(context, actor, cohortId)!.table), kind);
		const [P, L, E, A, N, S, c] = [
			'attended',
			'late',
			'left-early',
			'absent-notified',
			'absent-no-contact',
			'stood-down',
			'caught-up',
		];
		const [x, none, not] = ['session-cancelled', 'not-recorded', 'not-enrolled'];
		const rest = [none, none, none];
		expect(proposal.refused).toEqual([]);
		expect(marksIn(proposal).map(({ name, marks }) => [name, marks])).toEqual([
			["'@Evil, =SUM(A1)", [P, P, P, P, P, x, P, P, P, ...rest]],
			['Nowak, Tomasz', [not, not, not, P, P, x, A, P, none, ...rest]],
			['Pugh-Jones, Gareth', [P, P, N, not, not, not, not, not, not, not, not, not]],
			['Smith, Alex', [P, P, L, A, N, x, P, P, E, ...rest]],
			['deSouza, Ravi', [P, c, S, none, P, x, P, P, P, ...rest]],
		]);
		expect(proposal.participants.find(({ name }) => name === 'Smith, Alex')!.marks[2]).toMatchObject({ minutes: 10 });
		expect(proposal.sessions.map(({ status }) => status).slice(4, 7)).toEqual(['held', 'cancelled', 'held']);
	},
);

test.each(WRITERS)(
	'a wall register that was brought in comes out as %s with the same dates and marks',
	async (kind, write) => {
		const office = await desk();
		const { importId, outcome } = office.bringIn();
		if (!outcome.done) throw new Error(outcome.code);
		const cohortId = office.row(importId)!.cohortId as CohortId;
		const asBroughtIn = readRegister(office.context, office.workbook);
		if (!asBroughtIn.done) throw new Error(asBroughtIn.code);
		const before = asBroughtIn.value;
		const after = await readBack(
			office.context,
			await write(exportRegister(office.context, office.coordinator, cohortId)!.table),
			kind,
		);
		expect(after.sessions.map(({ day }) => day)).toEqual(before.sessions.map(({ day }) => day));
		const byReference = (proposal: RegisterProposal) =>
			new Map(marksIn(proposal).map(({ ref, marks }) => [ref, marks] as const));
		const [old, again] = [byReference(before), byReference(after)];
		expect(again.size).toBe(10);
		const refusedBefore = before.refused.length;
		let differ = 0;
		for (const [ref, marks] of old) {
			marks.forEach((mark, at) => {
				if (mark !== again.get(ref)![at]) differ += 1;
			});
		}
		// What was refused on the way in is nothing recorded on the way out; every other cell is the same.
		expect(differ).toBeLessThanOrEqual(refusedBefore);
		expect(after.refused).toEqual([]);
	},
);

test('reasons, notes and contact details stay behind', async () => {
	const { context, cohortId, actor } = wall();
	const text = writeCsv(exportRegister(context, actor, cohortId)!.table).toString('utf8');
	expect(text).toContain('Smith, Alex');
	expect(text).not.toMatch(/work|flooded|@example/i);
});

test('who may not read the register gets nothing, and nor does anybody for a cohort that is not there', () => {
	const { context, cohortId, actor } = wall();
	const others = [
		givenStaff(context),
		givenStaff(context, { roles: ['administrator'] }),
		givenStaff(context, { roles: ['coordinator'], areaIds: [givenPlaces(context, 'Southfield').areaId] }),
		givenStaff(context, { roles: [] }),
	];
	expect(exportRegister(context, actor, cohortId)).not.toBeNull();
	for (const other of others) expect(exportRegister(context, other, cohortId)).toBeNull();
	expect(exportRegister(context, actor, 'nobody' as CohortId)).toBeNull();
});
