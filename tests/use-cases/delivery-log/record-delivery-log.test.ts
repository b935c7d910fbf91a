import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { LogEntry } from '#app/domain/fidelity/check-log.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import type { CoverId } from '#app/domain/shared/ids.ts';
import { type LogToRecord, recordDeliveryLog } from '#app/use-cases/delivery-log/record-delivery-log.ts';
import { listLogAuthors, listSessionLogs } from '#db/queries/delivery-logs.ts';
import { listCohortLogs } from '#db/queries/fidelity/cohort-logs.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

function givenEvening(now = '2026-01-13T20:45:00Z') {
	const context = testContext({ now });
	const places = givenPlaces(context);
	const [sam, marek] = [givenStaff(context), givenStaff(context, { name: 'Marek Novak' })];
	const { sessionIds } = givenCohort(context, { ...places, team: [sam, marek] });
	const programme = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	const { activities } = planNumbered(programme, 1);
	return { context, places, sam, marek, sessionId: sessionIds[0]!, activities };
}
type Evening = ReturnType<typeof givenEvening>;

function save({ context, sam, sessionId }: Evening, more: Partial<LogToRecord> & { as?: StaffActor } = {}) {
	const { as = sam, ...rest } = more;
	const empty = { sessionId, entries: [], restAsPlanned: false, note: null, openedVersion: 0 };
	return recordDeliveryLog(context, as, { ...empty, ...rest });
}

const entry = (activityKey: string, more: Partial<LogEntry> = {}): LogEntry => ({
	activityKey,
	rating: 'as-intended',
	minutes: null,
	reason: null,
	...more,
});
const logsOf = ({ context }: Evening) => context.db.select().from(schema.deliveryLogs).all();
const ratingsOf = ({ context }: Evening) => context.db.select().from(schema.activityRatings).all();
const stateOf = ({ context, sessionId }: Evening) =>
	context.db.select().from(schema.sessions).where(eq(schema.sessions.id, sessionId)).get()!.state;

test('a log may leave activities open: they are missing, and have no rating', () => {
	const evening = givenEvening();
	const [first] = evening.activities;
	expect(save(evening, { entries: [entry(first!.key, { minutes: 12 })], note: 'A good start' })).toEqual({
		done: true,
		value: { version: 1, isNew: true },
	});
	expect(ratingsOf(evening)).toMatchObject([{ activityKey: first!.key, rating: 'as-intended', minutes: 12 }]);
	expect(logsOf(evening)).toMatchObject([{ version: 1, note: 'A good start', staffId: evening.sam.staffId }]);
	expect(stateOf(evening)).toBe('held');
});

test('“everything as planned” fills what is left with the minutes of the plan, and keeps what was said', () => {
	const evening = givenEvening();
	const [first, ...others] = evening.activities;
	const said = entry(first!.key, { rating: 'not-delivered', reason: 'Time ran out' });
	save(evening, { entries: [said], restAsPlanned: true });
	expect(ratingsOf(evening)).toHaveLength(evening.activities.length);
	expect(ratingsOf(evening)).toMatchObject([
		{ activityKey: first!.key, rating: 'not-delivered', reason: 'Time ran out' },
		...others.map(({ key, minutes }) => ({ activityKey: key, rating: 'as-intended', minutes })),
	]);
});

test('a correction is a new version, and the one before stays', () => {
	const evening = givenEvening();
	save(evening, { restAsPlanned: true });
	const [first] = evening.activities;
	const changed = entry(first!.key, { rating: 'delivery-changed', minutes: 5, reason: 'Fewer people' });
	save(evening, { entries: [changed], restAsPlanned: true, openedVersion: 1 });
	expect(logsOf(evening).map(({ version }) => version)).toEqual([1, 2]);
	expect(ratingsOf(evening)).toHaveLength(2 * evening.activities.length);
});

test('saving the same again writes nothing, even from a page that is out of date', () => {
	const evening = givenEvening();
	save(evening, { restAsPlanned: true });
	expect(save(evening, { restAsPlanned: true })).toEqual({ done: true, value: { version: 1, isNew: false } });
	expect(logsOf(evening)).toHaveLength(1);
});

test('another answer from a page that is out of date is refused with the log that stands', () => {
	const evening = givenEvening();
	save(evening, { restAsPlanned: true });
	const outcome = save(evening, { entries: [entry(evening.activities[0]!.key, { minutes: 1 })] });
	expect(outcome).toMatchObject({ done: false, code: 'changed-meanwhile', details: { stands: { version: 1 } } });
	expect(logsOf(evening)).toHaveLength(1);
});

test('a changed core activity and one that was not delivered need a reason', () => {
	const evening = givenEvening();
	const core = evening.activities.find((activity) => activity.core)!;
	const adaptable = evening.activities.find((activity) => !activity.core)!;
	const outcome = save(evening, {
		entries: [entry(core.key, { rating: 'content-changed' }), entry(adaptable.key, { rating: 'not-delivered' })],
	});
	expect(outcome).toMatchObject({
		code: 'faulty-log',
		details: { faults: [{ activityKey: core.key, fault: 'reason-needed' }, { activityKey: adaptable.key }] },
	});
	expect(save(evening, { entries: [entry(adaptable.key, { rating: 'delivery-changed' })] }).done).toBe(true);
});

test('an activity that the plan has not is refused', () => {
	expect(save(givenEvening(), { entries: [entry('juggling')] })).toMatchObject({ code: 'faulty-log' });
});

test('there is no log before the session starts, of a cancelled one, or with nothing said', () => {
	expect(save(givenEvening('2026-01-13T18:29:00Z'), { restAsPlanned: true })).toMatchObject({
		code: 'session-not-started',
	});
	expect(save(givenEvening())).toMatchObject({ code: 'nothing-rated' });
	const evening = givenEvening();
	evening.context.db.update(schema.sessions).set({ state: 'cancelled', stateReason: 'snow' }).run();
	expect(save(evening, { restAsPlanned: true })).toMatchObject({ code: 'session-cancelled' });
	expect(logsOf(evening)).toEqual([]);
});

test('each facilitator writes a log of their own, and nobody else writes any', () => {
	const evening = givenEvening();
	const { context, places } = evening;
	save(evening, { restAsPlanned: true });
	expect(save(evening, { restAsPlanned: true, as: evening.marek })).toMatchObject({
		value: { version: 1, isNew: true },
	});
	const readers = [
		givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId] }),
		givenStaff(context, { roles: ['lead'] }),
		givenStaff(context, { roles: ['administrator'] }),
		givenStaff(context),
	];
	for (const as of readers) expect(save(evening, { restAsPlanned: true, as })).toMatchObject({ code: 'not-found' });
	expect(logsOf(evening)).toHaveLength(2);
});

test('a colleague’s log is kept back from a facilitator who has not written theirs, and from nobody else', () => {
	const evening = givenEvening();
	const { context, sam, marek, sessionId } = evening;
	const lead = givenStaff(context, { roles: ['lead'] });
	save(evening, { restAsPlanned: true, note: 'They laughed' });
	const seenBy = (actor: StaffActor) => listSessionLogs(context.db, actor, sessionId)[0]!;
	expect(seenBy(marek)).toMatchObject({ isBlind: true, note: null, ratings: [] });
	expect(seenBy(lead)).toMatchObject({ isBlind: false, note: 'They laughed' });
	expect(seenBy(sam).ratings).toHaveLength(evening.activities.length);
	save(evening, { restAsPlanned: true, as: marek });
	expect(seenBy(marek)).toMatchObject({ isBlind: false, note: 'They laughed' });
});

test('who delivered is of the session’s team, who stands in among them, and nobody who is away', () => {
	const evening = givenEvening();
	const { context, sam, marek, sessionId } = evening;
	const kim = givenStaff(context, { name: 'Kim Vale' });
	const refused = { code: 'not-of-the-team' };
	expect(save(evening, { restAsPlanned: true, deliveredBy: [sam.staffId, kim.staffId] })).toMatchObject(refused);
	const at = context.clock.now();
	const who = { absentId: marek.staffId, coveringId: kim.staffId, askedBy: sam.staffId, askedAt: at, settledAt: at };
	context.db
		.insert(schema.sessionCovers)
		.values({ id: context.ids.next<CoverId>(), sessionId, state: 'accepted', ...who })
		.run();
	expect(save(evening, { restAsPlanned: true, deliveredBy: [marek.staffId] })).toMatchObject(refused);
	expect(logsOf(evening)).toEqual([]);
	expect(save(evening, { restAsPlanned: true, deliveredBy: [sam.staffId, kim.staffId] }).done).toBe(true);
	const [log] = listSessionLogs(context.db, sam, sessionId);
	expect(log?.deliveredBy.map(({ name }) => name)).toEqual(['Kim Vale', sam.name].toSorted());
});

test('another order, and who delivered, are a new version; the same ones again are none', () => {
	const evening = givenEvening();
	const [first, second] = evening.activities;
	const said = { entries: [entry(first!.key), entry(second!.key)], order: [2, 1], deliveredBy: [evening.sam.staffId] };
	save(evening, said);
	expect(save(evening, said)).toMatchObject({ value: { version: 1, isNew: false } });
	expect(save(evening, { ...said, order: [], openedVersion: 1 })).toMatchObject({ value: { version: 2 } });
	expect(save(evening, { ...said, order: [], deliveredBy: [], openedVersion: 2 })).toMatchObject({
		value: { version: 3 },
	});
	expect(logsOf(evening).map(({ deliveredOrder }) => deliveredOrder)).toEqual([[second!.key, first!.key], null, null]);
});

test('of two logs saved at one instant the first to be written comes first, whatever its writer is called', () => {
	for (const who of ['sam', 'marek'] as const) {
		const evening = givenEvening();
		const { context, sam, marek, sessionId } = evening;
		const order = who === 'sam' ? [sam, marek] : [marek, sam];
		for (const as of order) save(evening, { restAsPlanned: true, as });
		const expected = order.map(({ staffId }) => staffId);
		expect(new Set(logsOf(evening).map(({ savedAt }) => savedAt)).size).toBe(1);
		expect(listSessionLogs(context.db, sam, sessionId).map(({ staffId }) => staffId)).toEqual(expected);
		expect(listLogAuthors(context.db, sam, sessionId)).toEqual(expected);
		const { id: cohortId } = context.db.select().from(schema.cohorts).get()!;
		const lead = givenStaff(context, { roles: ['lead'] });
		expect(listCohortLogs(context.db, lead, cohortId).map(({ staffId }) => staffId)).toEqual(expected);
	}
});

test('a colleague who writes blind is told neither the order nor who delivered', () => {
	const evening = givenEvening();
	const { context, sam, marek, sessionId, activities } = evening;
	const order = activities.map((_, index) => index + 1).toReversed();
	save(evening, { restAsPlanned: true, order, deliveredBy: [sam.staffId] });
	const [blind] = listSessionLogs(context.db, marek, sessionId);
	expect(blind).toMatchObject({ isBlind: true, order: null, deliveredBy: [] });
});
