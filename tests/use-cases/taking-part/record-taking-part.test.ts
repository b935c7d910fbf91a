import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Mark } from '#app/domain/attendance/marks.ts';
import { type ChosenAnswer, countTakingPartAnswers } from '#app/domain/attendance/taking-part.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { recordTakingPart } from '#app/use-cases/taking-part/record-taking-part.ts';
import {
	listCohortTakingPart,
	listSessionTakingPart,
	listTakingPart,
	listTakingPartHistory,
} from '#db/queries/attendance/taking-part.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

const NOTHING: ChosenAnswer = { engagement: undefined, homework: undefined };

function givenEvening(marks: readonly (Mark | null)[] = ['attended', 'attended', null]) {
	const context = testContext({ now: '2026-01-13T19:00:00Z' });
	const places = givenPlaces(context);
	const [sam, marek] = [givenStaff(context), givenStaff(context, { name: 'Marek Novak' })];
	const cohort = givenCohort(context, { ...places, team: [sam, marek] });
	const ids = marks.map(() => givenMember(context, cohort).enrolmentId);
	const sessionId = cohort.sessionIds[0]!;
	const choices = ids.map((enrolmentId, at) => {
		const mark = marks[at] ?? null;
		return { enrolmentId, openedVersion: 1, entry: mark && { mark, minutes: null, reason: null, note: null } };
	});
	recordRegister(context, sam, { sessionId, choices, restAttended: false, correctionReason: null });
	return { context, places, sam, marek, cohort, ids, sessionId };
}
type Evening = ReturnType<typeof givenEvening>;

function save(
	{ context, sam, sessionId }: Evening,
	enrolmentId: EnrolmentId,
	answer: Partial<ChosenAnswer>,
	{ as = sam, at = 0, reason = null }: { as?: StaffActor; at?: number; reason?: string | null } = {},
) {
	const choices = [{ enrolmentId, openedVersion: at, answer: { ...NOTHING, ...answer } }];
	return recordTakingPart(context, as, { sessionId, choices, correctionReason: reason });
}

const rowOf = ({ context, sam, sessionId }: Evening, id: EnrolmentId) =>
	listTakingPart(context.db, sam, sessionId).find(({ enrolmentId }) => enrolmentId === id)!;
const historyOf = ({ context, sam, sessionId }: Evening) => listTakingPartHistory(context.db, sam, sessionId);

test('an answer is written with who and when, and what is left open stays missing', () => {
	const evening = givenEvening();
	const [alex] = evening.ids as [EnrolmentId];
	expect(save(evening, alex, { engagement: 3 })).toMatchObject({ done: true, value: { written: [alex] } });
	expect(rowOf(evening, alex)).toMatchObject({
		...{ engagement: 3, homework: null, version: 1, savedByName: 'Sam Okafor', savedAt: '2026-01-13T19:00:00Z' },
	});
	expect(rowOf(evening, evening.ids[1]!)).toMatchObject({ engagement: null, homework: null, version: 0 });
});

test('a double tap writes nothing, a second window that says otherwise conflicts, and every version is kept', () => {
	const evening = givenEvening();
	const [alex] = evening.ids as [EnrolmentId];
	save(evening, alex, { engagement: 3 });
	expect(save(evening, alex, { engagement: 3 })).toMatchObject({ value: { written: [], conflicts: [] } });
	expect(save(evening, alex, { engagement: 2 })).toMatchObject({
		value: { written: [], conflicts: [{ chosen: { engagement: 2 }, stands: { engagement: 3, version: 1 } }] },
	});
	save(evening, alex, { engagement: 2 }, { at: 1 });
	expect(historyOf(evening).map(({ version, engagement }) => [version, engagement])).toEqual([
		[2, 2],
		[1, 3],
	]);
});

test('two facilitators at once: other people and other questions never conflict, the same question does', () => {
	const evening = givenEvening();
	const [alex, ben] = evening.ids as [EnrolmentId, EnrolmentId];
	const { marek } = evening;
	save(evening, alex, { engagement: 3 });
	expect(save(evening, ben, { engagement: 1 }, { as: marek })).toMatchObject({ value: { written: [ben] } });
	expect(save(evening, alex, { homework: 'done' }, { as: marek })).toMatchObject({ value: { written: [alex] } });
	expect(rowOf(evening, alex)).toMatchObject({ engagement: 3, homework: 'done', version: 2 });
	expect(save(evening, alex, { engagement: 4 }, { as: marek })).toMatchObject({ value: { conflicts: [{}] } });
	expect(rowOf(evening, alex)).toMatchObject({ engagement: 3, savedByName: 'Marek Novak' });
});

test('nobody is asked about who did not attend, or does not any more', () => {
	const evening = givenEvening(['attended', 'absent-no-contact', null]);
	const [alex, absent, open] = evening.ids as [EnrolmentId, EnrolmentId, EnrolmentId];
	for (const id of [absent, open]) {
		expect(save(evening, id, { engagement: 3 })).toMatchObject({
			code: 'not-attended',
			details: { enrolmentIds: [id] },
		});
	}
	save(evening, alex, { engagement: 3 });
	const entry = { mark: 'absent-no-contact', minutes: null, reason: null, note: null } as const;
	const corrected = { choices: [{ enrolmentId: alex, openedVersion: 2, entry }], restAttended: false };
	recordRegister(evening.context, evening.sam, { sessionId: evening.sessionId, ...corrected, correctionReason: null });
	expect(save(evening, alex, { homework: 'done' }, { at: 1 })).toMatchObject({ code: 'not-attended' });
	expect(historyOf(evening)).toHaveLength(1);
});

test('after seven days facilitators fill in what is missing, and only a coordinator or lead corrects, with a reason', () => {
	const evening = givenEvening();
	const { context, places } = evening;
	const [alex] = evening.ids as [EnrolmentId];
	save(evening, alex, { engagement: 3 });
	context.setNow('2026-01-21T00:00:00Z');
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId] });
	expect(save(evening, alex, { homework: 'partly' }, { at: 1 })).toMatchObject({ value: { written: [alex] } });
	expect(save(evening, alex, { engagement: 1 }, { at: 2 })).toMatchObject({ code: 'too-late-to-correct' });
	expect(save(evening, alex, { engagement: 1 }, { at: 2, as: coordinator })).toMatchObject({
		code: 'correction-reason-missing',
	});
	save(evening, alex, { engagement: 1 }, { at: 2, as: coordinator, reason: 'Mixed up two people' });
	expect(historyOf(evening)[0]).toMatchObject({
		engagement: 1,
		homework: 'partly',
		correctionReason: 'Mixed up two people',
	});
	expect(historyOf(evening)[1]).toMatchObject({ correctionReason: null });
});

test('what the programme does not ask is not kept', () => {
	const evening = givenEvening();
	const { programmes } = evening.context.content;
	const caringDads = programmes.find(({ slug, variant }) => slug === 'caring-dads' && variant === null)!;
	const content = (asks: typeof caringDads.asks) => ({
		...evening.context.content,
		programmeOf: () => ({ ...caringDads, asks }),
	});
	const [alex] = evening.ids as [EnrolmentId];
	const only = { ...evening, context: { ...evening.context, content: content({ engagement: null, homework: true }) } };
	save(only, alex, { engagement: 4, homework: 'done' });
	expect(rowOf(evening, alex)).toMatchObject({ engagement: null, homework: 'done' });
	const none = { ...evening, context: { ...evening.context, content: content({ engagement: null, homework: false }) } };
	expect(save(none, alex, { homework: 'partly' }, { at: 1 })).toMatchObject({ code: 'nothing-asked' });
});

test('before the session, after a cancellation, and for a stranger nothing is written', () => {
	const evening = givenEvening();
	const { context, sessionId, ids } = evening;
	expect(save(evening, ids[0]!, { engagement: 3 }, { as: givenStaff(context) })).toMatchObject({ code: 'not-found' });
	context.setNow('2026-01-13T12:00:00Z');
	expect(save(evening, ids[0]!, { engagement: 3 })).toMatchObject({ code: 'session-not-started' });
	context.setNow('2026-01-13T19:00:00Z');
	context.db
		.update(schema.sessions)
		.set({ state: 'cancelled', stateReason: 'Snow' })
		.where(eq(schema.sessions.id, sessionId))
		.run();
	expect(save(evening, ids[0]!, { engagement: 3 })).toMatchObject({ code: 'session-cancelled' });
	expect(historyOf(evening)).toEqual([]);
});

test('counts by session and by cohort say how many answered and how many are missing', () => {
	const evening = givenEvening(['attended', 'attended', 'absent-no-contact']);
	const { context, sam, sessionId, cohort, ids } = evening;
	save(evening, ids[0]!, { engagement: 3, homework: 'none-set' });
	const { asks } = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	for (const facts of [
		listSessionTakingPart(context.db, sam, sessionId),
		listCohortTakingPart(context.db, sam, cohort.cohortId),
	]) {
		expect(countTakingPartAnswers(facts, asks)).toEqual({
			attended: 2,
			engagement: { answered: 1, missing: 1, byLevel: [0, 0, 1, 0] },
			homework: { answered: 1, missing: 1, byAnswer: { done: 0, partly: 0, 'not-done': 0, 'none-set': 1 } },
		});
	}
	expect(listCohortTakingPart(context.db, givenStaff(context), cohort.cohortId)).toEqual([]);
});
