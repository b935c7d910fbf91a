import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSpreadsheet } from '#app/delivery/spreadsheet/read-spreadsheet.ts';
import { writeCsv } from '#app/delivery/spreadsheet/write-csv.ts';
import { writeXlsx } from '#app/delivery/spreadsheet/write-xlsx.ts';
import type { MarkEntry } from '#app/domain/attendance/register.ts';
import type { Table } from '#app/domain/exports/table.ts';
import type { Comparison } from '#app/domain/imports/again/compare-sheet.ts';
import type { ImportId, SessionId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { exportRegister } from '#app/use-cases/cohorts/export-register.ts';
import { bringInSheet } from '#app/use-cases/imports/again/bring-in-sheet.ts';
import { compareRegister } from '#app/use-cases/imports/again/compare-register.ts';
import { undoSheet } from '#app/use-cases/imports/again/undo-sheet.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenSessionStates, givenWall } from '#tests/support/wall.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

const WALL = `
	Alex Smith | P L A N
	Ben Tanner | _ P S c
	Carl Unwin | E - N P
`;

function givenRegister(lines = WALL, states = 'H H H H', sessionCount = 6) {
	const context = testContext({ now: '2026-02-10T12:00:00Z' });
	const places = givenPlaces(context);
	const facilitator = givenStaff(context);
	const coordinator = givenStaff(context, {
		name: 'Cora',
		roles: ['coordinator'],
		areaIds: [places.areaId],
		sides: ['perpetrator'],
	});
	const cohort = givenCohort(context, { ...places, team: [facilitator], name: 'Tuesday group', sessionCount });
	givenSessionStates(context, cohort, states);
	const members = givenWall(context, cohort, lines);
	givenHistory(context);
	return { context, facilitator, coordinator, cohort, members };
}
type World = ReturnType<typeof givenRegister>;

/** Each mark on the wall as the entry of its history that stands. */
function givenHistory({ db }: TestContext): void {
	for (const { sessionId, enrolmentId, mark, minutes, reason, note, markedAt, version } of db
		.select()
		.from(schema.registerRows)
		.all()) {
		if (mark === null || markedAt === null) continue;
		db.insert(schema.registerEntries)
			.values({ sessionId, enrolmentId, mark, minutes, reason, note, markedAt, version })
			.run();
	}
}

const exported = ({ context, coordinator, cohort }: World) =>
	exportRegister(context, coordinator, cohort.cohortId)!.table;

/** The table with other words in some cells: row and column of the mark, from 0. */
const edited = (
	table: Table,
	edits: readonly (readonly [row: number, column: number, word: string | null])[],
): Table => ({
	...table,
	rows: table.rows.map((row, at) =>
		row.map((cell, column) => {
			const edit = edits.find((one) => one[0] + 3 === at && one[1] + 2 === column);
			return edit ? edit[2] : cell;
		}),
	),
});

async function compare({ context, coordinator, cohort }: World, table: Table, kind: 'csv' | 'xlsx' = 'csv') {
	const bytes = kind === 'csv' ? writeCsv(table) : await writeXlsx(table);
	const workbook = await readSpreadsheet(bytes, `sheet.${kind}`);
	if (!workbook.done) throw new Error('the sheet could not be read');
	const compared = compareRegister(context, coordinator, cohort.cohortId, workbook.value);
	if (!compared.done) throw new Error(compared.code);
	return compared.value.comparison;
}

const sumOf = ({ differences, unchanged, blank, refused }: Comparison) =>
	differences.length + unchanged + blank + refused.length;

const columnsOf = ({ differences }: Comparison) =>
	[...Map.groupBy(differences, ({ session }) => session.id)].map(([sessionId, all]) => ({
		sessionId,
		choices: all.map(({ row, would }) => ({
			enrolmentId: row.enrolmentId,
			openedVersion: row.version,
			entry: would,
		})),
		notHeld: null,
	}));

function bringIn({ context, coordinator, cohort }: World, comparison: Comparison) {
	return bringInSheet(context, coordinator, { cohortId: cohort.cohortId, columns: columnsOf(comparison) });
}

const rowsOf = ({ context }: World) => context.db.select().from(schema.registerRows).all();
const said = (world: World) => rowsOf(world).map(({ mark, minutes, reason, note }) => [mark, minutes, reason, note]);

test.each(['csv', 'xlsx'] as const)(
	'a register that was exported as %s comes in again without a difference',
	async (kind) => {
		const world = givenRegister();
		const comparison = await compare(world, exported(world), kind);
		expect(comparison).toMatchObject({ cells: 18, differences: [], unchanged: 18, blank: 0, refused: [] });
	},
);

test('any register comes in again without a difference, and random edits show as exactly those', async () => {
	const letters = fc.constantFrom('P', 'L', 'E', 'A', 'N', 'S', '-', 'c');
	const walls = fc.array(fc.array(letters, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 });
	const edits = fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(3), fc.constantFrom('P', 'N', 'L 7')), {
		selector: ([row, column]) => `${row} ${column}`,
		maxLength: 5,
	});
	const states = fc.constantFrom('H H H H', 'H X H H', 'H H H X');
	await fc.assert(
		fc.asyncProperty(walls, edits, states, async (wall, asked, held) => {
			const marks = wall.map((row, at) => (at === 0 ? ['P', ...row.slice(1)] : row));
			const lines = marks.map((row, at) => `Person N${at}ame | ${row.join(' ')}`).join('\n');
			const world = givenRegister(lines, held);
			const table = exported(world);
			expect((await compare(world, table)).unchanged).toBe(wall.length * 6);
			const wanted = asked.filter(([row, column, word]) => {
				const stands = table.rows[row + 3]?.[column + 2];
				const isOpen = row < wall.length && held.split(' ')[column] === 'H' && stands !== 'c/u';
				return isOpen && stands !== word;
			});
			const comparison = await compare(world, edited(table, wanted));
			const found = comparison.differences.map(({ would, planNumber }) => [planNumber, would.mark]);
			const marksOf = { P: 'attended', N: 'absent-no-contact', 'L 7': 'late' } as const;
			const expected = wanted.map(([, column, word]) => [column + 1, marksOf[word]]);
			expect(found.map(String).toSorted()).toEqual(expected.map(String).toSorted());
			expect(sumOf(comparison)).toBe(comparison.cells);
			expect(comparison.refused).toEqual([]);
		}),
		{ numRuns: 25 },
	);
});

test('only differences are written, as corrections from a sheet, and taking it back restores every row', async () => {
	const world = givenRegister();
	const before = said(world);
	const comparison = await compare(
		world,
		edited(exported(world), [
			[0, 0, 'N'],
			[2, 1, 'P'],
			[0, 1, 'L 15'],
		]),
	);
	expect(
		comparison.differences.map(({ name, planNumber, row, would }) => [name, planNumber, row.mark, would.mark]),
	).toEqual([
		['Alex Smith', 1, 'attended', 'absent-no-contact'],
		['Alex Smith', 2, 'late', 'late'],
		['Carl Unwin', 2, null, 'attended'],
	]);
	const changedBefore = rowsOf(world).map(({ version }) => version);
	const outcome = bringIn(world, comparison);
	expect(outcome.done).toBe(true);
	expect(rowsOf(world).filter(({ version }, at) => version !== changedBefore[at])).toHaveLength(3);
	const entries = world.context.db.select().from(schema.registerEntries).all();
	expect(
		entries.map(({ mark, minutes, correctionReason, markedBy }) => [mark, minutes, correctionReason, markedBy]),
	).toEqual(
		expect.arrayContaining([
			['absent-no-contact', null, 'From a sheet', world.coordinator.staffId],
			['late', 15, 'From a sheet', world.coordinator.staffId],
			['attended', null, null, world.coordinator.staffId],
		]),
	);
	if (!outcome.done) return;
	const undone = undoSheet(world.context, world.coordinator, {
		cohortId: world.cohort.cohortId,
		importId: outcome.value!,
	});
	expect(undone).toMatchObject({ done: true, value: { left: 0, restored: 3 } });
	expect(said(world)).toEqual(before);
	const twice = undoSheet(world.context, world.coordinator, {
		cohortId: world.cohort.cohortId,
		importId: outcome.value!,
	});
	expect(twice).toMatchObject({ done: false, code: 'not-found' });
});

test('an empty cell takes nothing away, and what cannot be taken says so with both values', async () => {
	const world = givenRegister();
	const table = edited(exported(world), [
		[0, 0, null],
		[0, 1, 'zz'],
		[1, 2, 'c/u'],
		[0, 3, 'L'],
	]);
	const comparison = await compare(world, table);
	expect(comparison.differences).toEqual([]);
	expect(comparison.blank).toBe(1);
	expect(comparison.refused.map(({ raw, code, stands }) => [raw, code, stands?.mark])).toEqual([
		['zz', 'unknown-mark', 'late'],
		['L', 'minutes-needed', 'absent-no-contact'],
		['c/u', 'no-mark', 'stood-down'],
	]);
	expect(sumOf(comparison)).toBe(comparison.cells);
});

const STOOD_DOWN: MarkEntry = { mark: 'stood-down', minutes: null, reason: 'work', note: null };
const NO_CONTACT: MarkEntry = { mark: 'absent-no-contact', minutes: null, reason: null, note: null };

const mark = (
	{ context, facilitator, cohort, members }: World,
	name: string,
	openedVersion: number,
	entry: MarkEntry = STOOD_DOWN,
) =>
	recordRegister(context, facilitator, {
		...{ sessionId: cohort.sessionIds[3] as SessionId, restAttended: false, correctionReason: null },
		choices: [
			{
				enrolmentId: members.get(name)!.enrolmentId,
				openedVersion,
				entry,
			},
		],
	});

test('a mark that somebody changed after the export is not overwritten by the sheet', async () => {
	const world = givenRegister();
	const table = exported(world);
	const later = { ...world, context: { ...world.context, clock: { now: () => instant('2026-02-10T13:00:00Z') } } };
	expect(mark(later, 'Carl Unwin', 2).done).toBe(true);
	const comparison = await compare(world, edited(table, [[2, 3, 'N']]));
	expect(comparison.differences).toEqual([]);
	expect(comparison.refused).toMatchObject([{ code: 'changed-since', raw: 'N', stands: { mark: 'stood-down' } }]);
});

test('a mark that somebody changes between the look and the confirmation refuses all of it with both values', async () => {
	const world = givenRegister();
	const comparison = await compare(
		world,
		edited(exported(world), [
			[2, 3, 'N'],
			[0, 0, 'N'],
		]),
	);
	expect(mark(world, 'Carl Unwin', 2).done).toBe(true);
	const before = said(world);
	const outcome = bringIn(world, comparison);
	expect(outcome).toMatchObject({ done: false, code: 'not-saved' });
	expect(JSON.stringify(outcome)).toContain('stood-down');
	expect(said(world)).toEqual(before);
	expect(world.context.db.select().from(schema.imports).all()).toEqual([]);
});

test('what somebody changed after the sheet came in stays when it is taken back', async () => {
	const world = givenRegister();
	const outcome = bringIn(
		world,
		await compare(
			world,
			edited(exported(world), [
				[2, 3, 'N'],
				[0, 0, 'N'],
			]),
		),
	);
	expect(mark(world, 'Carl Unwin', 3).done).toBe(true);
	if (!outcome.done) throw new Error(outcome.code);
	const undone = undoSheet(world.context, world.coordinator, {
		cohortId: world.cohort.cohortId,
		importId: outcome.value!,
	});
	expect(undone).toMatchObject({ done: true, value: { restored: 1, left: 1 } });
	const row = rowsOf(world).find(
		({ sessionId, enrolmentId }) =>
			sessionId === world.cohort.sessionIds[3] && enrolmentId === world.members.get('Carl Unwin')!.enrolmentId,
	);
	expect(row?.mark).toBe('stood-down');
});

test('taking a sheet back keeps the note beside an attended mark, and minutes that nobody knew', async () => {
	const world = givenRegister();
	const { context, cohort, members } = world;
	const at = (name: string, session: number) =>
		and(
			eq(schema.registerRows.enrolmentId, members.get(name)!.enrolmentId),
			eq(schema.registerRows.sessionId, cohort.sessionIds[session]!),
		);
	const entryAt = (name: string, session: number) =>
		and(
			eq(schema.registerEntries.enrolmentId, members.get(name)!.enrolmentId),
			eq(schema.registerEntries.sessionId, cohort.sessionIds[session]!),
		);
	const noted = { note: 'Left the key with Sam' };
	const unknown = { minutes: null };
	context.db.update(schema.registerRows).set(noted).where(at('Alex Smith', 0)).run();
	context.db.update(schema.registerEntries).set(noted).where(entryAt('Alex Smith', 0)).run();
	context.db.update(schema.registerRows).set(unknown).where(at('Alex Smith', 1)).run();
	context.db.update(schema.registerEntries).set(unknown).where(entryAt('Alex Smith', 1)).run();
	const before = said(world);
	const table = edited(exported(world), [
		[0, 0, 'N'],
		[0, 1, 'P'],
	]);
	const outcome = bringIn(world, await compare(world, table));
	if (!outcome.done) throw new Error(outcome.code);
	expect(said(world)).not.toEqual(before);
	const undone = undoSheet(context, world.coordinator, { cohortId: cohort.cohortId, importId: outcome.value! });
	expect(undone).toMatchObject({ done: true, value: { restored: 2, left: 0 } });
	expect(said(world)).toEqual(before);
	expect(said(world)).toContainEqual(['attended', null, null, 'Left the key with Sam']);
	expect(said(world)).toContainEqual(['late', null, expect.anything(), null]);
});

const undo = ({ context, coordinator, cohort }: World, importId: ImportId) =>
	undoSheet(context, coordinator, { cohortId: cohort.cohortId, importId });
const rowAt = (world: World, session: number, name: string) =>
	rowsOf(world).find(
		({ sessionId, enrolmentId }) =>
			sessionId === world.cohort.sessionIds[session] && enrolmentId === world.members.get(name)!.enrolmentId,
	)!;
const sheetsOf = ({ context }: World) =>
	context.db.select().from(schema.imports).where(eq(schema.imports.kind, 'sheet')).all();

test('a mark that a colleague made just the same meanwhile stays theirs when the sheet is taken back', async () => {
	const world = givenRegister();
	const comparison = await compare(
		world,
		edited(exported(world), [
			[2, 3, 'N'],
			[0, 0, 'N'],
		]),
	);
	expect(comparison.differences.map(({ would }) => would.mark)).toEqual(['absent-no-contact', 'absent-no-contact']);
	expect(comparison.differences.at(-1)!.would).toEqual(NO_CONTACT);
	expect(mark(world, 'Carl Unwin', 2, NO_CONTACT).done).toBe(true);
	const outcome = bringIn(world, comparison);
	if (!outcome.done) throw new Error(outcome.code);
	const [sheet] = sheetsOf(world);
	expect(JSON.parse(sheet!.report!).marks).toHaveLength(1);
	expect(sheet!.fileName).toBe('');
	expect(undo(world, outcome.value!)).toMatchObject({ done: true, value: { restored: 1, left: 0 } });
	expect(rowAt(world, 3, 'Carl Unwin')).toMatchObject({ mark: 'absent-no-contact', version: 3 });
	expect(rowAt(world, 0, 'Alex Smith').mark).toBe('attended');
});

test('a sheet of which nothing is written leaves no report: a second submit of the same page can take nothing back', async () => {
	const world = givenRegister();
	const comparison = await compare(world, edited(exported(world), [[0, 0, 'N']]));
	expect(bringIn(world, comparison)).toMatchObject({ done: true });
	expect(bringIn(world, comparison)).toEqual({ done: true, value: null });
	expect(sheetsOf(world)).toHaveLength(1);
});

const stateAt = ({ context, cohort }: World, at: number) =>
	context.db.select().from(schema.sessions).where(eq(schema.sessions.id, cohort.sessionIds[at]!)).get()!.state;

test.each([
	['only the sheet says so', null, 'scheduled'],
	['an apology from before its start stands again', 'apology', 'scheduled'],
	['a mark made since says so', 'mark', 'held'],
] as const)('a session that a sheet made held, when it is taken back: %s', async (_, besides, becomes) => {
	const world = givenRegister('Alex Smith | P L A\nBen Tanner | P P P\nCarl Unwin | P P P', 'H H H s');
	const earlier = { ...world, context: { ...world.context, clock: { now: () => instant('2026-02-01T12:00:00Z') } } };
	const apology: MarkEntry = { mark: 'absent-notified', minutes: null, reason: 'illness', note: null };
	if (besides === 'apology') expect(mark(earlier, 'Alex Smith', 1, apology).done).toBe(true);
	const outcome = bringIn(world, await compare(world, edited(exported(world), [[0, 3, 'N']])));
	if (!outcome.done) throw new Error(outcome.code);
	expect(stateAt(world, 3)).toBe('held');
	if (besides === 'mark') expect(mark(world, 'Carl Unwin', 1).done).toBe(true);
	const stillHeld = becomes === 'held' ? 1 : 0;
	expect(undo(world, outcome.value!)).toMatchObject({ done: true, value: { restored: 1, left: 0, stillHeld } });
	expect(stateAt(world, 3)).toBe(becomes);
	expect(rowAt(world, 3, 'Alex Smith').mark).toBe(besides === 'apology' ? 'absent-notified' : null);
});

test('a cell with more words than a register’s note takes is refused as it stands, not cut', async () => {
	const world = givenRegister();
	const comparison = await compare(world, edited(exported(world), [[0, 0, `L 10 (${'wandered '.repeat(30).trim()})`]]));
	expect(comparison.differences).toEqual([]);
	expect(comparison.refused.map(({ code }) => code)).toEqual(['unknown-mark']);
});

test('comparing a sheet asks as many questions of two sessions as of twelve', async () => {
	const counts: number[] = [];
	for (const sessionCount of [2, 12]) {
		const world = givenRegister('Alex Smith | P', 'H', sessionCount);
		const workbook = await readSpreadsheet(writeCsv(exported(world)), 'sheet.csv');
		if (!workbook.done) throw new Error('unreadable');
		const { context, coordinator, cohort } = world;
		const compared = () => compareRegister(context, coordinator, cohort.cohortId, workbook.value);
		counts.push(await countQueries(context.db, compared));
	}
	expect(counts[1]).toBe(counts[0]);
});

test('a facilitator, who may bring in no register, is not let in', async () => {
	const { context, facilitator, cohort, ...world } = givenRegister();
	const bytes = writeCsv(exported({ context, facilitator, cohort, ...world }));
	const workbook = await readSpreadsheet(bytes, 'sheet.csv');
	if (!workbook.done) throw new Error('unreadable');
	expect(compareRegister(context, facilitator, cohort.cohortId, workbook.value)).toMatchObject({ code: 'not-found' });
	expect(context.db.select().from(schema.imports).where(eq(schema.imports.kind, 'sheet')).all()).toEqual([]);
});
