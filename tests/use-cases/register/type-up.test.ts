import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { MarkEntry } from '#app/domain/attendance/register.ts';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';
import type { Choice } from '#app/use-cases/register/sort-choices.ts';
import { type ColumnFault, type TypedColumn, typeUp } from '#app/use-cases/register/type-up.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** Two sessions of a Tuesday group are over, the third is a week away. */
function givenPile({ now = '2026-01-21T10:00:00Z' } = {}) {
	const context = testContext({ now });
	const places = givenPlaces(context);
	const [sam, marek] = [givenStaff(context), givenStaff(context, { name: 'Marek Novak' })];
	const cohort = givenCohort(context, { ...places, team: [sam, marek] });
	const ids = Array.from({ length: 3 }, () => givenMember(context, cohort).enrolmentId);
	return { context, places, sam, marek, cohort, ids, sessions: cohort.sessionIds };
}
type Pile = ReturnType<typeof givenPile>;

const choice = (enrolmentId: EnrolmentId, entry: Partial<MarkEntry>, openedVersion = 1): Choice => ({
	enrolmentId,
	openedVersion,
	entry: { mark: null, minutes: null, reason: null, note: null, ...entry },
});
const column = (sessionId: SessionId, choices: readonly Choice[]): TypedColumn => ({
	sessionId,
	choices,
	notHeld: null,
});

const save = ({ context, sam, cohort }: Pile, columns: readonly TypedColumn[], as: StaffActor = sam) =>
	typeUp(context, as, { cohortId: cohort.cohortId, columns, correctionReason: null, are: 'letters' });
const marksOf = ({ context }: Pile, sessionId: SessionId) =>
	context.db
		.select()
		.from(schema.registerRows)
		.where(eq(schema.registerRows.sessionId, sessionId))
		.all()
		.map(({ mark }) => mark);
const stateOf = ({ context }: Pile, sessionId: SessionId) =>
	context.db.select().from(schema.sessions).where(eq(schema.sessions.id, sessionId)).get()!;
const actionsIn = ({ context }: Pile) =>
	context.db
		.select()
		.from(schema.auditEntries)
		.all()
		.map(({ action, outcome }) => `${action} ${outcome}`);

test('several registers are saved at once, each says that it was held, and the trail names both what and whom', () => {
	const pile = givenPile();
	const [first, second] = pile.ids as [EnrolmentId, EnrolmentId];
	const outcome = save(pile, [
		column(pile.sessions[0]!, [choice(first, { mark: 'attended' }), choice(second, { mark: 'absent-no-contact' })]),
		column(pile.sessions[1]!, [choice(first, { mark: 'late', minutes: 10, reason: 'travel' })]),
	]);
	expect(outcome).toEqual({
		done: true,
		value: {
			written: [
				{ sessionId: pile.sessions[0], enrolmentId: first, version: 2 },
				{ sessionId: pile.sessions[0], enrolmentId: second, version: 2 },
				{ sessionId: pile.sessions[1], enrolmentId: first, version: 2 },
			],
			...{ notHeld: 0, tasksClosed: 0 },
		},
	});
	expect(marksOf(pile, pile.sessions[0]!)).toEqual(['attended', 'absent-no-contact', null]);
	expect(marksOf(pile, pile.sessions[1]!)).toEqual(['late', null, null]);
	expect([0, 1, 2].map((at) => stateOf(pile, pile.sessions[at]!).state)).toEqual(['held', 'held', 'scheduled']);
	expect(actionsIn(pile)).toEqual(
		expect.arrayContaining(['register-recorded done', 'register-recorded done', 'registers-typed-up done']),
	);
});

test('one cell at fault keeps all of it out, and every fault of every session is told', () => {
	const pile = givenPile();
	const [first, second] = pile.ids as [EnrolmentId, EnrolmentId];
	const outcome = save(pile, [
		column(pile.sessions[0]!, [choice(first, { mark: 'attended' }), choice(second, { mark: 'late', reason: 'work' })]),
		column(pile.sessions[1]!, [choice(first, { mark: 'attended' })]),
		column(pile.sessions[2]!, [choice(first, { mark: 'attended' })]),
	]);
	expect(outcome).toMatchObject({ done: false, code: 'not-saved' });
	const faults = (outcome.done ? [] : outcome.details.faults) as readonly ColumnFault[];
	expect(faults.map(({ sessionId, refusal }) => [sessionId, refusal?.code])).toEqual([
		[pile.sessions[0], 'marks-at-fault'],
		[pile.sessions[2], 'marks-at-fault'],
	]);
	expect(pile.sessions.flatMap((id) => marksOf(pile, id)).filter((mark) => mark !== null)).toEqual([]);
	expect(stateOf(pile, pile.sessions[0]!).state).toBe('scheduled');
	expect(actionsIn(pile)).toEqual(['registers-typed-up not-saved']);
});

test('a session to come takes an apology', () => {
	const pile = givenPile();
	const apology = choice(pile.ids[0]!, { mark: 'absent-notified', reason: 'illness' });
	expect(save(pile, [column(pile.sessions[2]!, [apology])]).done).toBe(true);
	expect(marksOf(pile, pile.sessions[2]!)).toEqual(['absent-notified', null, null]);
	expect(stateOf(pile, pile.sessions[2]!).state).toBe('scheduled');
});

test('a colleague who came first is not overwritten: both values are told and nothing is saved', () => {
	const pile = givenPile();
	const [first, second] = pile.ids as [EnrolmentId, EnrolmentId];
	save(pile, [column(pile.sessions[0]!, [choice(first, { mark: 'absent-no-contact' })])], pile.marek);
	const outcome = save(pile, [
		column(pile.sessions[0]!, [choice(first, { mark: 'attended' }), choice(second, { mark: 'attended' })]),
	]);
	const [fault] = (outcome.done ? [] : outcome.details.faults) as readonly ColumnFault[];
	expect(fault!.conflicts).toMatchObject([
		{ chosen: { mark: 'attended' }, stands: { mark: 'absent-no-contact', markedByName: 'Marek Novak' } },
	]);
	expect(marksOf(pile, pile.sessions[0]!)).toEqual(['absent-no-contact', null, null]);
});

test('what is saved already writes nothing and leaves no entry of its own', () => {
	const pile = givenPile();
	const columns = [column(pile.sessions[0]!, [choice(pile.ids[0]!, { mark: 'attended' })])];
	save(pile, columns);
	const before = actionsIn(pile).length;
	expect(save(pile, columns)).toMatchObject({ done: true, value: { written: [] } });
	expect(actionsIn(pile)).toHaveLength(before);
});

test('a session that did not go ahead is recorded with the others, and not while somebody was there', () => {
	const pile = givenPile();
	const [first, second] = pile.sessions as [SessionId, SessionId];
	const gone = { version: stateOf(pile, second).version, reason: 'Snow' };
	const marked = column(first, [choice(pile.ids[0]!, { mark: 'attended' })]);
	expect(save(pile, [marked, { sessionId: second, choices: [], notHeld: gone }])).toMatchObject({
		done: true,
		value: { written: [{ sessionId: first, enrolmentId: pile.ids[0], version: 2 }], notHeld: 1 },
	});
	expect(stateOf(pile, second)).toMatchObject({ state: 'cancelled', stateReason: 'Snow' });
	const again = { version: stateOf(pile, first).version, reason: 'Snow' };
	const outcome = save(pile, [{ sessionId: first, choices: [], notHeld: again }]);
	const [fault] = (outcome.done ? [] : outcome.details.faults) as readonly ColumnFault[];
	expect(fault!.refusal?.code).toBe('has-marks');
});

test('a session of another cohort, and a cohort that is not theirs, are not there', () => {
	const pile = givenPile();
	const other = givenCohort(pile.context, { ...pile.places, team: [pile.sam], name: 'Other' });
	const outcome = save(pile, [column(other.sessionIds[0]!, [])]);
	expect(outcome).toMatchObject({ done: false, code: 'not-found' });
	const stranger = givenStaff(pile.context, { name: 'Sal' });
	expect(save(pile, [], stranger)).toMatchObject({ done: false, code: 'not-found' });
});

test('after seven days a facilitator corrects nothing by typing it up, and may still fill in what nobody recorded', () => {
	const pile = givenPile();
	const [first, second] = pile.ids as [EnrolmentId, EnrolmentId];
	save(pile, [column(pile.sessions[0]!, [choice(first, { mark: 'attended' })])]);
	const later = { ...pile, context: { ...pile.context, clock: { now: () => instant('2026-02-10T10:00:00Z') } } };
	const outcome = save(later, [column(pile.sessions[0]!, [choice(first, { mark: 'absent-no-contact' }, 2)])]);
	const [fault] = (outcome.done ? [] : outcome.details.faults) as readonly ColumnFault[];
	expect(fault!.refusal?.code).toBe('too-late-to-correct');
	expect(save(later, [column(pile.sessions[0]!, [choice(second, { mark: 'attended' })])]).done).toBe(true);
});

const rowOf = ({ context }: Pile, sessionId: SessionId, enrolmentId: EnrolmentId) => {
	const rows = context.db.select().from(schema.registerRows).where(eq(schema.registerRows.sessionId, sessionId)).all();
	const { mark, minutes, reason, note } = rows.find((row) => row.enrolmentId === enrolmentId)!;
	return { mark, minutes, reason, note };
};

test('letters leave the reason and the note where the mark is the same, and neither of them beside another mark', () => {
	const pile = givenPile();
	const [first, second] = pile.ids as [EnrolmentId, EnrolmentId];
	const session = pile.sessions[1]!;
	save(pile, [
		column(session, [
			choice(first, { mark: 'late', minutes: 10, reason: 'travel', note: 'The bus' }),
			choice(second, { mark: 'absent-notified', reason: 'illness', note: 'Flu' }),
		]),
	]);
	const typed = [choice(first, { mark: 'late', minutes: 15 }, 2), choice(second, { mark: 'absent-no-contact' }, 2)];
	expect(save(pile, [column(session, typed)])).toMatchObject({ done: true });
	expect(rowOf(pile, session, first)).toEqual({ mark: 'late', minutes: 15, reason: 'travel', note: 'The bus' });
	expect(rowOf(pile, session, second)).toEqual({ mark: 'absent-no-contact', minutes: null, reason: null, note: null });
});
