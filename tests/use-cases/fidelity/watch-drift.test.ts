import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { instant, plusMinutes } from '#app/domain/shared/instant.ts';
import { decideAdaptation } from '#app/use-cases/adaptations/decide-adaptation.ts';
import { recordAdaptation } from '#app/use-cases/adaptations/record-adaptation.ts';
import { recordDeliveryLog } from '#app/use-cases/delivery-log/record-delivery-log.ts';
import { reviewFidelity } from '#app/use-cases/fidelity/review-fidelity.ts';
import { settleTask } from '#app/use-cases/tasks/settle-task.ts';
import { findTask, listOpenTasks } from '#db/queries/tasks/tasks.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

const ROUGH = 'Fewer than 5 are expected on one side at some points: the limits are rough, so read the counts.';

const PROPOSAL = {
	...{ when: 'implementation', how: 'With pictures', isLasting: false, decidedBy: 'team', what: 'content' },
	...{ contentChange: 'tailoring', contextChange: null, level: 'cohort', fidelity: 'consistent' },
	...{ goal: 'better-fit', reason: 'Two read little' },
} as const;

/** A cohort in its twelfth week whose logs are all still to be written, and a lead. */
function givenTerm() {
	const context = testContext({ now: '2026-04-20T12:00:00Z' });
	const places = givenPlaces(context);
	const sam = givenStaff(context);
	const ruth = givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] });
	const { sessionIds } = givenCohort(context, { ...places, team: [sam] });
	const programme = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	/** Sam logs a session of the plan: so many of its activities not delivered, the rest as intended. */
	const log = (number: number, notDelivered: number, openedVersion = 0) => {
		const missed = planNumbered(programme, number).activities.slice(0, notDelivered);
		const entries = missed.map(({ key }) => {
			return { activityKey: key, rating: 'not-delivered' as const, minutes: null, reason: 'No time' };
		});
		const sessionId = sessionIds[number - 1]!;
		const more = { restAsPlanned: true, note: null, openedVersion };
		expect(recordDeliveryLog(context, sam, { sessionId, entries, ...more }).done).toBe(true);
	};
	const tasks = () => context.db.select().from(schema.tasks).where(eq(schema.tasks.kind, 'drift')).all();
	const many = (number: number) => planNumbered(programme, number).activities.length;
	/** All of its activities but the first. */
	const activitiesOf = (number: number) => planNumbered(programme, number).activities.slice(1);
	return { context, ruth, sam, sessionIds, log, tasks, many, activitiesOf };
}

test('a session far below its limit opens one task for the leads, who are told; a changed log closes it again', () => {
	const { context, ruth, sessionIds, log, tasks, many } = givenTerm();
	for (let number = 1; number <= 9; number += 1) log(number, 0);
	expect(tasks()).toEqual([]);
	log(10, many(10));
	expect(tasks()).toMatchObject([{ desk: 'lead', ownerId: null, sessionId: sessionIds[9], state: 'open' }]);
	expect(tasks()[0]!.words).toBe(`Rule 1: session 10 is below its limit, with 0 of ${many(10)}. ${ROUGH}`);
	expect(context.db.select().from(schema.staffNotices).all()).toMatchObject([
		{ staffId: ruth.staffId, kind: 'task-given', aboutId: tasks()[0]!.id },
	]);
	log(10, 0, 1);
	expect(tasks()).toMatchObject([{ state: 'closed' }]);
	log(10, many(10), 2);
	expect(tasks()).toMatchObject([{ state: 'open' }]);
});

test('a single activity that was left out among perfect sessions is left to chance: nobody is sent to look', () => {
	const { log, tasks } = givenTerm();
	for (let number = 1; number <= 11; number += 1) log(number, 0);
	log(12, 1);
	expect(tasks()).toEqual([]);
});

test('a run of seven below the centre line opens one task, which a longer run leaves as it is, open or settled', () => {
	const { context, ruth, sessionIds, log, tasks } = givenTerm();
	for (let number = 1; number <= 4; number += 1) log(number, 0);
	for (let number = 5; number <= 10; number += 1) log(number, 1);
	expect(tasks()).toEqual([]);
	log(11, 1);
	expect(tasks()).toMatchObject([{ sessionId: sessionIds[4], state: 'open' }]);
	expect(tasks()[0]!.words).toBe(
		`Rule 2: 7 in a row are below the centre line: sessions 5, 6, 7, 8, 9, 10 and 11. ${ROUGH}`,
	);
	log(12, 1);
	expect(tasks()).toHaveLength(1);
	const { id, version } = tasks()[0]!;
	const settled = { id, version, outcome: 'agreed', note: 'A shorter check-in from now on' } as const;
	expect(settleTask(context, ruth, settled)).toMatchObject({ done: true });
	log(13, 1);
	expect(tasks()).toMatchObject([{ state: 'done' }]);
});

test('what a lead approved beforehand is no drift; the same changed without asking is', () => {
	for (const isApproved of [true, false]) {
		const { context, ruth, sam, sessionIds, log, tasks, activitiesOf } = givenTerm();
		for (let number = 1; number <= 9; number += 1) log(number, 0);
		const sessionId = sessionIds[9]!;
		const { startsAt, cohortId } = context.db
			.select()
			.from(schema.sessions)
			.where(eq(schema.sessions.id, sessionId))
			.get()!;
		const changed = activitiesOf(10);
		context.setNow(plusMinutes(instant(startsAt!), -3 * 24 * 60));
		for (const { key } of isApproved ? changed : []) {
			const proposed = recordAdaptation(context, sam, { sessionId, ...PROPOSAL, activityKey: key });
			if (!proposed.done) throw new Error(proposed.code);
			const decided = { sessionId, adaptationId: proposed.value.id, decision: 'approved', reason: null } as const;
			expect(decideAdaptation(context, ruth, decided)).toMatchObject({ done: true });
		}
		context.setNow('2026-04-20T12:00:00Z');
		const entries = changed.map(({ key, minutes }) => {
			return { activityKey: key, rating: 'content-changed' as const, minutes, reason: 'With pictures' };
		});
		const saved = { sessionId, entries, restAsPlanned: true, note: null, openedVersion: 0 };
		expect(recordDeliveryLog(context, sam, saved)).toMatchObject({ done: true });
		expect(tasks().map(({ state }) => state)).toEqual(isApproved ? [] : ['open']);
		const { drift } = reviewFidelity(context, ruth, cohortId, 'session')!;
		expect(drift.approved).toBe(isApproved ? changed.length : 0);
	}
});

test('a run that later logs break is closed, and comes back as the same task; what a lead has looked at stays done', () => {
	const { context, ruth, log, tasks } = givenTerm();
	for (let number = 1; number <= 4; number += 1) log(number, 0);
	for (let number = 5; number <= 11; number += 1) log(number, 1);
	expect(tasks()).toMatchObject([{ state: 'open' }]);
	// In the middle of the run, not at the session with which it begins.
	log(8, 0, 1);
	expect(tasks()).toMatchObject([{ state: 'closed' }]);
	log(8, 1, 2);
	expect(tasks()).toMatchObject([{ state: 'open' }]);
	const { id, version } = tasks()[0]!;
	const settled = { id, version, outcome: 'no-action', note: 'One evening' } as const;
	expect(settleTask(context, ruth, settled)).toMatchObject({ done: true });
	log(8, 0, 3);
	expect(tasks()).toMatchObject([{ state: 'done' }]);
});

test('a lead who delivers the cohort and owes a log is neither told nor shown what the logs say, until theirs are written', () => {
	const { context, ruth, sessionIds, log, many } = givenTerm();
	const lena = givenStaff(context, { name: 'Lena Ford', roles: ['lead', 'facilitator'] });
	const { cohortId } = context.db.select().from(schema.sessions).get()!;
	context.db.insert(schema.teamMembers).values({ cohortId, staffId: lena.staffId, duty: 'co-facilitator' }).run();
	for (let number = 1; number <= 9; number += 1) log(number, 0);
	log(10, many(10));
	const open = (who: typeof lena) => listOpenTasks(context.db, who, { own: true }).map(({ kind }) => kind);
	expect([open(ruth), open(lena)]).toEqual([['drift'], []]);
	const [task] = context.db.select().from(schema.tasks).where(eq(schema.tasks.kind, 'drift')).all();
	expect(findTask(context.db, lena, task!.id, 'read')).toBeNull();
	const told = context.db.select().from(schema.staffNotices).all();
	expect(told.map(({ staffId }) => staffId)).toEqual([ruth.staffId]);
	for (const sessionId of sessionIds.slice(0, 10)) {
		expect(open(lena)).toEqual([]);
		const own = { sessionId, entries: [], restAsPlanned: true, note: null, openedVersion: 0 };
		expect(recordDeliveryLog(context, lena, own)).toMatchObject({ done: true });
	}
	expect(open(lena)).toEqual(['drift']);
});
