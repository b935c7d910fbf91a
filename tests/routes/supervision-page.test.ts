import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { paths } from '#app/paths.ts';
import { agreeAction } from '#app/use-cases/debrief/agree-action.ts';
import { askForSupervision, takeBackSupervision } from '#app/use-cases/debrief/supervision.ts';
import { recordDeliveryLog } from '#app/use-cases/delivery-log/record-delivery-log.ts';
import { settleTask } from '#app/use-cases/tasks/settle-task.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenObservation } from '#tests/support/observations.ts';
import { givenLog, givenSessionStates } from '#tests/support/wall.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** A cohort of Sam and Kim with three held sessions: Sam logged two of them, Kim the first alone. */
function given({ held = 3 } = {}) {
	const context = testContext({ now: '2026-01-27T21:00:00Z' });
	const places = givenPlaces(context);
	const [sam, kim, ada] = ['Sam Okafor', 'Kim Vale', 'Ada Novak'].map((name) => givenStaff(context, { name })) as [
		StaffActor,
		StaffActor,
		StaffActor,
	];
	const lead = givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] });
	const cohort = givenCohort(context, { ...places, team: [sam, kim] });
	givenSessionStates(context, cohort, Array(held).fill('H').join(' '));
	const { activities } = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null }).plans[0]!;
	const [first] = activities;
	for (const plan of [1, 2]) givenLog(context, cohort, sam, { plan });
	givenLog(context, cohort, kim, { plan: 1, ratings: { [first!.key]: 'not-delivered' } });
	const read = (as: StaffActor, of = sam) => visit(context, paths.facilitatorSupervision(of.staffId), { as });
	return { context, places, sam, kim, ada, lead, cohort, sessionIds: cohort.sessionIds, activities, read };
}

/** Kim stands in for Sam at a session. */
function givenCover({ context, sam, kim, lead }: ReturnType<typeof given>, sessionId: SessionId) {
	const at = instant('2026-01-20T12:00:00Z');
	context.db
		.insert(schema.sessionCovers)
		.values({
			...{ id: context.ids.next(), sessionId, absentId: sam.staffId, coveringId: kim.staffId, state: 'accepted' },
			...{ askedBy: lead.staffId, askedAt: at, settledAt: at },
		} as never)
		.run();
}

test('a lead and the facilitator themself read it, with no score, and nobody else finds it', async () => {
	const { context, places, sam, kim, ada, lead, read } = given();
	for (const as of [lead, sam]) {
		const { status, text } = await read(as);
		expect(status).toBe(200);
		expect(text).toContain('There is no score, and nobody is compared with a colleague');
	}
	const others = (['coordinator', 'administrator', 'observer', 'partner-support', 'read-only'] as const).map((role) =>
		givenStaff(context, { roles: [role], areaIds: [places.areaId] }),
	);
	for (const as of [kim, ada, ...others]) expect((await read(as)).status).toBe(404);
	expect((await read(lead, lead)).status).toBe(404);
});

test('sessions and cover, and how soon logs came, are counts that lead to their sessions', async () => {
	const world = given();
	const { sam, kim, lead, read, sessionIds } = world;
	givenCover(world, sessionIds[2]!);
	const { text, html } = await read(lead);
	expect(text).toMatch(/Tuesday group Delivered of those planned 2 delivered, Tuesday group of 3/);
	expect(text).toMatch(/Somebody stood in for them 1/);
	expect(text).toMatch(/They stood in 0/);
	expect(html).toContain(`href="${paths.session(sessionIds[2]!)}"`);
	const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => id !== 'main-content');
	expect(anchors).toContain('cover-taken-1');
	for (const id of anchors) expect(html).toContain(`id="${id}"`);
	const hers = await read(kim, kim);
	expect(hers.text).toMatch(/of 2 Somebody stood in for them 0 They stood in 1/);
	// Kim delivered three with the cover, and logged the first alone.
	expect(hers.text).toMatch(/Not written 2/);
	expect((await read(sam)).text).toMatch(/Not written 0/);
});

test('two logs of one session agree in counts and by kappa, with the direction; one alone is no agreement', async () => {
	const { lead, activities, read, ada } = given();
	const { text } = await read(lead);
	const many = activities.length;
	expect(text).toContain(`(${many - 1} of ${many}) rated alike`);
	expect(text).toContain('Kappa 0.00. With fewer than 10 activities it has no word');
	expect(text).toContain('Nearer to “as intended”: their own in 1 activity, the other in 0.');
	expect(text).toMatch(/Rated alike \d+% \(\d of \d\) few/);
	expect((await read(lead, ada)).text).toContain('No session has a log of theirs and another one that you may read.');
});

test('a correction that was made once both logs could be read leaves the agreement as it was', async () => {
	const { context, lead, kim, activities, read, sessionIds } = given();
	const entries = activities.map(({ key, minutes }) => ({
		...{ activityKey: key, rating: 'as-intended' as const, minutes, reason: null },
	}));
	const corrected = recordDeliveryLog(context, kim, {
		...{ sessionId: sessionIds[0]!, entries, restAsPlanned: false, note: null, openedVersion: 1 },
	});
	expect(corrected.done).toBe(true);
	const { text } = await read(lead);
	const many = activities.length;
	expect(text).toContain(`(${many - 1} of ${many}) rated alike`);
	expect(text).toContain('Counted is what each wrote before the other log could be read');
});

test('where both rate throughout alike, kappa is said not to be calculable', async () => {
	const { context, cohort, kim, lead, read } = given();
	givenLog(context, cohort, kim, { plan: 2 });
	const { text } = await read(lead);
	expect(text).toContain('Kappa not calculable');
	expect(text).toContain('both used one and the same category throughout');
});

test('logs that are kept back from a lead who delivers the session are in no figure until their own is saved', async () => {
	const { context, cohort, sam, kim, read } = given();
	const both = givenStaff(context, { name: 'Lea Both', roles: ['facilitator', 'lead'] });
	const member = { cohortId: cohort.cohortId, staffId: both.staffId, duty: 'co-facilitator' as const };
	context.db.insert(schema.teamMembers).values(member).run();
	const before = await read(both);
	expect(before.status).toBe(200);
	expect(before.text).toContain('You have not written your own log of these sessions');
	expect(before.text).toMatch(/On the day of the session 0/);
	expect(before.text).not.toContain('rated alike');
	for (const plan of [1, 2]) givenLog(context, cohort, both, { plan });
	const after = await read(both);
	expect(after.text).toContain('rated alike');
	expect(after.text).not.toContain('You have not written your own log');
	// Of themself: what a colleague wrote of a session that they have not logged is in nothing either.
	givenLog(context, cohort, kim, { plan: 3, ratings: {} });
	expect((await read(sam)).text).toContain('Not written 1');
	expect((await read(sam)).text).not.toContain('session 3, 27 January 2026 Rated alike');
});

test('an observation shows once it is released, to a lead too, with its items beside their own log', async () => {
	const { context, sam, ada, lead, sessionIds, read } = given();
	givenObservation(context, { sessionId: sessionIds[1]!, observerId: ada.staffId });
	for (const as of [lead, sam])
		expect((await read(as)).text).toContain('No observation of a session of theirs is released.');
	givenObservation(context, { sessionId: sessionIds[0]!, observerId: ada.staffId, releasedBy: lead.staffId });
	for (const as of [lead, sam]) {
		const { text, html } = await read(as);
		expect(html).toContain(`href="${paths.observationFeedback(sessionIds[0]!)}"`);
		expect(html).not.toContain(`href="${paths.observationFeedback(sessionIds[1]!)}"`);
		expect(text).toMatch(/Adherence \d+ of \d+ 3 items/);
		expect(text).toContain(
			'Their own log is higher in 1, the observer in 0, and both are the same in 0 of 1 session with both.',
		);
		expect(text).toContain('Kappa between them is not calculable');
	}
});

test('what was asked for stands with whether it was taken up, and agreed actions with their state', async () => {
	const { context, sam, kim, lead, sessionIds, read } = given();
	const [first, second] = sessionIds as unknown as [SessionId, SessionId];
	askForSupervision(context, sam, { sessionId: first, words: 'How to hold silence' });
	askForSupervision(context, sam, { sessionId: second, words: 'A second pair of eyes' });
	expect((await read(lead)).text).toMatch(/How to hold silence What came of it Waits for a lead/);
	takeBackSupervision(context, sam, { sessionId: second, words: null });
	const [task] = context.db.select().from(schema.tasks).all();
	expect(
		settleTask(context, lead, { id: task!.id, version: task!.version, outcome: 'done', note: 'Talked it over' }),
	).toMatchObject({
		done: true,
	});
	agreeAction(context, kim, {
		sessionId: first,
		words: 'Print the sheets',
		ownerId: sam.staffId,
		dueOn: calendarDay('2026-02-03'),
	});
	for (const as of [lead, sam]) {
		const { text, html } = await read(as);
		expect(text).toMatch(/How to hold silence What came of it Taken up/);
		expect(text).toMatch(/A second pair of eyes What came of it Taken back/);
		expect(text).toMatch(/Print the sheets From the debrief of Tuesday group, session 1 By 3 February 2026 State Open/);
		expect(html).toContain(`href="${paths.debrief(first)}"`);
	}
	const hers = (await read(kim, kim)).text;
	expect(hers).not.toContain('How to hold silence');
	expect(hers).not.toContain('Print the sheets');
	context.setNow('2026-02-10T09:00:00Z');
	expect((await read(lead)).text).toContain('Open, overdue');
});

test('an accreditation shows until when it holds, and is marked when it ends soon or has ended', async () => {
	const { context, lead, sam, read } = given();
	const ends = (day: string) =>
		context.db
			.update(schema.staffAccreditations)
			.set({ expiresOn: calendarDay(day) })
			.run();
	expect((await read(lead)).text).toContain('Until further notice');
	ends('2026-03-01');
	expect((await read(sam)).text).toContain('Until 1 March 2026 Ends soon');
	ends('2026-01-20');
	expect((await read(lead)).text).toContain('Ended on 20 January 2026 Ended');
	ends('2026-06-01');
	expect((await read(lead)).text).not.toContain('Ends soon');
});

test('once the days for corrections are over, the sessions are gone from their own page and not from a lead’s', async () => {
	const { context, sam, lead, read } = given();
	context.db
		.update(schema.teamMembers)
		.set({ endedAt: instant('2026-01-27T20:00:00Z') })
		.run();
	expect((await read(sam)).text).toContain('No session that was held is theirs yet.');
	expect((await read(lead)).text).toMatch(/Delivered of those planned 3/);
});

test('reading it is kept in the audit trail as looking at that member of staff', async () => {
	const { context, sam, lead, read } = given();
	await read(lead);
	const entry = context.db.select().from(schema.auditEntries).all().at(-1)!;
	expect(entry).toMatchObject({ action: 'page-viewed', recordKind: 'staff', recordId: sam.staffId, outcome: 'done' });
	expect(entry.details).toContain('facilitators.$facilitatorId_.supervision');
});

test('it asks as many queries for one session as for twelve', async () => {
	const [one, twelve] = [given({ held: 1 }), given({ held: 12 })];
	const few = await countQueries(one.context.db, () => one.read(one.lead));
	const many = await countQueries(twelve.context.db, () => twelve.read(twelve.lead));
	expect(many).toBe(few);
});

test('the list of facilitators, their own page and their account lead to it, for who may open it', async () => {
	const { context, places, sam, lead } = given();
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId] });
	const link = `href="${paths.facilitatorSupervision(sam.staffId)}"`;
	const has = async (path: string, as: StaffActor) => (await visit(context, path, { as })).html.includes(link);
	expect(await has(paths.facilitators(), lead)).toBe(true);
	expect(await has(paths.facilitator(sam.staffId), lead)).toBe(true);
	expect(await has(paths.facilitator(sam.staffId), sam)).toBe(true);
	expect(await has(paths.account(), sam)).toBe(true);
	expect(await has(paths.facilitators(), coordinator)).toBe(false);
	expect(await has(paths.facilitator(sam.staffId), coordinator)).toBe(false);
	expect((await visit(context, paths.account(), { as: lead })).text).not.toContain('Your page for supervision');
});
