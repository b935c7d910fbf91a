import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { MarkEntry } from '#app/domain/attendance/register.ts';
import { asId, type EnrolmentId } from '#app/domain/shared/ids.ts';
import { type RegisterToRecord, recordRegister } from '#app/use-cases/register/record-register.ts';
import type { Choice } from '#app/use-cases/register/sort-choices.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

const DURING = '2026-01-13T19:00:00Z';

/** One evening: the first session of a Tuesday group with two facilitators and three members, half an hour in. */
function givenEvening({ now = DURING, members = 3 } = {}) {
	const context = testContext({ now });
	const places = givenPlaces(context);
	const [sam, marek] = [givenStaff(context), givenStaff(context, { name: 'Marek Novak' })];
	const cohort = givenCohort(context, { ...places, team: [sam, marek] });
	const enrolmentIds = Array.from({ length: members }, () => givenMember(context, cohort).enrolmentId);
	return { context, places, sam, marek, cohort, sessionId: cohort.sessionIds[0]!, enrolmentIds };
}
type Evening = ReturnType<typeof givenEvening>;

function save(
	{ context, sam, sessionId }: Evening,
	choices: readonly Choice[],
	more: Partial<RegisterToRecord> & { as?: StaffActor } = {},
) {
	const { as = sam, ...rest } = more;
	return recordRegister(context, as, { sessionId, choices, restAttended: false, correctionReason: null, ...rest });
}

function choice(enrolmentId: EnrolmentId, entry: Partial<MarkEntry> | null, openedVersion = 1): Choice {
	const full = entry && { mark: null, minutes: null, reason: null, note: null, ...entry };
	return { enrolmentId, openedVersion, entry: full };
}

const rowsOf = ({ context, sessionId }: Evening) =>
	context.db.select().from(schema.registerRows).where(eq(schema.registerRows.sessionId, sessionId)).all();
const rowOf = (evening: Evening, enrolmentId: EnrolmentId) =>
	rowsOf(evening).find((row) => row.enrolmentId === enrolmentId)!;
const entriesOf = ({ context }: Evening) => context.db.select().from(schema.registerEntries).all();
const sessionOf = ({ context, sessionId }: Evening) =>
	context.db.select().from(schema.sessions).where(eq(schema.sessions.id, sessionId)).get()!;

function setCohortState({ context, cohort }: Evening, state: 'recruiting') {
	context.db.update(schema.cohorts).set({ state }).where(eq(schema.cohorts.id, cohort.cohortId)).run();
}
const cohortStateOf = ({ context, cohort }: Evening) =>
	context.db.select().from(schema.cohorts).where(eq(schema.cohorts.id, cohort.cohortId)).get()!.state;

test('marks are written with who made them and when, and the rest stay not yet recorded', () => {
	const evening = givenEvening();
	const [first, second, third] = evening.enrolmentIds as [EnrolmentId, EnrolmentId, EnrolmentId];
	const outcome = save(evening, [
		choice(first, { mark: 'attended' }),
		choice(second, { mark: 'late', minutes: 10, reason: 'travel' }),
		choice(third, null),
	]);
	expect(outcome).toEqual({
		done: true,
		value: { written: [first, second], conflicts: [], tasksClosed: 0, raised: [] },
	});
	expect(rowOf(evening, second)).toMatchObject({
		mark: 'late',
		minutes: 10,
		reason: 'travel',
		markedAt: DURING,
		markedBy: evening.sam.staffId,
		version: 2,
	});
	expect(rowOf(evening, third)).toMatchObject({ mark: null, markedAt: null, version: 1 });
	expect(entriesOf(evening)).toHaveLength(2);
});

test('the first register says that the session was held, and a recruiting cohort runs from then on', () => {
	const evening = givenEvening();
	setCohortState(evening, 'recruiting');
	const before = sessionOf(evening);
	save(evening, [choice(evening.enrolmentIds[0]!, { mark: 'attended' })]);
	expect(sessionOf(evening)).toMatchObject({
		state: 'held',
		sequence: before.sequence,
		timeVersion: before.timeVersion,
	});
	expect(cohortStateOf(evening)).toBe('running');
});

test('a person stays as enrolled as they were: somebody confirms a move, not the register', () => {
	const evening = givenEvening();
	evening.context.db.update(schema.enrolments).set({ state: 'enrolled' }).run();
	save(evening, [choice(evening.enrolmentIds[0]!, { mark: 'attended' })]);
	expect(
		evening.context.db
			.select()
			.from(schema.enrolments)
			.all()
			.map(({ state }) => state),
	).toEqual(['enrolled', 'enrolled', 'enrolled']);
});

test('“everyone left to attended” saves what is typed and sets only those without a mark', () => {
	const evening = givenEvening();
	const [first, second, third] = evening.enrolmentIds as [EnrolmentId, EnrolmentId, EnrolmentId];
	save(evening, [choice(first, { mark: 'absent-no-contact' })]);
	save(
		evening,
		[choice(first, null), choice(second, { mark: 'stood-down', reason: 'service-decision' }), choice(third, null)],
		{
			restAttended: true,
		},
	);
	expect([first, second, third].map((id) => rowOf(evening, id).mark)).toEqual([
		'absent-no-contact',
		'stood-down',
		'attended',
	]);
});

test('“everyone left to attended” leaves alone whom a colleague marked meanwhile', () => {
	const evening = givenEvening();
	const [first] = evening.enrolmentIds as [EnrolmentId];
	save(evening, [choice(first, { mark: 'absent-no-contact' })], { as: evening.marek });
	const outcome = save(evening, [choice(first, null)], { restAttended: true });
	expect(outcome).toEqual({ done: true, value: { written: [], conflicts: [], tasksClosed: 0, raised: [] } });
	expect(rowOf(evening, first).mark).toBe('absent-no-contact');
});

test('a second tap writes nothing, although its page is out of date by then', () => {
	const evening = givenEvening();
	const marks = evening.enrolmentIds.map((id) => choice(id, { mark: 'late', minutes: 5, reason: 'work' }));
	save(evening, marks);
	const outcome = save(evening, marks);
	expect(outcome).toEqual({ done: true, value: { written: [], conflicts: [], tasksClosed: 0, raised: [] } });
	expect(entriesOf(evening)).toHaveLength(3);
});

test('two facilitators who mark different people never conflict', () => {
	const evening = givenEvening();
	const [first, second] = evening.enrolmentIds as [EnrolmentId, EnrolmentId];
	save(evening, [choice(first, { mark: 'attended' }), choice(second, null)]);
	const outcome = save(evening, [choice(first, null), choice(second, { mark: 'attended' })], { as: evening.marek });
	expect(outcome).toEqual({ done: true, value: { written: [second], conflicts: [], tasksClosed: 0, raised: [] } });
});

test('a mark that was on the page and not touched gives way to a colleague’s correction', () => {
	const evening = givenEvening();
	const [first, second] = evening.enrolmentIds as [EnrolmentId, EnrolmentId];
	save(evening, [choice(first, { mark: 'attended' })]);
	save(evening, [choice(first, { mark: 'absent-no-contact' }, 2)], { as: evening.marek });
	const outcome = save(evening, [choice(first, { mark: 'attended' }, 2), choice(second, { mark: 'attended' })]);
	expect(outcome).toEqual({ done: true, value: { written: [second], conflicts: [], tasksClosed: 0, raised: [] } });
	expect(rowOf(evening, first).mark).toBe('absent-no-contact');
});

test('the same person marked differently by two is a conflict, and the others are saved', () => {
	const evening = givenEvening();
	const [first, second] = evening.enrolmentIds as [EnrolmentId, EnrolmentId];
	save(evening, [choice(first, { mark: 'late', minutes: 10, reason: 'travel' })], { as: evening.marek });
	const outcome = save(evening, [choice(first, { mark: 'attended' }), choice(second, { mark: 'attended' })]);
	expect(outcome).toMatchObject({
		done: true,
		value: {
			written: [second],
			conflicts: [{ chosen: { mark: 'attended' }, stands: { mark: 'late', minutes: 10, markedByName: 'Marek Novak' } }],
		},
	});
	expect(rowOf(evening, first).mark).toBe('late');
});

test('a correction is appended, and what it corrects is kept', () => {
	const evening = givenEvening();
	const [first] = evening.enrolmentIds as [EnrolmentId];
	save(evening, [choice(first, { mark: 'attended' })]);
	evening.context.setNow('2026-01-20T22:00:00Z');
	save(evening, [choice(first, { mark: 'absent-no-contact' }, 2)], { as: evening.marek });
	expect(entriesOf(evening).map(({ version, mark, markedBy }) => ({ version, mark, markedBy }))).toEqual([
		{ version: 2, mark: 'attended', markedBy: evening.sam.staffId },
		{ version: 3, mark: 'absent-no-contact', markedBy: evening.marek.staffId },
	]);
});

test('a mark can be taken back: the row is not yet recorded again, and the history says so', () => {
	const evening = givenEvening();
	const [first] = evening.enrolmentIds as [EnrolmentId];
	save(evening, [choice(first, { mark: 'attended' })]);
	save(evening, [choice(first, {}, 2)]);
	expect(rowOf(evening, first)).toMatchObject({ mark: null, version: 3 });
	expect(entriesOf(evening).map(({ mark }) => mark)).toEqual(['attended', null]);
});

test('after seven days the facilitators correct no more, and nothing of their page is saved', () => {
	const evening = givenEvening();
	const [first, second] = evening.enrolmentIds as [EnrolmentId, EnrolmentId];
	save(evening, [choice(first, { mark: 'attended' })]);
	evening.context.setNow('2026-01-21T09:00:00Z');
	const outcome = save(evening, [
		choice(first, { mark: 'absent-no-contact' }, 2),
		choice(second, { mark: 'attended' }),
	]);
	expect(outcome).toMatchObject({ done: false, code: 'too-late-to-correct', details: { enrolmentIds: [first] } });
	expect(rowOf(evening, second).mark).toBeNull();
});

test('after seven days a lead corrects with a reason, which is kept, and not without one', () => {
	const evening = givenEvening();
	const [first] = evening.enrolmentIds as [EnrolmentId];
	const lead = givenStaff(evening.context, { roles: ['lead'] });
	save(evening, [choice(first, { mark: 'attended' })]);
	evening.context.setNow('2026-02-21T09:00:00Z');
	const correction = [choice(first, { mark: 'absent-notified', reason: 'court' }, 2)];
	expect(save(evening, correction, { as: lead })).toMatchObject({ done: false, code: 'correction-reason-missing' });
	expect(save(evening, correction, { as: lead, correctionReason: 'The court confirmed it' }).done).toBe(true);
	expect(entriesOf(evening).at(-1)).toMatchObject({
		mark: 'absent-notified',
		correctionReason: 'The court confirmed it',
	});
});

test('the past can be recorded for the first time however late, by the facilitators themselves', () => {
	const evening = givenEvening({ now: '2026-06-01T09:00:00Z' });
	const outcome = save(evening, [choice(evening.enrolmentIds[0]!, { mark: 'attended' })]);
	expect(outcome.done).toBe(true);
	expect(entriesOf(evening)[0]!.correctionReason).toBeNull();
});

test('somebody who sent an apology and came after all is recorded as there, however late the register is filled in', () => {
	const evening = givenEvening({ now: '2026-01-12T10:00:00Z' });
	const [first] = evening.enrolmentIds as [EnrolmentId];
	save(evening, [choice(first, { mark: 'absent-notified', reason: 'work' })]);
	evening.context.setNow('2026-01-25T09:00:00Z');
	expect(save(evening, [choice(first, { mark: 'attended' }, 2)]).done).toBe(true);
	expect(rowOf(evening, first)).toMatchObject({ mark: 'attended', reason: null });
	const again = save(evening, [choice(first, { mark: 'absent-no-contact' }, 3)]);
	expect(again).toMatchObject({ code: 'too-late-to-correct' });
});

test('a session to come takes an apology and nothing else, and stays to come', () => {
	const evening = givenEvening({ now: '2026-01-12T10:00:00Z' });
	const [first, second] = evening.enrolmentIds as [EnrolmentId, EnrolmentId];
	const apology = choice(first, { mark: 'absent-notified', reason: 'work', note: ' told us Monday ' });
	expect(save(evening, [apology, choice(second, { mark: 'attended' })])).toMatchObject({
		done: false,
		code: 'marks-at-fault',
		details: { faults: [{ enrolmentId: second, code: 'session-not-started' }] },
	});
	expect(rowOf(evening, first).mark).toBeNull();
	expect(save(evening, [apology]).done).toBe(true);
	expect(rowOf(evening, first)).toMatchObject({ mark: 'absent-notified', reason: 'work', note: 'told us Monday' });
	expect(sessionOf(evening).state).toBe('scheduled');
});

test('the words behind an apology do not follow somebody who came after all', () => {
	const evening = givenEvening({ now: '2026-01-12T10:00:00Z' });
	const [first] = evening.enrolmentIds as [EnrolmentId];
	save(evening, [choice(first, { mark: 'absent-notified', reason: 'work', note: 'told us Monday' })]);
	evening.context.setNow(DURING);
	save(evening, [choice(first, { mark: 'attended', reason: 'work', note: 'told us Monday' }, 2)]);
	expect(rowOf(evening, first)).toMatchObject({ mark: 'attended', reason: null, note: null });
});

test('every mark at fault is named, and a register with one is not saved at all', () => {
	const evening = givenEvening();
	const [first, second, third] = evening.enrolmentIds as [EnrolmentId, EnrolmentId, EnrolmentId];
	const outcome = save(evening, [
		choice(first, { mark: 'attended' }),
		choice(second, { mark: 'late', minutes: 999, reason: 'travel' }),
		choice(third, { mark: 'absent-notified' }),
	]);
	expect(outcome).toMatchObject({
		code: 'marks-at-fault',
		details: {
			faults: [
				{ enrolmentId: second, code: 'minutes-out-of-range' },
				{ enrolmentId: third, code: 'reason-needed' },
			],
		},
	});
	expect(rowsOf(evening).every(({ mark }) => mark === null)).toBe(true);
});

test('what an import left incomplete stays as it is when nobody touches it', () => {
	const evening = givenEvening();
	const [first] = evening.enrolmentIds as [EnrolmentId];
	evening.context.db
		.update(schema.registerRows)
		.set({ mark: 'late', markedAt: evening.context.clock.now() })
		.where(eq(schema.registerRows.enrolmentId, first))
		.run();
	expect(save(evening, [choice(first, { mark: 'late' })])).toEqual({
		done: true,
		value: { written: [], conflicts: [], tasksClosed: 0, raised: [] },
	});
});

test('a forged person is refused, and so is one who was taken off the register', () => {
	const evening = givenEvening();
	const [first] = evening.enrolmentIds as [EnrolmentId];
	const forged = choice(asId<EnrolmentId>('nobody'), { mark: 'attended' });
	expect(save(evening, [choice(first, { mark: 'attended' }), forged])).toMatchObject({ code: 'not-on-register' });
	evening.context.db.update(schema.registerRows).set({ expected: false }).run();
	expect(save(evening, [choice(first, { mark: 'attended' })])).toMatchObject({ code: 'not-on-register' });
	expect(entriesOf(evening)).toEqual([]);
});

test('a cancelled session takes no marks', () => {
	const evening = givenEvening();
	evening.context.db.update(schema.sessions).set({ state: 'cancelled', stateReason: 'snow' }).run();
	const outcome = save(evening, [choice(evening.enrolmentIds[0]!, { mark: 'attended' })]);
	expect(outcome).toMatchObject({ done: false, code: 'session-cancelled' });
});

test('nobody marks a register that is not theirs: other facilitators, other areas, administrators', () => {
	const evening = givenEvening();
	const { context } = evening;
	const strangers = [
		givenStaff(context),
		givenStaff(context, { roles: ['administrator'] }),
		givenStaff(context, { roles: ['coordinator'], areaIds: [givenPlaces(context, 'Elsewhere').areaId] }),
		givenStaff(context, { roles: ['coordinator'], areaIds: [evening.places.areaId], sides: ['survivor'] }),
	];
	for (const as of strangers) {
		expect(save(evening, [choice(evening.enrolmentIds[0]!, { mark: 'attended' })], { as })).toMatchObject({
			code: 'not-found',
		});
	}
	expect(entriesOf(evening)).toEqual([]);
});

test('a register of thirty is saved with as many statements as a register of one', async () => {
	const counts: number[] = [];
	for (const members of [1, 30]) {
		const evening = givenEvening({ members });
		const marks = evening.enrolmentIds.map((id) => choice(id, { mark: 'attended' }));
		counts.push(await countQueries(evening.context.db, () => save(evening, marks)));
	}
	expect(counts[0]).toBeGreaterThan(0);
	expect(counts[1]).toBe(counts[0]);
});
