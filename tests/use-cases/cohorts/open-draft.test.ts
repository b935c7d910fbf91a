import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDraft } from '#app/use-cases/cohorts/open-draft.ts';
import { enrolPerson } from '#app/use-cases/people/enrol-person.ts';
import { listTeamSessions } from '#db/queries/calendar/calendar-feeds.ts';
import { findCohort } from '#db/queries/cohorts.ts';
import { listWorkingSessions } from '#db/queries/today.ts';
import * as schema from '#db/schema/index.ts';
import { trailOf } from '#tests/support/audit.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** A draft on Tuesdays with Sam, who is with the other group then. */
function office({ otherArea = false, team = 2 } = {}) {
	const context = testContext({ now: '2026-01-05T12:00:00Z' });
	const north = givenPlaces(context);
	const south = givenPlaces(context, 'Southfield');
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [north.areaId] });
	const [sam, kim] = [givenStaff(context), givenStaff(context, { name: 'Kim Mensah' })];
	const place = otherArea ? south : north;
	const other = givenCohort(context, { ...place, roomId: null, team: [sam], name: 'First group', sessionCount: 2 });
	const draft = givenCohort(context, {
		...north,
		team: [sam, kim].slice(0, team),
		name: 'Draft group',
		sessionCount: 3,
	});
	context.db.update(schema.cohorts).set({ state: 'draft' }).where(eq(schema.cohorts.id, draft.cohortId)).run();
	const open = (accepted = false) => openDraft(context, coordinator, { cohortId: draft.cohortId, accepted });
	const state = () => findCohort(context.db, coordinator, draft.cohortId)!.state;
	const moveAway = () =>
		context.db.update(schema.cohorts).set({ state: 'cancelled' }).where(eq(schema.cohorts.id, other.cohortId)).run();
	return { context, coordinator, sam, draft, open, state, moveAway };
}

test('a draft is opened once nothing is in its way, and not before', () => {
	const { open, state, moveAway } = office();
	expect(open()).toMatchObject({
		code: 'clashes',
		details: {
			clashes: [
				{ planNumber: 1, kind: 'facilitator-double-booked', with: 'First group' },
				{ planNumber: 2, kind: 'facilitator-double-booked', with: 'First group' },
			],
		},
	});
	expect(state()).toBe('draft');
	moveAway();
	expect(open()).toMatchObject({ done: true });
	expect(state()).toBe('recruiting');
	expect(open()).toMatchObject({ code: 'no-draft' });
});

test('what is in its way and may not be known of is counted, and says no more', () => {
	const { context, coordinator, open } = office({ otherArea: true });
	expect(open()).toMatchObject({ details: { clashes: [{ kind: 'not-available' }, { kind: 'not-available' }] } });
	expect(trailOf(context).map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
		'draft-opened clashes',
		'slot-refused done',
	]);
	for (let times = 1; times < 10; times += 1) open();
	expect(open()).toMatchObject({ code: 'too-many-slots' });
	expect(context.db.select().from(schema.slotRefusals).all()).toMatchObject([{ staffId: coordinator.staffId }]);
});

test('a weak team takes a tick', () => {
	const { open, moveAway } = office({ team: 1 });
	moveAway();
	const warnings = ['The programme wants 2 facilitators and this team has 1'];
	expect(open()).toMatchObject({ code: 'warning-not-accepted', details: { warnings } });
	expect(open(true)).toMatchObject({ done: true });
});

test('only who arranges the cohort opens it', () => {
	const { context, sam, draft, moveAway } = office();
	moveAway();
	const elsewhere = givenStaff(context, { roles: ['coordinator'], areaIds: [] });
	for (const actor of [sam, elsewhere]) {
		expect(openDraft(context, actor, { cohortId: draft.cohortId, accepted: true })).toMatchObject({
			code: 'not-found',
		});
	}
});

test('a draft has no bookings, is in no feed and on nobody’s day', () => {
	const { context, coordinator, sam, draft, open, moveAway } = office();
	const who = { kind: 'new', givenName: 'Alex', familyName: 'Smith', reference: 'CD26/01' } as const;
	const enrol = () => enrolPerson(context, coordinator, { cohortId: draft.cohortId, who });
	const sessions = () => [
		listTeamSessions(context.db, sam).filter(({ session }) => session.cohortId === draft.cohortId).length,
		listWorkingSessions(context.db, sam, '2026-01-01' as never).filter(({ cohort }) => cohort.id === draft.cohortId)
			.length,
	];
	expect([enrol(), sessions()]).toMatchObject([{ code: 'draft' }, [0, 0]]);
	moveAway();
	open();
	expect([enrol(), sessions()]).toMatchObject([{ done: true }, [3, 3]]);
});
