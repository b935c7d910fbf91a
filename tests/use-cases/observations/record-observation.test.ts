import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { takeBackObserver } from '#app/use-cases/access/assign-observer.ts';
import { releaseObservation } from '#app/use-cases/observations/release-observation.ts';
import {
	findOwnObservation,
	listFeedback,
	listOwnStates,
	listSessionObservations,
} from '#db/queries/observations/session-observations.ts';
import * as schema from '#db/schema/index.ts';
import { givenStaff } from '#tests/support/world.ts';
import { givenObservers, must, observes, releases, scoresOf } from './given.ts';

const texts = { strengths: 'Calm and clear', nextSteps: 'More time for the check-in', note: 'Ask Sam for a talk' };

test('an observation is saved part-way, then submitted; what is left open is missing and every version stays', () => {
	const { context, owen, lead, sessionId } = givenObservers();
	expect(observes(context, owen, sessionId, '3 - 0', { submits: false })).toMatchObject({
		value: { isSubmitted: false, isNew: true },
	});
	expect(findOwnObservation(context.db, owen, sessionId)).toMatchObject({ state: 'draft', formVersion: 1 });
	expect(observes(context, owen, sessionId, '3 2 0', { ...texts, openedVersion: 1 })).toMatchObject({
		value: { isSubmitted: true },
	});
	const own = findOwnObservation(context.db, owen, sessionId)!;
	expect(own.versions.map((version) => scoresOf(context, version))).toEqual(['3 - 0', '3 2 0']);
	expect(own.versions[1]).toMatchObject({ ...texts, version: 2, isSubmitted: true, mode: 'live' });
	expect([...listOwnStates(context.db, owen)]).toEqual([[sessionId, 'submitted']]);
	expect(listSessionObservations(context.db, lead, sessionId)).toMatchObject({
		isApart: false,
		notBegun: ['Ada Blum'],
		observations: [{ observer: 'Owen Hart', state: 'submitted' }],
	});
	const entry = context.db.select().from(schema.auditEntries).all().at(-1);
	expect(entry).toMatchObject({ action: 'observation-recorded', outcome: 'done', staffId: owen.staffId });
	expect(JSON.parse(entry!.details)).toEqual({ version: 2, items: 3, submitted: true });
});

test('the same again is no new version, and an old page overwrites nothing: it is told what stands', () => {
	const { context, owen, sessionId } = givenObservers();
	must(observes(context, owen, sessionId, '3 2'));
	expect(observes(context, owen, sessionId, '3 2', { openedVersion: 1 })).toMatchObject({ value: { isNew: false } });
	expect(observes(context, owen, sessionId, '1 2', { openedVersion: 0 })).toMatchObject({
		code: 'changed-meanwhile',
		details: { stands: { version: 1 } },
	});
	expect(observes(context, owen, sessionId, '3 2', { openedVersion: 1, mode: 'recording' })).toMatchObject({
		value: { isNew: true },
	});
	expect(findOwnObservation(context.db, owen, sessionId)!.versions).toHaveLength(2);
});

test('what is submitted stays submitted: a later save is a correction, never a draft', () => {
	const { context, owen, sessionId } = givenObservers();
	must(observes(context, owen, sessionId, '3 2'));
	must(observes(context, owen, sessionId, '3 1', { openedVersion: 1, submits: false }));
	expect(findOwnObservation(context.db, owen, sessionId)!.versions.map((one) => one.isSubmitted)).toEqual([true, true]);
	expect(observes(context, owen, sessionId, '- -', { openedVersion: 2, submits: false })).toMatchObject({
		code: 'nothing-scored',
	});
});

test.each([
	['a score beyond the scale', '4', 'faulty-scores'],
	['a score between two', '1.5', 'faulty-scores'],
	['nothing at all', '-', 'nothing-scored'],
] as const)('%s is refused and nothing is kept', (_, scores, code) => {
	const { context, owen, sessionId } = givenObservers();
	expect(observes(context, owen, sessionId, scores)).toMatchObject({ code });
	expect(context.db.select().from(schema.observations).all()).toEqual([]);
});

test('nothing is observed before the session, nor of one that did not go ahead', () => {
	const early = givenObservers('2026-03-03T18:29:00Z');
	expect(observes(early.context, early.owen, early.sessionId)).toMatchObject({ code: 'session-not-started' });
	const { context, owen, sessionId } = givenObservers();
	const cancelled = { state: 'cancelled', stateReason: 'Flooded' } as const;
	context.db.update(schema.sessions).set(cancelled).where(eq(schema.sessions.id, sessionId)).run();
	expect(observes(context, owen, sessionId)).toMatchObject({ code: 'session-cancelled' });
});

test('only whoever is assigned observes, whatever else they may', () => {
	const { context, owen, lead, sam, hisCoordinator, his, sessionId } = givenObservers();
	const stranger = givenStaff(context, { name: 'Sasha Ode', roles: ['observer'] });
	for (const who of [lead, sam, hisCoordinator, stranger]) {
		expect(observes(context, who, sessionId)).toMatchObject({ code: 'not-found' });
	}
	expect(observes(context, owen, his.sessionIds[6]!)).toMatchObject({ code: 'not-found' });
	expect(observes(context, { ...owen, roles: ['facilitator'] }, sessionId)).toMatchObject({ code: 'not-found' });
});

test('who has come to deliver the session since their assignment does not observe themself', () => {
	const { context, owen, his, sessionId } = givenObservers();
	const member = { cohortId: his.cohortId, staffId: owen.staffId, duty: 'co-facilitator' } as const;
	context.db.insert(schema.teamMembers).values(member).run();
	expect(observes(context, owen, sessionId)).toMatchObject({ code: 'on-the-team' });
});

test('a second rater judges alone: neither sees the other’s before both have submitted, and a draft is nobody else’s', () => {
	const { context, owen, ada, lead, sessionId } = givenObservers();
	const seenBy = (who: typeof owen) =>
		listSessionObservations(context.db, who, sessionId)!.observations.map(
			({ observer, versions }) => `${observer} ${versions.length}`,
		);
	must(observes(context, owen, sessionId, '3 2'));
	must(observes(context, ada, sessionId, '1 -', { submits: false }));
	expect(seenBy(owen)).toEqual(['Owen Hart 1', 'Ada Blum 0']);
	expect(seenBy(ada)).toEqual(['Owen Hart 0', 'Ada Blum 1']);
	expect(seenBy(lead)).toEqual(['Owen Hart 1', 'Ada Blum 0']);
	must(observes(context, ada, sessionId, '1 2', { openedVersion: 1 }));
	for (const who of [owen, ada, lead]) expect(seenBy(who)).toEqual(['Owen Hart 1', 'Ada Blum 2']);
});

test('a draft of somebody whose assignment was taken back keeps the other rater waiting no longer', () => {
	const { context, owen, ada, lead, sessionId } = givenObservers();
	must(observes(context, owen, sessionId, '3 2'));
	must(observes(context, ada, sessionId, '1 -', { submits: false }));
	expect(listSessionObservations(context.db, owen, sessionId)?.isApart).toBe(true);
	must(takeBackObserver(context, lead, { sessionId, staffId: ada.staffId }));
	expect(listSessionObservations(context.db, owen, sessionId)).toMatchObject({ isApart: false, notBegun: [] });
	expect(observes(context, ada, sessionId, '1 2', { openedVersion: 1 })).toMatchObject({ code: 'not-found' });
});

test('a lead who observes the session themself is kept apart as any second rater, and cannot release unread', () => {
	const { context, ada, lead, owen, sessionId } = givenObservers();
	const both = { ...ada, roles: ['lead', 'observer'] as const };
	must(observes(context, owen, sessionId, '3 2'));
	expect(listSessionObservations(context.db, both, sessionId)?.observations[0]?.versions).toEqual([]);
	expect(releases(context, both, sessionId, owen.staffId)).toMatchObject({ code: 'not-found' });
	must(releases(context, lead, sessionId, owen.staffId));
	expect(listFeedback(context.db, both, sessionId)).toEqual([]);
	expect(listFeedback(context.db, lead, sessionId)).toHaveLength(1);
});

test('facilitators find nothing before the release, and then what was released, without the leads’ note', () => {
	const { context, owen, sam, leila, lead, hisCoordinator, sessionId } = givenObservers();
	must(observes(context, owen, sessionId, '3 2', texts));
	expect(listFeedback(context.db, sam, sessionId)).toEqual([]);
	expect(listSessionObservations(context.db, sam, sessionId)).toBeNull();
	must(releases(context, lead, sessionId, owen.staffId));
	const [feedback] = listFeedback(context.db, sam, sessionId);
	expect(feedback).toMatchObject({ observer: 'Owen Hart', version: 1, strengths: 'Calm and clear' });
	expect(JSON.stringify(feedback)).not.toContain('Ask Sam');
	expect(listSessionObservations(context.db, sam, sessionId)).toBeNull();
	for (const who of [leila, hisCoordinator, owen]) expect(listFeedback(context.db, who, sessionId)).toEqual([]);
});

test('a correction after the release waits for a lead; until then the facilitators read what was released', () => {
	const { context, owen, sam, lead, sessionId } = givenObservers();
	must(observes(context, owen, sessionId, '3 2'));
	must(releases(context, lead, sessionId, owen.staffId));
	must(observes(context, owen, sessionId, '3 1', { openedVersion: 1 }));
	const read = () => scoresOf(context, listFeedback(context.db, sam, sessionId)[0]!);
	expect(read()).toBe('3 2');
	expect(findOwnObservation(context.db, owen, sessionId)?.state).toBe('corrected');
	must(releases(context, lead, sessionId, owen.staffId));
	expect(read()).toBe('3 1');
	expect(releases(context, lead, sessionId, owen.staffId)).toMatchObject({ code: 'released-already' });
});

test('only a lead releases, only what they have read, and only what is submitted', () => {
	const { context, owen, ada, sam, lead, hisCoordinator, sessionId } = givenObservers();
	must(observes(context, owen, sessionId, '3 2'));
	must(observes(context, ada, sessionId, '3 2', { submits: false }));
	const { id } = findOwnObservation(context.db, owen, sessionId)!;
	for (const who of [sam, owen, hisCoordinator]) {
		const outcome = releaseObservation(context, who, { sessionId, observationId: id, version: 1 });
		expect(outcome).toMatchObject({ code: 'not-found' });
	}
	expect(releases(context, lead, sessionId, ada.staffId)).toMatchObject({ code: 'not-found' });
	must(observes(context, owen, sessionId, '2 2', { openedVersion: 1 }));
	expect(releaseObservation(context, lead, { sessionId, observationId: id, version: 1 })).toMatchObject({
		code: 'changed-meanwhile',
	});
	expect(context.db.select().from(schema.observationReleases).all()).toEqual([]);
});

test('a lead who delivers the session neither reads nor releases what is written of them', () => {
	const { context, owen, sam, sessionId } = givenObservers();
	const own = { ...sam, roles: ['lead', 'facilitator'] as const };
	must(observes(context, owen, sessionId, '3 2'));
	const { id } = findOwnObservation(context.db, owen, sessionId)!;
	expect(listSessionObservations(context.db, own, sessionId)).toBeNull();
	expect(releaseObservation(context, own, { sessionId, observationId: id, version: 1 })).toMatchObject({
		code: 'not-found',
	});
});
