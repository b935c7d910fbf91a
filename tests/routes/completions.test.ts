import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Content } from '#app/content/load-content.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { recordCompletions } from '#app/use-cases/retention/record-completions.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { trailOf } from '#tests/support/audit.ts';
import { testContext } from '#tests/support/context.ts';
import { givenLog, givenSessionStates, givenWall } from '#tests/support/wall.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

const HELD = Array.from({ length: 17 }, () => 'H').join(' ');
// Fourteen of seventeen sessions complete the programme.
const WALL = `
	David Ashworth | P P P P P P P P P P P P P P P P P
	Peter Bello    | P P P P A A A P P P P P P P P P P
	Robert Carr    | P P P N N N N P P P P P P P P P P
`;

function givenTerm({ logged = true, held = HELD } = {}) {
	const context = testContext({ now: '2026-07-02T09:00:00Z' });
	const places = givenPlaces(context);
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const cohort = givenCohort(context, { ...places, team: [sam] });
	givenSessionStates(context, cohort, held);
	const members = givenWall(context, cohort, WALL);
	if (logged) for (let plan = 1; plan <= 17; plan += 1) givenLog(context, cohort, sam, { plan });
	context.db.update(schema.cohorts).set({ state: 'finished' }).where(eq(schema.cohorts.id, cohort.cohortId)).run();
	const area = { areaIds: [places.areaId], sides: ['perpetrator' as const] };
	return {
		...{ context, places, sam, cohort, members, path: paths.completions(cohort.cohortId) },
		id: (name: string): EnrolmentId => members.get(name)!.enrolmentId,
		coordinator: givenStaff(context, { name: 'Kit Mensah', roles: ['coordinator'], ...area }),
		lead: givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] }),
		reader: givenStaff(context, { roles: ['read-only'], ...area }),
	};
}

type Given = ReturnType<typeof givenTerm>;
const stateOf = ({ context }: Given, id: EnrolmentId) =>
	context.db.select().from(schema.enrolments).where(eq(schema.enrolments.id, id)).get()!.state;

test('who has received what is asked for is offered, and the others stand below with what they lack', async () => {
	const { context, coordinator, lead, path } = givenTerm();
	for (const as of [coordinator, lead]) {
		const { status, text, html } = await visit(context, path, { as });
		expect(status).toBe(200);
		expect(text).toMatch(/David Ashworth, REF-\S+ 17 of 17 sessions received, 14 are asked for/);
		expect(text).toMatch(/Peter Bello, REF-\S+ 14 of 17 sessions received/);
		expect(text).toMatch(/Robert Carr REF-\S+ Why Cannot complete any more; at best 13 of the 14 sessions needed/);
		// Nobody is chosen before a person chooses.
		expect(html).not.toContain('checked');
	}
});

test('a person confirms it, all of their choice or none; it is in the trail, and the figures follow', async () => {
	const given = givenTerm();
	const { context, coordinator, cohort, path, id } = given;
	const chosen = [id('David Ashworth'), id('Peter Bello')];
	const answer = await visit(context, path, { as: coordinator, form: { enrolmentId: chosen } });
	expect(answer.status).toBe(302);
	expect(answer.location).toBe(paths.retention(cohort.cohortId, 'completed'));
	expect(chosen.map((one) => stateOf(given, one))).toEqual(['completed', 'completed']);
	const entry = trailOf(context).findLast(({ action }) => action === 'completion-recorded')!;
	expect(entry).toMatchObject({ by: coordinator.staffId, outcome: 'done' });
	expect(entry.people).toHaveLength(2);
	const { text, html } = await visit(context, answer.location!, { as: coordinator });
	expect(text).toContain('Recorded. If somebody was chosen by mistake, undo it below.');
	expect(text).toContain('Completed (2)');
	expect(text).toContain('Ending not recorded (1)');
	expect(text).toContain('Came half-way 3 100% (2 of 2)');
	expect(html).toContain(`href="${paths.exitUndo(chosen[0]!)}"`);
});

test('nobody chosen, somebody who has not received enough, and somebody whose place has ended are refused', async () => {
	const given = givenTerm();
	const { context, coordinator, path, id } = given;
	const none = await visit(context, path, { as: coordinator, form: {} });
	expect([none.status, none.text.includes('Choose who completed')]).toEqual([422, true]);
	const both = { enrolmentId: [id('David Ashworth'), id('Robert Carr')] };
	const short = await visit(context, path, { as: coordinator, form: both });
	expect(short.status).toBe(409);
	expect(short.text).toContain('Robert Carr has not received what the programme asks for.');
	expect(stateOf(given, id('David Ashworth'))).toBe('on-programme');
	// What was chosen is still chosen.
	expect(short.html.match(/checked/g)).toHaveLength(1);
	const once = { enrolmentId: [id('David Ashworth')] };
	expect((await visit(context, path, { as: coordinator, form: once })).status).toBe(302);
	const again = await visit(context, path, { as: coordinator, form: once });
	expect([again.status, again.text.includes('place ended while you had this open')]).toEqual([409, true]);
});

test('core content that nobody logged is for the person to judge; core content that was missed is not', async () => {
	const unlogged = givenTerm({ logged: false });
	const open = await visit(unlogged.context, unlogged.path, { as: unlogged.coordinator });
	const rule = unlogged.context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null }).thresholds;
	if (rule.completion.shareOfCoreActivities === null) expect(open.text).not.toContain('without a log');
	else expect(open.text).toMatch(/core activities without a log: judge whether they were delivered/);
	expect(open.text).toContain('David Ashworth, REF-');
});

test('nobody completes while a session is ahead of them', async () => {
	const given = givenTerm({ held: HELD.slice(0, 31) });
	const { context, coordinator, path, id, cohort } = given;
	const last = eq(schema.sessions.id, cohort.sessionIds[16]!);
	const ahead = { startsAt: '2026-08-04T17:30:00Z', endsAt: '2026-08-04T19:30:00Z', day: calendarDay('2026-08-04') };
	context.db
		.update(schema.sessions)
		.set(ahead as never)
		.where(last)
		.run();
	context.db
		.update(schema.registerRows)
		.set({ mark: null, markedAt: null })
		.where(eq(schema.registerRows.sessionId, cohort.sessionIds[16]!))
		.run();
	const { text } = await visit(context, path, { as: coordinator });
	expect(text).toMatch(/David Ashworth REF-\S+ Why 1 session to come/);
	const chosen = [id('David Ashworth')];
	expect(recordCompletions(context, coordinator, { cohortId: cohort.cohortId, chosen })).toMatchObject({
		...{ done: false, code: 'rule-not-met' },
	});
});

test('a completion by mistake is undone, and the place goes on', async () => {
	const given = givenTerm();
	const { context, coordinator, cohort, members, id } = given;
	const chosen = [id('David Ashworth')];
	expect(recordCompletions(context, coordinator, { cohortId: cohort.cohortId, chosen }).done).toBe(true);
	const person = await visit(context, paths.person(members.get('David Ashworth')!.personId), { as: coordinator });
	expect(person.text).toContain('Undo the completion');
	const page = await visit(context, paths.exitUndo(chosen[0]!), { as: coordinator });
	expect(page.text).toContain('Undo the completion of David Ashworth');
	expect((await visit(context, paths.exitUndo(chosen[0]!), { as: coordinator, form: { version: '2' } })).status).toBe(
		302,
	);
	expect(stateOf(given, chosen[0]!)).toBe('on-programme');
});

test('an open call about an absence is closed when its person completes', () => {
	const given = givenTerm();
	const { context, coordinator, cohort, id } = given;
	const enrolmentId = id('Peter Bello');
	const about = { cohortId: cohort.cohortId, enrolmentId, sessionId: cohort.sessionIds[4]! };
	const opened = { cause: 'a call', dueOn: calendarDay('2026-07-01'), openedAt: context.clock.now() };
	const taskId = context.ids.next<never>();
	context.db
		.insert(schema.tasks)
		.values({ id: taskId, kind: 'absence-review', desk: 'coordinator', state: 'open', ...about, ...opened })
		.run();
	expect(recordCompletions(context, coordinator, { cohortId: cohort.cohortId, chosen: [enrolmentId] }).done).toBe(true);
	expect(context.db.select().from(schema.tasks).get()!.state).toBe('closed');
});

test('it is there for who ends places of the cohort, and for nobody else', async () => {
	const { context, sam, reader, path } = givenTerm();
	const elsewhere = givenPlaces(context, 'Southfield').areaId;
	for (const as of [sam, reader, givenStaff(context, { roles: ['coordinator'], areaIds: [elsewhere] })]) {
		expect((await visit(context, path, { as })).status).toBe(404);
		expect((await visit(context, path, { as, form: { enrolmentId: 'nobody' } })).status).toBe(404);
	}
});

test('core content that somebody missed is named with the way to make up for it, for who may arrange that', async () => {
	const given = givenTerm();
	const { context, coordinator, cohort, path, id } = given;
	// The day after the last session of the term: what was missed there can still be caught up.
	context.setNow(`${lastDayOf(given)}T22:00:00Z`);
	const last = cohort.sessionIds[16]!;
	context.db
		.update(schema.registerRows)
		.set({ mark: 'absent-no-contact' })
		.where(and(eq(schema.registerRows.sessionId, last), eq(schema.registerRows.enrolmentId, id('Robert Carr'))))
		.run();
	const asking = { ...context, content: askingForCore(context.content, 0.95) };
	const { text, html } = await visit(asking, path, { as: coordinator });
	expect(text).toContain(
		'Enough sessions, and 45 of the 52 core activities asked for. Missing core content: Session 5',
	);
	expect(text).toMatch(/Robert Carr .*Session 17: [^.]*\(missed\)\. Book a catch-up/);
	expect(html).toContain(`href="${paths.bookCatchUp(last, id('Robert Carr'))}"`);
	// Without a rule on core content nothing of it is a reason.
	expect((await visit(context, path, { as: coordinator })).html).not.toContain(paths.bookCatchUp(last));
});

/** The same programmes, of which each asks for this share of its core activities. */
function askingForCore(content: Content, share: number): Content {
	return {
		...content,
		programmeOf: (key) => {
			const programme = content.programmeOf(key);
			const completion = { ...programme.thresholds.completion, shareOfCoreActivities: share };
			return { ...programme, thresholds: { ...programme.thresholds, completion } };
		},
	};
}

function lastDayOf({ context, cohort }: Given): string {
	const found = context.db.select().from(schema.sessions).where(eq(schema.sessions.id, cohort.sessionIds[16]!)).get();
	return found!.day!;
}
