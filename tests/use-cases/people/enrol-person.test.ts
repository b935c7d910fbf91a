import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { enrolPerson } from '#app/use-cases/people/enrol-person.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import { findPerson, findPersonByReference } from '#db/queries/people.ts';
import { enrolments, people, registerRows } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

const NEW = { kind: 'new', givenName: 'Alex', familyName: 'Smith', reference: 'CD26/01' } as const;

function office({ now = '2026-01-20T18:00:00Z', places = 12 } = {}) {
	const context = testContext({ now });
	const { areaId } = givenPlaces(context);
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId] });
	const cohort = givenCohort(context, { areaId, places });
	const enrol = (who: Parameters<typeof enrolPerson>[2]['who'] = NEW, cohortId: CohortId = cohort.cohortId) =>
		enrolPerson(context, coordinator, { cohortId, who });
	return { context, areaId, coordinator, cohort, enrol };
}

test('somebody new joins at the next session that has not started, and is expected from there on', () => {
	const { context, coordinator, cohort, enrol } = office();
	const enrolled = enrol();
	if (!enrolled.done) throw new Error(enrolled.code);
	const { personId, enrolmentId } = enrolled.value;
	expect(findPerson(context.db, coordinator, personId)).toMatchObject({ name: 'Alex Smith', reference: 'CD26/01' });
	expect(context.db.select().from(enrolments).all()).toMatchObject([
		{ state: 'enrolled', joinsAtPlan: 2, enrolledOn: '2026-01-20', programmeSlug: 'caring-dads' },
	]);
	const rows = context.db.select().from(registerRows).where(eq(registerRows.enrolmentId, enrolmentId)).all();
	expect(new Set(rows.map(({ sessionId }) => sessionId))).toEqual(new Set(cohort.sessionIds.slice(1)));
});

test('joining closes after the last joining session of the programme, and nobody is stored', () => {
	const { context, enrol } = office({ now: '2026-01-27T19:00:00Z' });
	expect(enrol()).toMatchObject({ code: 'joining-closed', details: { lastJoiningSession: 3, nextSession: 4 } });
	expect(context.db.select().from(people).all()).toEqual([]);
});

test('a full cohort takes nobody, and a place that was given up is free', () => {
	const { context, cohort, enrol } = office({ places: 1 });
	const member = givenMember(context, cohort);
	expect(enrol()).toMatchObject({ code: 'cohort-full', details: { places: 1, placesTaken: 1 } });
	const gone = { state: 'left', exitOn: '2026-01-15' as never, exitKind: 'left', exitReason: 'work' } as const;
	context.db.update(enrolments).set(gone).where(eq(enrolments.id, member.enrolmentId)).run();
	expect(enrol()).toMatchObject({ done: true });
});

test('one reference is one person, capitals or not, and it is not said whose it is', () => {
	const { enrol } = office();
	enrol();
	expect(enrol({ ...NEW, reference: 'cd26/01 ' })).toEqual({
		done: false,
		code: 'reference-in-use',
		details: { reference: 'cd26/01 ' },
	});
});

test('somebody known joins by their reference, and keeps one active place in the programme', () => {
	const { context, areaId, enrol } = office();
	enrol();
	const other = givenCohort(context, { areaId, name: 'Thursday group', firstDay: '2026-01-22' });
	expect(enrol({ kind: 'known', reference: 'CD26/01' }, other.cohortId)).toMatchObject({
		code: 'already-on-programme',
	});
	const family = givenCohort(context, {
		areaId,
		programmeSlug: 'inspiring-families-abusing',
		firstDay: '2026-01-22',
		sessionCount: 10,
	});
	expect(enrol({ kind: 'known', reference: 'cd26/01' }, family.cohortId)).toMatchObject({ done: true });
	expect(context.db.select().from(people).all()).toHaveLength(1);
});

test('somebody who left may come back to the cohort, but not on the day on which they joined it', () => {
	const { context, coordinator, enrol } = office({ now: '2026-01-13T12:00:00Z' });
	const known = { kind: 'known', reference: 'CD26/01' } as const;
	const exit = { on: calendarDay('2026-01-13'), kind: 'left', reason: 'in-error', note: null } as const;
	const enrolled = enrol();
	if (!enrolled.done) throw new Error(enrolled.code);
	recordExit(context, coordinator, { enrolmentId: enrolled.value.enrolmentId, version: 1, ...exit });
	expect(enrol(known)).toMatchObject({ code: 'ended-today' });
	context.setNow('2026-01-14T12:00:00Z');
	expect(enrol(known)).toMatchObject({ done: true });
	const expected = context.db.select().from(registerRows).where(eq(registerRows.expected, true)).all();
	expect(new Set(expected.map(({ sessionId }) => sessionId)).size).toBe(expected.length);
});

test('somebody whom the coordinator may not read is not found by reference, just like nobody', () => {
	const { context, areaId, enrol } = office();
	const survivors = givenCohort(context, { areaId, side: 'survivor', programmeSlug: 'inspiring-families-non-abusing' });
	const hidden = givenMember(context, survivors, { programmeSlug: 'inspiring-families-non-abusing' });
	const known = (reference: string) => enrol({ kind: 'known', reference });
	expect(known(`REF-${hidden.personId}`)).toMatchObject({ code: 'no-such-person' });
	expect(known('REF-nobody')).toMatchObject({ code: 'no-such-person' });
});

/** A coordinator of one side, and a survivor-side member of their area under a reference that they might use. */
function besideTheOtherSide() {
	const world = office();
	const { context, areaId } = world;
	const survivors = givenCohort(context, { areaId, side: 'survivor', programmeSlug: 'inspiring-families-non-abusing' });
	const woman = givenMember(context, survivors, { programmeSlug: 'inspiring-families-non-abusing' });
	context.db.update(people).set({ reference: NEW.reference }).where(eq(people.id, woman.personId)).run();
	return { ...world, survivors, woman };
}

test('a reference that somebody of the other side has is free, so that it tells nothing of them', () => {
	const { context, enrol } = besideTheOtherSide();
	expect(enrol()).toMatchObject({ done: true });
	expect(enrol()).toMatchObject({ code: 'reference-in-use' });
	const sides = context.db.select().from(people).where(eq(people.reference, NEW.reference)).all();
	expect(new Set(sides.map(({ side }) => side))).toEqual(new Set(['survivor', 'perpetrator']));
});

test('nobody crosses to the other side by their reference, not even for a coordinator of both', () => {
	const { context, areaId, cohort, survivors, woman } = besideTheOtherSide();
	const both = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId], sides: ['perpetrator', 'survivor'] });
	const who = { kind: 'known', reference: NEW.reference } as const;
	expect(findPersonByReference(context.db, both, 'survivor', NEW.reference)).toMatchObject({
		personId: woman.personId,
	});
	expect(enrolPerson(context, both, { cohortId: cohort.cohortId, who })).toMatchObject({ code: 'no-such-person' });
	expect(enrolPerson(context, both, { cohortId: survivors.cohortId, who })).toMatchObject({
		code: 'already-on-programme',
	});
});

test('only who arranges the cohort adds people; a facilitator and a lead read them', () => {
	const { context, areaId, cohort } = office();
	const cohortId = cohort.cohortId;
	const by = (actor: ReturnType<typeof givenStaff>) => enrolPerson(context, actor, { cohortId, who: NEW });
	expect(by(givenStaff(context))).toMatchObject({ code: 'not-found' });
	expect(by(givenStaff(context, { roles: ['lead'] }))).toMatchObject({ code: 'not-found' });
	expect(by(givenStaff(context, { roles: ['administrator'] }))).toMatchObject({ code: 'not-found' });
	expect(by(givenStaff(context, { roles: ['coordinator'], areaIds: [areaId], sides: ['survivor'] }))).toMatchObject({
		code: 'not-found',
	});
});

test('there is nobody to add under a forged cohort', () => {
	expect(office().enrol(NEW, asId<CohortId>('forged'))).toMatchObject({ code: 'not-found' });
});
