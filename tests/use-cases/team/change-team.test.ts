import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { OPERATOR, type StaffActor } from '#app/domain/access/actor.ts';
import { SLOT_REFUSALS_ALLOWED } from '#app/domain/access/probing.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { type TeamMember, teamMark } from '#app/domain/team/change-team.ts';
import { askForCover } from '#app/use-cases/team/ask-for-cover.ts';
import { changeTeam, type NewTeam } from '#app/use-cases/team/change-team.ts';
import { listTeamSessions } from '#db/queries/calendar/calendar-feeds.ts';
import { listTeams } from '#db/queries/cohorts.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { findSession } from '#db/queries/sessions.ts';
import { listCoversOf, listSessionTeam } from '#db/queries/team/covers.ts';
import * as schema from '#db/schema/index.ts';
import { givenFamily } from '#tests/support/families.ts';
import { givenCohort, givenStaff } from '#tests/support/world.ts';
import { accepts, asked, givenTeams } from './given.ts';

type World = ReturnType<typeof givenTeams>;

const TODAY = calendarDay('2026-03-10');
const leads = ({ staffId }: StaffActor): TeamMember => ({ staffId, duty: 'lead-facilitator' });
const helps = ({ staffId }: StaffActor): TeamMember => ({ staffId, duty: 'co-facilitator' });

function change({ context, his, hisCoordinator }: World, team: readonly TeamMember[], more: Partial<NewTeam> = {}) {
	const shown = teamMark(listTeams(context.db, [his.cohortId]));
	const wanted = { cohortId: his.cohortId, from: TODAY, team, shown, covers: null, ...more };
	return changeTeam(context, hisCoordinator, wanted);
}

const teamOf = ({ context }: World, sessionId: World['tonight']) =>
	listSessionTeam(context.db, findSession(context.db, OPERATOR, sessionId)!).map(({ name }) => name);

test('a change from a day on touches the sessions from that day and none before it: register and calendar follow', () => {
	const world = givenTeams();
	const { context, sam, kim, tonight, next } = world;
	expect(change(world, [leads(kim)], { from: calendarDay('2026-03-11') })).toMatchObject({ done: true });
	expect([teamOf(world, tonight), teamOf(world, next)]).toEqual([['Sam Okafor'], ['Kim Diaz']]);
	const takes = (who: StaffActor, id: typeof tonight) =>
		findSessionDay(context.db, who, id, 'write', 'register') !== null;
	expect([takes(sam, tonight), takes(sam, next)]).toEqual([true, false]);
	expect([takes(kim, tonight), takes(kim, next)]).toEqual([false, true]);
	const calendarOf = (who: StaffActor) => listTeamSessions(context.db, who).map(({ session }) => session.id);
	expect(calendarOf(sam)).toEqual(world.his.sessionIds.slice(0, 9));
	expect(calendarOf(kim)).toEqual(world.his.sessionIds.slice(9));
});

test('who delivered the sessions that have begun stays as it was, whatever the team becomes', () => {
	const world = givenTeams();
	const { kim, max, sam } = world;
	const first = world.his.sessionIds[0]!;
	change(world, [leads(kim), helps(max)]);
	change(world, [leads(max)]);
	change(world, [leads(sam)]);
	expect(teamOf(world, first)).toEqual(['Sam Okafor']);
	expect(teamOf(world, world.next)).toEqual(['Sam Okafor']);
});

test('a cover for somebody who leaves is asked about before it is overwritten, and then kept or ended as was said', () => {
	for (const covers of ['keep', 'end'] as const) {
		const world = givenTeams();
		const { context, sam, kim, max, tonight } = world;
		const [toKim] = asked(world, tonight, kim);
		accepts(world, kim, toKim!);
		asked(world, world.next, kim);
		expect(change(world, [leads(max)])).toMatchObject({ code: 'covers-in-the-way' });
		expect(listTeams(context.db, [world.his.cohortId])).toMatchObject([{ staffId: sam.staffId }]);
		expect(change(world, [leads(max)], { covers })).toMatchObject({ done: true });
		expect(teamOf(world, tonight)).toEqual([covers === 'keep' ? 'Kim Diaz' : 'Max Berg']);
		expect(listCoversOf(context.db, tonight)).toMatchObject([
			covers === 'keep' ? { state: 'accepted', absent: 'Max Berg' } : { state: 'overwritten', absent: 'Sam Okafor' },
		]);
		expect(listCoversOf(context.db, world.next)).toMatchObject([{ state: 'overwritten' }]);
		expect(teamOf(world, world.next)).toEqual(['Max Berg']);
	}
});

test('of a session with two covers both are kept, whoever joins: none is ended that was to stay', () => {
	for (const joins of ['one', 'two'] as const) {
		const world = givenTeams();
		const { context, sam, kim, max, hisCoordinator, tonight } = world;
		const names = ['Bea Lund', 'Cal Roy', 'Dee Ford'] as const;
		const [bea, cal, dee] = names.map((name) => givenStaff(context, { name })) as [StaffActor, StaffActor, StaffActor];
		expect(change(world, [leads(sam), helps(bea)])).toMatchObject({ done: true });
		const [toKim] = asked(world, tonight, kim);
		accepts(world, kim, toKim!);
		const forBea = { sessionId: tonight, absentId: bea.staffId, coveringIds: [max.staffId] };
		expect(askForCover(context, hisCoordinator, forBea)).toMatchObject({ done: true });
		accepts(world, max, listCoversOf(context.db, tonight).find(({ coveringId }) => coveringId === max.staffId)!.id);
		const team = joins === 'one' ? [helps(cal)] : [helps(cal), helps(dee)];
		expect(change(world, team, { covers: 'keep' })).toMatchObject({ done: true });
		expect(listCoversOf(context.db, tonight).map(({ state }) => state)).toEqual(['accepted', 'accepted']);
		const absent = listCoversOf(context.db, tonight).map((cover) => [cover.covering, cover.absent]);
		expect(Object.fromEntries(absent)).toEqual({
			'Max Berg': 'Cal Roy',
			'Kim Diaz': joins === 'one' ? 'Sam Okafor' : 'Dee Ford',
		});
		expect(teamOf(world, tonight).toSorted()).toEqual(['Kim Diaz', 'Max Berg']);
	}
});

test('who is with another cohort then does not join: by name where it may be read, and otherwise without a cause', () => {
	const world = givenTeams();
	const { context, sam, kim, max, areaId } = world;
	givenCohort(context, { areaId, name: 'Other group', team: [kim], firstDay: '2026-03-17', startTime: '20:00' });
	expect(change(world, [leads(sam), helps(kim)])).toMatchObject({
		code: 'busy',
		details: { name: 'Kim Diaz', with: 'Other group', day: '2026-03-17' },
	});
	const hers = { side: 'survivor', programmeSlug: 'inspiring-families-non-abusing' } as const;
	givenCohort(context, { areaId, ...hers, name: 'Hidden', team: [max], firstDay: '2026-03-17', startTime: '18:00' });
	expect(change(world, [leads(sam), helps(max)])).toMatchObject({
		code: 'not-available',
		details: { name: 'Max Berg' },
	});
});

test('who works with the other side of a family of the cohort does not join, with the same word', () => {
	const world = givenTeams();
	const { context, sam, kim, areaId, worker, adam, bea, hers } = world;
	const members = [[adam.personId, 'father'] as const, [bea.personId, 'mother'] as const];
	givenFamily(context, { areaId, by: worker, members });
	context.db
		.insert(schema.teamMembers)
		.values({ cohortId: hers.cohortId, staffId: kim.staffId, duty: 'co-facilitator' })
		.run();
	expect(change(world, [leads(sam), helps(kim)])).toMatchObject({
		code: 'not-available',
		details: { name: 'Kim Diaz' },
	});
});

test('what nobody may change, what is over, what changed meanwhile and what is no change is refused', () => {
	const world = givenTeams();
	const { context, his, sam, kim, herCoordinator, worker } = world;
	const wanted = { cohortId: his.cohortId, from: TODAY, team: [leads(kim)], covers: null } as const;
	const shown = teamMark([leads(sam)]);
	for (const who of [sam, kim, herCoordinator, worker]) {
		expect(changeTeam(context, who, { ...wanted, shown })).toMatchObject({ code: 'not-found' });
	}
	expect(change(world, [leads(kim)], { from: calendarDay('2026-03-09') })).toMatchObject({ code: 'in-the-past' });
	expect(change(world, [leads(kim)], { shown: '' })).toMatchObject({ code: 'changed-meanwhile' });
	expect(change(world, [leads(sam)])).toMatchObject({ code: 'unchanged' });
	const gone = givenStaff(context, { name: 'Gone' });
	context.db.update(schema.staff).set({ state: 'deactivated' }).where(eq(schema.staff.id, gone.staffId)).run();
	expect(change(world, [leads(sam), helps(gone)])).toMatchObject({ code: 'unknown-facilitator' });
	context.db.update(schema.cohorts).set({ state: 'finished' }).where(eq(schema.cohorts.id, his.cohortId)).run();
	expect(change(world, [leads(kim)])).toMatchObject({ code: 'cohort-over' });
});

test('a team of learners takes over no session: somebody on it has to be accredited on each day from then on', () => {
	const world = givenTeams();
	const { context, sam, kim, max, tonight } = world;
	const learner = givenStaff(context, { name: 'New Person', accreditedFor: [] });
	const isNobodys = (day: string) => ({ code: 'nobody-accredited', details: { day } });
	expect(change(world, [leads(learner)])).toMatchObject(isNobodys('2026-03-10'));
	expect(change(world, [leads(learner)], { from: calendarDay('2026-03-12') })).toMatchObject(isNobodys('2026-03-17'));
	expect(teamOf(world, tonight)).toEqual(['Sam Okafor']);
	context.db
		.update(schema.staffAccreditations)
		.set({ expiresOn: calendarDay('2026-03-20') })
		.where(eq(schema.staffAccreditations.staffId, kim.staffId))
		.run();
	expect(change(world, [leads(kim), helps(learner)])).toMatchObject(isNobodys('2026-03-24'));
	expect(change(world, [leads(learner), helps(max)])).toMatchObject({ done: true });
	// Nobody is left who is accredited: then it is not the change that makes it so.
	context.db.delete(schema.staffAccreditations).run();
	expect(change(world, [leads(sam)])).toMatchObject({ done: true });
});

test('a draft takes any team, for it is judged when it is opened', () => {
	const world = givenTeams();
	const learner = givenStaff(world.context, { name: 'New Person', accreditedFor: [] });
	world.context.db
		.update(schema.cohorts)
		.set({ state: 'draft' })
		.where(eq(schema.cohorts.id, world.his.cohortId))
		.run();
	expect(change(world, [leads(learner)])).toMatchObject({ done: true });
});

test('whether somebody is free is not told with a team of whom nobody is accredited', () => {
	const world = givenTeams();
	const { context, areaId } = world;
	const learner = givenStaff(context, { name: 'New Person', accreditedFor: [] });
	const idle = change(world, [leads(learner)]);
	const hers = { side: 'survivor', programmeSlug: 'inspiring-families-non-abusing' } as const;
	const late = { firstDay: '2026-03-17', startTime: '18:00' };
	givenCohort(context, { areaId, ...hers, name: 'Hidden', team: [learner], ...late });
	expect(change(world, [leads(learner)])).toEqual(idle);
	expect(context.db.select().from(schema.slotRefusals).all()).toEqual([]);
});

test('asking who is not available is counted, and whoever asks on and on has to wait, whatever they ask then', () => {
	const world = givenTeams();
	const { context, areaId, sam, kim, max } = world;
	const hers = { side: 'survivor', programmeSlug: 'inspiring-families-non-abusing' } as const;
	givenCohort(context, { areaId, ...hers, name: 'Hidden', team: [max], firstDay: '2026-03-17', startTime: '18:00' });
	for (let asked = 0; asked < SLOT_REFUSALS_ALLOWED; asked += 1) {
		expect(change(world, [leads(sam), helps(max)])).toMatchObject({ code: 'not-available' });
	}
	expect(change(world, [leads(sam), helps(max)])).toMatchObject({ code: 'too-many-slots' });
	expect(change(world, [leads(kim)])).toMatchObject({ code: 'too-many-slots' });
	const counted = context.db
		.select()
		.from(schema.auditEntries)
		.all()
		.filter(({ action }) => action === 'slot-refused');
	expect(counted).toHaveLength(SLOT_REFUSALS_ALLOWED);
});

test('a team from a day after the last session would only tell who is free, and is refused', () => {
	const world = givenTeams();
	expect(change(world, [leads(world.kim)], { from: calendarDay('2027-01-01') })).toMatchObject({
		code: 'after-the-end',
	});
});
