import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { SaidAdaptation } from '#app/domain/fidelity/adaptation-records.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import type { AdaptationId } from '#app/domain/shared/ids.ts';
import { recordAdaptation } from '#app/use-cases/adaptations/record-adaptation.ts';
import { reviewRegister } from '#app/use-cases/adaptations/review-register.ts';
import { correctAdaptation, withdrawAdaptation } from '#app/use-cases/adaptations/revise-adaptation.ts';
import { recordDeliveryLog } from '#app/use-cases/delivery-log/record-delivery-log.ts';
import { listAdaptations, listCohortAdaptations } from '#db/queries/fidelity/adaptations.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

const BEFORE = '2026-01-13T12:00:00Z';
const AFTER = '2026-01-13T20:45:00Z';

function given() {
	const context = testContext({ now: BEFORE });
	const place = givenPlaces(context);
	const [sam, kim] = [givenStaff(context, { name: 'Sam Okafor' }), givenStaff(context, { name: 'Kim' })];
	const ruth = givenStaff(context, { roles: ['lead'] });
	const { cohortId, sessionIds } = givenCohort(context, { ...place, team: [sam, kim] });
	const sessionId = sessionIds[0]!;
	const programme = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	const said: SaidAdaptation = {
		...{ when: 'implementation', how: 'Cards in place of the sheet', isLasting: false, decidedBy: 'team' },
		...{ what: 'content', contentChange: 'tailoring', contextChange: null, level: 'cohort' },
		...{ fidelity: 'consistent', goal: 'better-fit', reason: 'Two read little' },
		activityKey: planNumbered(programme, 1).activities.find((activity) => activity.core)!.key,
	};
	const record = (as: StaffActor = sam) => {
		const outcome = recordAdaptation(context, as, { sessionId, ...said });
		if (!outcome.done) throw new Error(outcome.code);
		return outcome.value.id;
	};
	const correct = (adaptationId: AdaptationId) =>
		correctAdaptation(context, sam, { sessionId, adaptationId, why: 'Wrong goal', ...said, goal: 'cost' });
	const withdraw = (adaptationId: AdaptationId) =>
		withdrawAdaptation(context, sam, { sessionId, adaptationId, why: 'We did not do it' });
	const log = (as: StaffActor) => {
		const saved = { sessionId, entries: [], restAsPlanned: true, note: null, openedVersion: 0 };
		expect(recordDeliveryLog(context, as, saved).done).toBe(true);
	};
	const seenBy = (as: StaffActor) => listAdaptations(context.db, as, sessionId, context.clock.now());
	const standings = (as: StaffActor) => seenBy(as).map(({ standing }) => standing);
	return {
		context,
		sam,
		kim,
		ruth,
		place,
		cohortId,
		sessionId,
		programme,
		record,
		correct,
		withdraw,
		log,
		seenBy,
		standings,
	};
}

test('what a colleague wrote of the session is kept back until one’s own log is saved, and from nobody else', () => {
	const { context, sam, kim, ruth, place, record, log, standings } = given();
	context.setNow(AFTER);
	record();
	log(sam);
	expect(standings(kim)).toEqual([]);
	const jo = givenStaff(context, { roles: ['coordinator'], areaIds: [place.areaId] });
	for (const as of [sam, ruth, jo]) expect(standings(as)).toEqual(['unplanned']);
	log(kim);
	expect(standings(kim)).toEqual(['unplanned']);
});

test('it is kept back from every list of it: of the session, of the cohort and of the programme', () => {
	const { context, kim, ruth, cohortId, programme, record, log } = given();
	context.setNow(AFTER);
	record();
	const counted = (as: StaffActor) => [
		listCohortAdaptations(context.db, as, cohortId, context.clock.now()).length,
		reviewRegister(context, as, programme, { version: null, about: null, standing: null }).all.length,
	];
	expect(counted(ruth)).toEqual([1, 1]);
	expect(counted(kim)).toEqual([0, 0]);
	log(kim);
	expect(counted(kim)).toEqual([1, 1]);
});

test('a lead who delivers the session waits for their own log too, and one’s own records are always one’s own', () => {
	const { context, sam, ruth, cohortId, record, standings } = given();
	context.db.insert(schema.teamMembers).values({ cohortId, staffId: ruth.staffId, duty: 'co-facilitator' }).run();
	context.setNow(AFTER);
	record();
	record(ruth);
	expect([standings(ruth).length, standings(sam).length]).toEqual([1, 1]);
});

test('what was proposed beforehand is read by both, as it stood before the session', () => {
	const { context, sam, kim, record, correct, withdraw, log, seenBy, standings } = given();
	const [kept, corrected, withdrawn] = [record(), record(), record()];
	expect(kept).not.toBe(corrected);
	expect(standings(kim)).toEqual(['waiting', 'waiting', 'waiting']);
	context.setNow(AFTER);
	correct(corrected);
	withdraw(withdrawn);
	expect(standings(sam)).toEqual(['not-decided', 'corrected', 'withdrawn', 'unplanned']);
	expect(standings(kim)).toEqual(['not-decided', 'not-decided', 'not-decided']);
	expect(JSON.stringify(seenBy(kim))).not.toMatch(/Wrong goal|We did not do it/);
	log(kim);
	expect(standings(kim)).toEqual(standings(sam));
});

test('a correction and a withdrawal from before the session are read by both', () => {
	const { context, kim, record, correct, withdraw, standings } = given();
	const [corrected, withdrawn] = [record(), record()];
	correct(corrected);
	withdraw(withdrawn);
	context.setNow(AFTER);
	expect(standings(kim)).toEqual(['corrected', 'withdrawn', 'not-decided']);
});
