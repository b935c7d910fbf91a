import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLOCK, type StaffActor } from '#app/domain/access/actor.ts';
import type { Mark } from '#app/domain/attendance/marks.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import { teamMark } from '#app/domain/team/change-team.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import { undoExit } from '#app/use-cases/people/undo-exit.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { changeDuties } from '#app/use-cases/staff/change-duties.ts';
import { deactivateStaff } from '#app/use-cases/staff/deactivate-staff.ts';
import { giveTask } from '#app/use-cases/tasks/give-task.ts';
import { settleTask } from '#app/use-cases/tasks/settle-task.ts';
import { tellOfOverdueTasks } from '#app/use-cases/tasks/tell-of-overdue-tasks.ts';
import { changeTeam } from '#app/use-cases/team/change-team.ts';
import { openDatabase } from '#db/client.ts';
import { listTeams } from '#db/queries/cohorts.ts';
import { findEnrolment } from '#db/queries/enrolments.ts';
import { listNotices } from '#db/queries/notices/notices.ts';
import { listRegisterRows } from '#db/queries/registers.ts';
import { findTask, listOpenTasks, listTaskEntries } from '#db/queries/tasks/tasks.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** A Tuesday group after its third evening, with one man in it unless more are asked for. */
function given({ file, members = 1 }: { file?: string; members?: number } = {}) {
	const context = testContext({ now: '2026-01-27T21:00:00Z', ...(file && { file }) });
	const place = givenPlaces(context);
	const area = { areaIds: [place.areaId] };
	const staff = {
		sam: givenStaff(context, { name: 'Sam' }),
		coordinator: givenStaff(context, { name: 'Jo', roles: ['coordinator'], ...area }),
		elsewhere: givenStaff(context, { name: 'Ida', roles: ['coordinator'], areaIds: [] }),
		lead: givenStaff(context, { name: 'Max', roles: ['lead'] }),
		support: givenStaff(context, { name: 'Rae', roles: ['partner-support'], ...area, sides: ['survivor'] }),
	};
	const cohort = givenCohort(context, { ...place, team: [staff.sam] });
	const enrolmentIds = Array.from({ length: members }, () => givenMember(context, cohort).enrolmentId);
	const enrolmentId = enrolmentIds[0]!;
	const markThese = (these: readonly EnrolmentId[], session: number, to: Mark | null) => {
		const sessionId = cohort.sessionIds[session - 1]!;
		const rows = listRegisterRows(context.db, staff.sam, sessionId);
		const reason = to === 'absent-notified' ? ('illness' as const) : null;
		const entry = { mark: to, minutes: null, reason, note: null };
		const choices = rows
			.filter((row) => these.includes(row.enrolmentId))
			.map(({ enrolmentId: of, version }) => ({ enrolmentId: of, openedVersion: version, entry }));
		return recordRegister(context, staff.sam, { sessionId, choices, restAttended: false, correctionReason: null });
	};
	const mark = (session: number, to: Mark | null) => markThese([enrolmentId], session, to);
	const markAll = (session: number, to: Mark | null) => markThese(enrolmentIds, session, to);
	const kinds = (who: StaffActor) =>
		listOpenTasks(context.db, who, { own: false })
			.map(({ kind }) => kind)
			// Who is expected again has no safe contact here: that is another story.
			.filter((kind) => kind !== 'message-blocked')
			.toSorted();
	return { context, db: context.db, cohort, enrolmentId, mark, markAll, kinds, ...staff };
}

test('the ladder climbs with the registers, each step on its own desk', () => {
	const { mark, kinds, sam, coordinator, lead, support } = given();
	mark(1, 'absent-no-contact');
	expect(kinds(sam)).toEqual(['absence-call']);
	expect(kinds(support)).toEqual([]);
	mark(2, 'absent-notified');
	expect(kinds(sam)).toEqual(['absence-call']);
	expect(kinds(coordinator)).toEqual(['absence-call', 'absence-referrer', 'absence-review']);
	expect(kinds(support)).toEqual(['absence-partner']);
	mark(3, 'absent-no-contact');
	expect(kinds(lead)).toContain('absence-decision');
	expect(kinds(coordinator)).not.toContain('absence-decision');
});

test('a correction that takes the cause away closes the task, says so to who sees it, and stands in its history', () => {
	const { db, mark, kinds, sam } = given();
	mark(3, 'absent-no-contact');
	const { id } = listOpenTasks(db, sam, { own: true })[0]!;
	expect(mark(3, 'attended')).toMatchObject({ value: { tasksClosed: 1 } });
	expect(kinds(sam)).toEqual([]);
	expect(listTaskEntries(db, id)).toMatchObject([
		{ event: 'opened', by: 'Sam' },
		{ event: 'closed', by: 'Sam', words: 'corrected' },
	]);
	mark(3, 'absent-no-contact');
	expect(listOpenTasks(db, sam, { own: true })).toMatchObject([{ id }]);
});

test('what a correction closes on a desk that somebody may not see is not said to them', () => {
	const { mark, kinds, sam, support, coordinator } = given();
	mark(1, 'absent-notified');
	mark(2, 'absent-notified');
	expect([kinds(sam), kinds(support)]).toEqual([[], ['absence-partner']]);
	expect(mark(2, 'attended')).toMatchObject({ value: { tasksClosed: 0 } });
	expect([kinds(coordinator), kinds(support)]).toEqual([[], []]);
});

test('a register saved unchanged opens nothing anew, nor does what was done come back', () => {
	const { context, db, mark, sam, kinds } = given();
	mark(1, 'absent-no-contact');
	const { id, version } = listOpenTasks(db, sam, { own: true })[0]!;
	settleTask(context, sam, { id, version, outcome: 'reached', note: null });
	mark(1, 'absent-no-contact');
	mark(2, 'absent-no-contact');
	expect(kinds(sam)).toEqual([]);
	expect(db.select().from(schema.tasks).all()).toHaveLength(4);
});

test('a save asks as much of twelve people whose absences were told and are no more as of one, and nothing anew', async () => {
	const counts: number[] = [];
	for (const many of [1, 12]) {
		const { context, db, markAll, sam, coordinator } = given({ members: many });
		markAll(1, 'absent-notified');
		markAll(2, 'absent-notified');
		for (const { id, kind } of listOpenTasks(db, coordinator, { own: false })) {
			if (kind !== 'absence-referrer') continue;
			settleTask(context, coordinator, { id, version: 1, outcome: 'told', note: null });
		}
		markAll(2, 'attended');
		const afterwards = listOpenTasks(db, coordinator, { own: false });
		expect(afterwards.map(({ kind }) => kind)).toEqual(Array(many).fill('absence-referrer'));
		counts.push(await countQueries(db, () => markAll(3, 'attended')));
		expect(listOpenTasks(db, coordinator, { own: false })).toEqual(afterwards);
		expect(listOpenTasks(db, sam, { own: true })).toEqual([]);
	}
	expect(counts[0]).toBeGreaterThan(0);
	expect(counts[1]).toBe(counts[0]);
});

test('what a save opens costs its own lines and nothing else: what there is to know is read once for all', async () => {
	const counts: number[] = [];
	for (const many of [1, 2, 12]) {
		const { context, markAll } = given({ members: many });
		counts.push(await countQueries(context.db, () => markAll(1, 'absent-no-contact')));
	}
	// The task and what happened to it: two lines for each person.
	expect(counts[1]! - counts[0]!).toBe(2);
	expect(counts[2]! - counts[0]!).toBe(22);
});

test('every exit has a task for partner support, known partner or not, and one for the referrer; taking it back closes them', () => {
	const { context, db, mark, kinds, enrolmentId, sam, coordinator, support } = given();
	mark(1, 'absent-no-contact');
	const version = () => findEnrolment(db, coordinator, enrolmentId, 'read', 'exit')!.version;
	const exit = { enrolmentId, on: '2026-01-27', kind: 'left', reason: 'work', note: null };
	expect(recordExit(context, coordinator, { ...exit, version: version() } as never)).toMatchObject({ done: true });
	expect([kinds(sam), kinds(coordinator), kinds(support)]).toEqual([[], ['exit-referrer'], ['exit-partner']]);
	expect(undoExit(context, coordinator, { enrolmentId, version: version() })).toMatchObject({ done: true });
	expect([kinds(sam), kinds(support)]).toEqual([['absence-call'], []]);
	recordExit(context, coordinator, {
		...exit,
		kind: 'removed',
		reason: 'behaviour-in-sessions',
		version: version(),
	} as never);
	expect(kinds(support)).toEqual(['exit-partner']);
});

test('an overdue call is told to the coordinators of the area once, however often and from however many processes the clock strikes', () => {
	const file = join(mkdtempSync(join(tmpdir(), 'tasks-')), 'db.sqlite');
	const { context, db, mark, sam, coordinator, elsewhere, lead } = given({ file });
	mark(3, 'absent-no-contact');
	const { id } = listOpenTasks(db, sam, { own: true })[0]!;
	context.setNow('2026-01-29T23:00:00Z');
	tellOfOverdueTasks(context, CLOCK);
	expect(listNotices(db, coordinator)).toEqual([]);
	context.setNow('2026-01-30T00:01:00Z');
	tellOfOverdueTasks(context, CLOCK);
	tellOfOverdueTasks({ ...context, db: openDatabase(file) }, CLOCK);
	tellOfOverdueTasks(context, CLOCK);
	expect(listNotices(db, coordinator)).toMatchObject([{ kind: 'task-overdue', aboutId: id }]);
	expect([...listNotices(db, elsewhere), ...listNotices(db, lead)]).toEqual([]);
	expect(listTaskEntries(db, id).map(({ event }) => event)).toEqual(['opened', 'told-on']);
	expect(findTask(db, coordinator, id, 'read')).toMatchObject({ toldOnAt: '2026-01-30T00:01:00Z' });
	mark(3, 'attended');
	expect(listNotices(db, coordinator)).toMatchObject([{ readAt: '2026-01-30T00:01:00Z' }]);
});

test('the clock asks as much of what is overdue in twelve cohorts as in one, but for the lines that it writes', async () => {
	const counts: number[] = [];
	for (const many of [1, 2, 12]) {
		const context = testContext({ now: '2026-01-27T21:00:00Z' });
		const place = givenPlaces(context);
		givenStaff(context, { roles: ['coordinator'], areaIds: [place.areaId] });
		for (const at of Array(many).keys()) {
			const sam = givenStaff(context);
			const cohort = givenCohort(context, { ...place, team: [sam], name: `Group ${at}` });
			const { enrolmentId } = givenMember(context, cohort);
			const entry = { mark: 'absent-no-contact' as const, minutes: null, reason: null, note: null };
			const choices = [{ enrolmentId, openedVersion: 0, entry }];
			const register = { sessionId: cohort.sessionIds[0]!, restAttended: false, correctionReason: null };
			expect(recordRegister(context, sam, { ...register, choices })).toMatchObject({ done: true });
		}
		context.setNow('2026-02-10T00:01:00Z');
		counts.push(await countQueries(context.db, () => tellOfOverdueTasks(context, CLOCK)));
		expect(
			context.db
				.select()
				.from(schema.tasks)
				.all()
				.map(({ toldOnAt }) => toldOnAt),
		).not.toContain(null);
	}
	// That it was told on, in the task and in what happened to it, and the notice of one coordinator.
	expect(counts[1]! - counts[0]!).toBe(3);
	expect(counts[2]! - counts[0]!).toBe(33);
});

test('nobody but the clock tells of overdue tasks', () => {
	const { context, db, mark, sam, coordinator } = given();
	mark(1, 'absent-no-contact');
	context.setNow('2026-02-10T00:01:00Z');
	tellOfOverdueTasks(context, sam);
	expect(listNotices(db, coordinator)).toEqual([]);
});

test('where an area has no coordinator a lead is told of what is overdue, and an administrator where there is none either', () => {
	const { context, db, mark, sam, coordinator, lead } = given();
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const told = () => [coordinator, lead, administrator].map((one) => listNotices(db, one).length);
	const close = (who: StaffActor) =>
		expect(deactivateStaff(context, administrator, { staffId: who.staffId, version: 1 })).toMatchObject({ done: true });
	close(coordinator);
	mark(1, 'absent-no-contact');
	context.setNow('2026-02-10T00:01:00Z');
	tellOfOverdueTasks(context, CLOCK);
	expect(told()).toEqual([0, 1, 0]);
	close(lead);
	mark(3, 'absent-no-contact');
	mark(2, 'attended');
	context.setNow('2026-02-20T00:01:00Z');
	tellOfOverdueTasks(context, CLOCK);
	expect(told()).toEqual([0, 1, 1]);
	expect(listNotices(db, sam)).toEqual([]);
});

test('whoever was given a task is told when it is overdue, whatever its desk, and nobody else of partner support’s', () => {
	const { context, db, mark, coordinator, lead, sam, support } = given();
	mark(1, 'absent-no-contact');
	mark(2, 'absent-no-contact');
	const give = (who: StaffActor, kind: string) => {
		const { id, version } = listOpenTasks(db, who, { own: false }).find((task) => task.kind === kind)!;
		expect(giveTask(context, who, { id, version, to: who.staffId, words: null })).toMatchObject({ done: true });
		return id;
	};
	const [hers, call] = [give(support, 'absence-partner'), give(sam, 'absence-call')];
	context.setNow('2026-02-10T00:01:00Z');
	tellOfOverdueTasks(context, CLOCK);
	const of = (who: StaffActor) => listNotices(db, who).map(({ aboutId }) => aboutId);
	expect([of(support), of(sam), of(coordinator), of(lead)]).toEqual([[hers], [call], [call], []]);
});

test.each(['account closed', 'duties changed', 'left the team', 'leaves later'] as const)(
	'what was given to somebody goes back to its desk: %s',
	(how) => {
		const { context, db, mark, cohort, coordinator, sam } = given();
		const kim = givenStaff(context, { name: 'Kim' });
		const { cohortId } = cohort;
		db.insert(schema.teamMembers).values({ cohortId, staffId: kim.staffId, duty: 'co-facilitator' }).run();
		const administrator = givenStaff(context, { roles: ['administrator'] });
		mark(1, 'absent-no-contact');
		const { id, version } = listOpenTasks(db, sam, { own: true })[0]!;
		expect(giveTask(context, sam, { id, version, to: kim.staffId, words: null })).toMatchObject({ done: true });
		expect(listOpenTasks(db, sam, { own: true })).toEqual([]);
		const own = () => listOpenTasks(db, sam, { own: true }).map((task) => task.id);
		const leave = (from: string) => {
			const shown = teamMark(listTeams(db, [cohortId]));
			const team = [{ staffId: sam.staffId, duty: 'lead-facilitator' as const }];
			return changeTeam(context, coordinator, { cohortId, from: calendarDay(from), team, shown, covers: null });
		};
		const who = { staffId: kim.staffId, version: 1 };
		const done = {
			'account closed': () => deactivateStaff(context, administrator, who),
			'duties changed': () =>
				changeDuties(context, administrator, { ...who, name: 'Kim', roles: ['observer'], areaIds: [], sides: [] }),
			'left the team': () => leave('2026-01-27'),
			'leaves later': () => leave('2026-02-03'),
		}[how]();
		expect(done).toMatchObject({ done: true });
		if (how === 'leaves later') {
			tellOfOverdueTasks(context, CLOCK);
			expect(own()).toEqual([]);
			context.setNow('2026-02-03T00:01:00Z');
			tellOfOverdueTasks(context, CLOCK);
		}
		expect(own()).toEqual([id]);
		expect(listTaskEntries(db, id).find(({ event, to }) => event === 'given' && to === null)).toBeDefined();
		expect(listNotices(db, kim).every(({ readAt }) => readAt !== null)).toBe(true);
	},
);

/** Says that those whom the open tasks of this kind ask to tell were told. */
function tell({ context, db }: Pick<ReturnType<typeof given>, 'context' | 'db'>, who: StaffActor, kind: string) {
	const { id, version } = listOpenTasks(db, who, { own: false }).find((task) => task.kind === kind)!;
	expect(settleTask(context, who, { id, version, outcome: 'told', note: null })).toMatchObject({ done: true });
}

test('who was told of an exit is told that it was taken back, and not when it ends again before that', () => {
	const world = given();
	const { context, db, enrolmentId, coordinator, support } = world;
	const version = () => findEnrolment(db, coordinator, enrolmentId, 'read', 'exit')!.version;
	const exit = { enrolmentId, on: '2026-01-27', kind: 'left', reason: 'work', note: null };
	const leave = () => recordExit(context, coordinator, { ...exit, version: version() } as never);
	const takeBack = () => undoExit(context, coordinator, { enrolmentId, version: version() });
	const words = (who: StaffActor) =>
		listOpenTasks(db, who, { own: false })
			.filter(({ kind }) => kind !== 'message-blocked')
			.map((task) => `${task.kind}: ${task.words}`);
	leave();
	tell(world, support, 'exit-partner');
	expect(takeBack()).toMatchObject({ done: true });
	// The referrer was not told yet.
	expect(words(coordinator)).toEqual([]);
	expect(words(support)).toEqual([expect.stringMatching(/^exit-partner: .*the place goes on/)]);
	leave();
	expect(words(support)).toEqual(['exit-partner: null']);
	takeBack();
	expect(words(support)).toEqual([expect.stringMatching(/the place goes on/)]);
	tell(world, support, 'exit-partner');
	leave();
	takeBack();
	expect(words(support)).toEqual([]);
});

test('who was told of absences is told that a register was corrected, unless the absence is there again', () => {
	const world = given();
	const { db, mark, coordinator, support } = world;
	mark(1, 'absent-no-contact');
	mark(2, 'absent-no-contact');
	tell(world, support, 'absence-partner');
	tell(world, coordinator, 'absence-referrer');
	const ofKind = (who: StaffActor, kind: string) =>
		listOpenTasks(db, who, { own: false }).flatMap((task) => (task.kind === kind ? [task.words] : []));
	mark(2, 'attended');
	expect(ofKind(support, 'absence-partner')).toEqual([expect.stringContaining('it is no longer so')]);
	expect(ofKind(coordinator, 'absence-referrer')).toEqual([expect.stringContaining('it is no longer so')]);
	// Asked once, however often anything is saved.
	mark(3, 'attended');
	expect(ofKind(support, 'absence-partner')).toHaveLength(1);
	mark(3, null);
	mark(2, 'absent-no-contact');
	expect([ofKind(support, 'absence-partner'), ofKind(coordinator, 'absence-referrer')]).toEqual([[], []]);
});
