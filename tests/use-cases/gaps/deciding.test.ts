import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { CLOCK } from '#app/domain/access/actor.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import type { TaskId } from '#app/domain/shared/ids.ts';
import { acceptGap, takeBackAcceptance } from '#app/use-cases/gaps/accept-gap.ts';
import { closeMendedGaps } from '#app/use-cases/gaps/close-mended-gaps.ts';
import { findGap } from '#app/use-cases/gaps/find-gap.ts';
import { handGap, listGapHolders } from '#app/use-cases/gaps/hand-gap.ts';
import { readGaps } from '#app/use-cases/gaps/read-gaps.ts';
import { findTask } from '#db/queries/tasks/tasks.ts';
import * as schema from '#db/schema/index.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenCohort, givenMember, givenStaff } from '#tests/support/world.ts';
import { expectDone, givenGroup, hand, log, mark, seen } from './given.ts';

/** The group with its third session held and not logged for a fortnight. */
function givenLogMissing() {
	const group = givenGroup();
	mark(group, group.sessionIds[2]!);
	group.context.setNow('2026-01-24T12:00:00Z');
	const key = `log-missing-${group.sessionIds[2]}`;
	group.context.db
		.update(schema.sessions)
		.set({ day: calendarDay('2026-01-20') })
		.where(eq(schema.sessions.id, group.sessionIds[2]!))
		.run();
	const past = { startsAt: '2026-01-20T20:30:00Z', endsAt: '2026-01-20T22:30:00Z' } as never;
	group.context.db.update(schema.sessions).set(past).where(eq(schema.sessions.id, group.sessionIds[2]!)).run();
	return { ...group, key, dueOn: calendarDay('2026-02-01') };
}

test('a gap has the people by name whose it is: the team of its session, or who works at its desk', () => {
	const { context, ruth, priya, sam, sessionIds } = givenLogMissing();
	const owners = (who: typeof ruth) =>
		readGaps(context, who).map((gap) => [gap.kind, gap.owners.map(({ name }) => name)]);
	expect(owners(ruth)).toEqual([['log-missing', ['Sam Okafor', 'Tess Vale']]]);
	expect(owners(sam)).toEqual(owners(ruth));
	const cancelled = { state: 'cancelled', stateReason: 'Snow' } as const;
	context.db.update(schema.sessions).set(cancelled).where(eq(schema.sessions.id, sessionIds[2]!)).run();
	expect(owners(priya)).toEqual([['not-delivered-again', ['Priya Nair']]]);
	expect(owners(sam)).toEqual([]);
});

test('a lead hands a gap to somebody by a day, who is told; handed on again it is the same task', () => {
	const { context, ruth, sam, tess, key, dueOn } = givenLogMissing();
	const handed = { key, dueOn, words: 'From your notes', version: 0 };
	expect(handGap(context, ruth, { ...handed, to: tess.staffId })).toMatchObject({ done: true });
	const task = () => context.db.select().from(schema.tasks).all();
	expect(task()).toMatchObject([
		{
			kind: 'gap',
			desk: 'team',
			ownerId: tess.staffId,
			dueOn,
			words: 'Delivery log missing. From your notes',
			state: 'open',
		},
	]);
	const [gap] = readGaps(context, sam);
	expect(gap).toMatchObject({ owners: [{ name: 'Tess Vale' }], task: { dueOn } });
	const later = calendarDay('2026-02-08');
	expect(handGap(context, ruth, { ...handed, to: sam.staffId, dueOn: later, version: 1 })).toMatchObject({
		done: true,
	});
	expect(task()).toMatchObject([{ ownerId: sam.staffId, dueOn: later }]);
	const told = context.db.select().from(schema.staffNotices).all();
	expect(told.filter(({ kind }) => kind === 'task-given').map(({ staffId }) => staffId)).toContain(sam.staffId);
	const actions = context.db.select().from(schema.auditEntries).all();
	expect(actions.filter(({ action, outcome }) => action === 'gap-handed-on' && outcome === 'done')).toHaveLength(2);
});

test('handing on is refused to who is no lead, to somebody who may not do it, and for a day that is over', () => {
	const { context, ruth, sam, priya, tess, imani, key, dueOn } = givenLogMissing();
	const handed = { key, dueOn, to: tess.staffId, words: null, version: 0 };
	for (const who of [sam, priya, imani]) {
		expect(handGap(context, who, handed)).toMatchObject({ code: 'not-found' });
		expect(acceptGap(context, who, { key, reason: 'Lost' })).toMatchObject({ code: 'not-found' });
	}
	const stranger = givenStaff(context, { name: 'Uma Ray' });
	expect(handGap(context, ruth, { ...handed, to: stranger.staffId })).toMatchObject({ code: 'owner-missing' });
	expect(handGap(context, ruth, { ...handed, dueOn: calendarDay('2026-01-23') })).toMatchObject({ code: 'day-past' });
	expect(handGap(context, ruth, { ...handed, key: 'log-missing-nobodys' })).toMatchObject({ code: 'not-found' });
	expect(handGap(context, ruth, { ...handed, key: 'nonsense' })).toMatchObject({ code: 'not-found' });
	expect(context.db.select().from(schema.tasks).all()).toEqual([]);
});

test('an accepted gap leaves what is open with its task, stands with who and why, and comes back when it is taken back', () => {
	const group = givenLogMissing();
	const { context, ruth, sam, key } = group;
	const stateOfTask = hand(group, ruth, 'log-missing');
	expect(acceptGap(context, ruth, { key, reason: ' ' })).toMatchObject({ code: 'reason-needed' });
	expect(acceptGap(context, ruth, { key, reason: 'The paper log was lost' })).toMatchObject({ done: true });
	expect([seen(context, ruth), stateOfTask()]).toEqual([[], 'closed']);
	expect(findGap(context, sam, key)?.acceptance).toMatchObject({ by: 'Ruth Levy', reason: 'The paper log was lost' });
	expect(acceptGap(context, ruth, { key, reason: 'Again' })).toMatchObject({ code: 'accepted-already' });
	const to = { key, to: sam.staffId, dueOn: calendarDay('2026-02-01'), words: null, version: 0 };
	expect(handGap(context, ruth, to)).toMatchObject({ code: 'accepted-already' });
	const back = { key, acceptanceId: findGap(context, ruth, key)!.acceptance!.id };
	expect(takeBackAcceptance(context, sam, back)).toMatchObject({ code: 'not-found' });
	expect(takeBackAcceptance(context, ruth, back)).toMatchObject({ done: true });
	expect(takeBackAcceptance(context, ruth, back)).toMatchObject({ code: 'not-accepted' });
	expect(seen(context, ruth)).toEqual(['log-missing']);
	expect(acceptGap(context, ruth, { key, reason: 'Lost after all' })).toMatchObject({ done: true });
	expect(context.db.select().from(schema.gapAcceptances).all()).toHaveLength(2);
	const actions = context.db
		.select()
		.from(schema.auditEntries)
		.all()
		.map(({ action }) => action);
	expect(actions).toEqual(expect.arrayContaining(['gap-accepted', 'gap-acceptance-taken-back']));
});

test('a second lead with an old page overwrites nothing; a button that was pressed twice hands it on once', () => {
	const { context, ruth, sam, tess, key, dueOn } = givenLogMissing();
	const rita = givenStaff(context, { name: 'Rita Moss', roles: ['lead'] });
	const handed = { key, to: tess.staffId, dueOn, words: 'Ring him first', version: 0 };
	for (const press of [1, 2]) expect([press, handGap(context, ruth, handed)]).toMatchObject([press, { done: true }]);
	const entries = () => context.db.select().from(schema.taskEntries).all();
	expect(entries()).toHaveLength(1);
	// The same from somebody else, and other words from the same, are no double press.
	expect(handGap(context, rita, handed)).toMatchObject({ code: 'changed-meanwhile' });
	expect(handGap(context, ruth, { ...handed, words: 'Write to him' })).toMatchObject({ code: 'changed-meanwhile' });
	const hers = { ...handed, to: sam.staffId, words: null };
	expect(handGap(context, rita, hers)).toMatchObject({ code: 'changed-meanwhile' });
	expect(context.db.select().from(schema.tasks).all()).toMatchObject([{ ownerId: tess.staffId, dueOn }]);
	for (const version of [1, 1]) expect(handGap(context, rita, { ...hers, version })).toMatchObject({ done: true });
	expect(entries().map(({ event }) => event)).toEqual(['opened', 'given']);
});

test('an old page takes back the acceptance that it showed, and no newer one', () => {
	const { context, ruth, key } = givenLogMissing();
	const rita = givenStaff(context, { name: 'Rita Moss', roles: ['lead'] });
	expectDone(acceptGap(context, ruth, { key, reason: 'Lost' }).done);
	const shown = { key, acceptanceId: findGap(context, rita, key)!.acceptance!.id };
	expectDone(takeBackAcceptance(context, ruth, shown).done);
	expectDone(acceptGap(context, ruth, { key, reason: 'Lost after all' }).done);
	expect(takeBackAcceptance(context, rita, shown)).toMatchObject({ code: 'changed-meanwhile' });
	expect(findGap(context, rita, key)!.acceptance).toMatchObject({ reason: 'Lost after all' });
});

test('a gap whose task was done and that is still there is handed on anew', () => {
	const { context, ruth, tess, key, dueOn } = givenLogMissing();
	const handed = { key, dueOn, to: tess.staffId, words: null, version: 0 };
	expectDone(handGap(context, ruth, handed).done);
	const done = { state: 'done', outcome: 'done' } as const;
	context.db.update(schema.tasks).set(done).run();
	expect(readGaps(context, ruth)[0]!.task).toBeNull();
	expect(handGap(context, ruth, handed)).toMatchObject({ done: true });
	expect(
		context.db
			.select()
			.from(schema.tasks)
			.all()
			.map(({ state }) => state)
			.toSorted(),
	).toEqual(['done', 'open']);
});

test('what a log says is no gap, no task and no holder’s for who delivers the session and has not logged it', () => {
	const group = givenGroup();
	const { context, ruth, sam, tess, cohortId } = group;
	const lead = givenStaff(context, { name: 'Lena Ford', roles: ['lead', 'facilitator'] });
	context.db.insert(schema.teamMembers).values({ cohortId, staffId: lead.staffId, duty: 'co-facilitator' }).run();
	expectDone(log(group, sam, 2, { leavesOutCore: true, opened: 1 }));
	expect(seen(context, ruth)).toEqual(['core-not-delivered']);
	expect(seen(context, lead)).toEqual([]);
	const [gap] = readGaps(context, ruth);
	const dueOn = calendarDay('2026-02-01');
	for (const blind of [tess, lead]) {
		const handed = { key: gap!.key, to: blind.staffId, dueOn, words: null, version: 0 };
		expect(handGap(context, ruth, handed)).toMatchObject({ code: 'owner-missing' });
	}
	expect(context.db.select().from(schema.tasks).all()).toEqual([]);
	for (const number of [1, 2]) expectDone(log(group, tess, number));
	expect(handGap(context, ruth, { key: gap!.key, to: tess.staffId, dueOn, words: null, version: 0 })).toMatchObject({
		done: true,
	});
	for (const number of [1, 2]) expectDone(log(group, lead, number));
	expect(seen(context, lead)).toEqual(['core-not-delivered']);
});

test('a lead on the team who owes the log of another session hands the one task on, and accepting closes it', () => {
	const group = givenGroup();
	const { context, ruth, sam, tess, cohortId } = group;
	const lead = givenStaff(context, { name: 'Lena Ford', roles: ['lead', 'facilitator'] });
	context.db.insert(schema.teamMembers).values({ cohortId, staffId: lead.staffId, duty: 'co-facilitator' }).run();
	expectDone(log(group, sam, 2, { leavesOutCore: true, opened: 1 }));
	for (const who of [tess, lead]) expectDone(log(group, who, 2));
	const dueOn = calendarDay('2026-02-01');
	const { key } = readGaps(context, ruth)[0]!;
	expectDone(handGap(context, ruth, { key, to: tess.staffId, dueOn, words: null, version: 0 }).done);
	const [hers, seenByRuth] = [lead, ruth].map((who) => readGaps(context, who)[0]!);
	expect(hers).toMatchObject({ task: seenByRuth!.task, owners: [{ name: 'Tess Vale' }] });
	const task = hers!.task!.id;
	expect(findTask(context.db, lead, task, 'read')).toMatchObject({ id: task });
	expect(handGap(context, lead, { key, to: sam.staffId, dueOn, words: null, version: 1 })).toMatchObject({
		done: true,
	});
	const tasks = () => context.db.select().from(schema.tasks).all();
	expect(tasks()).toMatchObject([{ state: 'open', ownerId: sam.staffId }]);
	expect(acceptGap(context, lead, { key, reason: 'Nothing can be done' })).toMatchObject({ done: true });
	expect(tasks()).toMatchObject([{ state: 'closed' }]);
});

test('a second task of a gap from before there was but one is closed with it, when it is accepted and by the clock', () => {
	const group = givenLogMissing();
	const { context, ruth, key } = group;
	hand(group, ruth, 'log-missing');
	const { tasks } = schema;
	const [first] = context.db.select().from(tasks).all();
	const again = (number: number) => ({ ...first!, id: context.ids.next<TaskId>(), cause: `gap ${key} ${number}` });
	context.db.insert(tasks).values(again(2)).run();
	expectDone(acceptGap(context, ruth, { key, reason: 'Lost' }).done);
	const states = () =>
		context.db
			.select()
			.from(tasks)
			.all()
			.map(({ state }) => state);
	expect(states()).toEqual(['closed', 'closed']);
	context.db.insert(tasks).values(again(3)).run();
	closeMendedGaps(context, CLOCK);
	expect(states()).toEqual(['closed', 'closed', 'closed']);
});

test('observations and a colleague’s accreditation are never on the team’s list, nor handed to it', () => {
	const group = givenGroup();
	const { context, ruth, sam, tess, priya } = group;
	context.db
		.update(schema.staffAccreditations)
		.set({ expiresOn: calendarDay('2026-01-15') })
		.where(eq(schema.staffAccreditations.staffId, tess.staffId))
		.run();
	const [gap] = readGaps(context, ruth);
	expect(gap?.kind).toBe('accreditation-lapsed');
	for (const who of [sam, tess, priya]) expect(seen(context, who)).toEqual([]);
	expect(listGapHolders(context.db, gap!).map(({ name }) => name)).toEqual(['Ruth Levy']);
});

test('all gaps of twelve cohorts are read in as many questions as those of one', async () => {
	const counts: number[] = [];
	for (const many of [1, 12]) {
		const group = givenLogMissing();
		const { context, ruth, sam } = group;
		const { id: areaId } = context.db.select().from(schema.areas).get()!;
		for (const at of Array.from({ length: many - 1 }).keys()) {
			const cohort = givenCohort(context, { areaId, team: [sam], name: `Group ${at}` });
			givenMember(context, cohort, { familyName: `Name ${at}`, enrolledOn: '2026-01-01' });
			mark({ context, enrolmentId: group.enrolmentId }, cohort.sessionIds[0]!);
		}
		counts.push(await countQueries(context.db, () => expect(readGaps(context, ruth).length).toBeGreaterThan(many - 1)));
	}
	expect(counts[0]).toBeGreaterThan(0);
	expect(counts[1]).toBe(counts[0]);
});
