import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CoverId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenFamily } from '#tests/support/families.ts';
import { givenCohort, givenDays, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** A Tuesday; the week is Monday 9 to Sunday 15 March 2026. */
function town() {
	const context = testContext({ now: '2026-03-10T09:00:00Z' });
	const north = givenPlaces(context);
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const kim = givenStaff(context, { name: 'Kim Mensah' });
	const noor = givenStaff(context, { name: 'Noor Worker', sides: ['survivor'] });
	const coordinates = { roles: ['coordinator'], areaIds: [north.areaId] } as const;
	const coordinator = givenStaff(context, { name: 'Jo Coordinator', ...coordinates });
	const lead = givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] });
	const evening = { ...north, team: [sam, kim], name: 'Tuesday group' };
	const group = givenCohort(context, { ...evening, firstDay: '2026-03-03', sessionCount: 5 });
	return { context, north, sam, kim, noor, coordinator, lead, group };
}

function makeDraft({ db }: TestContext, cohortId: typeof schema.cohorts.$inferInsert.id): void {
	db.update(schema.cohorts).set({ state: 'draft' }).where(eq(schema.cohorts.id, cohortId)).run();
}

test('a week has a row for each room, and the session stands under its day', async () => {
	const { context, coordinator } = town();
	const { status, html, text } = await visit(context, '/week', { as: coordinator });
	expect(status).toBe(200);
	expect(text).toContain('Monday 9 March 2026 to Sunday 15 March 2026');
	expect(text).toContain('Northfield Centre Room 1');
	expect(text).toContain('6:30pm to 8:30pm Tuesday group , session 2 Sam Okafor, Kim Mensah');
	const [head, row] = [...html.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) => row);
	expect([...head!.matchAll(/<th[^>]*>([^<]*)/g)].map(([, day]) => day!.trim())).toEqual([
		...['Venue and room', 'Mon 9 Mar', 'Tue 10 Mar', 'Wed 11 Mar', 'Thu 12 Mar'],
		...['Fri 13 Mar', 'Sat 14 Mar', 'Sun 15 Mar'],
	]);
	expect([...row!.matchAll(/<td[\s\S]*?<\/td>/g)].map(([cell]) => cell.includes('Tuesday group'))).toEqual([
		...[false, true, false, false, false, false, false],
	]);
	expect(text).not.toContain('cannot be held');
});

test('the next and the previous week are a step away, and what no week is opens this one', async () => {
	const { context, coordinator } = town();
	const here = await visit(context, '/week?by=area', { as: coordinator });
	expect(here.html).toContain('href="/week?by=area&amp;from=2026-03-16"');
	expect(here.html).toContain('href="/week?by=area&amp;from=2026-03-02"');
	const next = await visit(context, '/week?by=area&from=2026-03-18', { as: coordinator });
	expect(next.text).toContain('Tuesday group , session 3');
	expect(next.text).toContain('Back to this week');
	expect((await visit(context, '/week?from=2027-01-01', { as: coordinator })).text).toContain('Nothing in this week');
	for (const nonsense of ['from=1900-01-01', 'from=x', 'by=side', 'of=%3Cscript%3E']) {
		const answer = await visit(context, `/week?${nonsense}`, { as: coordinator });
		expect([answer.status, answer.text.includes('Tuesday group')]).toEqual([200, true]);
	}
});

test('a draft shows its clash at a glance, with the reason; the cohort in whose way it would be has none', async () => {
	const { context, north, kim, coordinator } = town();
	const when = { firstDay: '2026-03-10', startTime: '19:00', sessionCount: 3 };
	const draft = givenCohort(context, { ...north, team: [kim], name: 'Winter group', ...when });
	makeDraft(context, draft.cohortId);
	const { html, text } = await visit(context, '/week', { as: coordinator });
	expect(text).toContain('1 session cannot be held as planned');
	expect(text).toContain(
		'Winter group , session 1 Kim Mensah Draft Clash Kim Mensah is with Tuesday group at that time Tuesday group is in the room at that time',
	);
	expect(html.match(/week-session--clashing/g)).toHaveLength(1);
	const byFacilitator = await visit(context, '/week?by=facilitator', { as: coordinator });
	expect(byFacilitator.html.match(/week-session--clashing/g)).toHaveLength(1);
	expect(byFacilitator.text).toMatch(/Kim Mensah .*Tuesday group.*Winter group/);
});

test('two cohorts that stand clash from both ends, by venue, facilitator and area', async () => {
	const { context, north, sam, coordinator } = town();
	givenCohort(context, { ...north, team: [sam], name: 'Second group', firstDay: '2026-03-10', sessionCount: 1 });
	for (const by of ['venue', 'facilitator', 'area']) {
		const { text } = await visit(context, `/week?by=${by}`, { as: coordinator });
		expect(text).toContain('2 sessions cannot be held as planned');
		expect(text).toContain('Sam Okafor is with Second group at that time');
		expect(text).toContain('Sam Okafor is with Tuesday group at that time');
	}
});

test('the week of one facilitator, venue or area shows nothing else', async () => {
	const { context, sam, kim, noor, coordinator } = town();
	const south = givenPlaces(context, 'Southfield');
	givenCohort(context, {
		...south,
		areaId: coordinator.areaIds[0]!,
		team: [noor],
		name: 'Other group',
		firstDay: '2026-03-12',
	});
	const all = await visit(context, '/week?by=facilitator', { as: coordinator });
	expect(all.text).toContain('All 2');
	expect(all.html).toContain(`href="/week?by=facilitator&amp;of=${kim.staffId}&amp;from=2026-03-09"`);
	const one = await visit(context, `/week?by=facilitator&of=${sam.staffId}`, { as: coordinator });
	expect([one.text.includes('Tuesday group'), one.text.includes('Other group')]).toEqual([true, false]);
	const venue = await visit(context, `/week?by=venue&of=${south.venueId}`, { as: coordinator });
	expect([venue.text.includes('Tuesday group'), venue.text.includes('Other group')]).toEqual([false, true]);
});

test('what the viewer may not see is left out, its clashes with what they see too, and its ids are nobody’s', async () => {
	const { context, north, sam, noor, coordinator, lead, group } = town();
	const bare = await visit(context, '/week', { as: coordinator });
	const hers = givenCohort(context, {
		...{ ...north, side: 'survivor', team: [noor, sam], name: 'Secret group' },
		...{ firstDay: '2026-03-10', sessionCount: 2 },
	});
	const member = givenMember(context, group);
	const her = givenMember(context, hers);
	givenFamily(context, {
		areaId: north.areaId,
		by: lead,
		members: [
			[member.personId, 'father'],
			[her.personId, 'mother'],
		],
	});
	const seen = await visit(context, '/week', { as: coordinator });
	expect(seen.html).toBe(bare.html);
	for (const by of ['facilitator', 'area', 'venue']) {
		const { text } = await visit(context, `/week?by=${by}`, { as: coordinator });
		expect(text).not.toMatch(/Secret|Noor|not available/);
	}
	const ofHers = await visit(context, `/week?by=facilitator&of=${noor.staffId}`, { as: coordinator });
	const ofNobody = await visit(context, '/week?by=facilitator&of=id999999', { as: coordinator });
	expect(ofHers.html).toBe(ofNobody.html.replaceAll('id999999', noor.staffId));
	const told = await visit(context, '/week', { as: lead });
	expect(told.text).toContain('Secret group is close by at about that time, with the other side of a family');
	expect(told.text).toContain('Sam Okafor works with the other side of a family, in Secret group');
	expect(told.text).toContain('the two sides never share a venue on one day');
});

test('a weekday that belongs to the other side is shown on the session that stands there', async () => {
	const { context, north, coordinator } = town();
	givenDays(context.db, north.venueId, 'survivor', ['tuesday']);
	const { text } = await visit(context, '/week', { as: coordinator });
	expect(text).toContain('Tuesday is not one of this side’s days at the venue');
	expect(text).toContain('1 session cannot be held as planned');
});

test('facilitators see the week of their own cohorts; nobody without cohorts has a week', async () => {
	const { context, north, sam } = town();
	givenCohort(context, { ...north, name: 'Not mine', firstDay: '2026-03-11' });
	const mine = await visit(context, '/week', { as: sam });
	expect([mine.text.includes('Tuesday group'), mine.text.includes('Not mine')]).toEqual([true, false]);
	const administrator = givenStaff(context, { roles: ['administrator'] });
	expect((await visit(context, '/week', { as: administrator })).status).toBe(404);
});

test('a cancelled session and a cancelled cohort are in no week', async () => {
	const { context, coordinator, group } = town();
	const gone = { state: 'cancelled', stateReason: 'Snow' } as const;
	context.db
		.update(schema.sessions)
		.set(gone)
		.where(eq(schema.sessions.startsAt, instant('2026-03-10T18:30:00Z')))
		.run();
	expect((await visit(context, '/week', { as: coordinator })).text).toContain('Nothing in this week');
	context.db.update(schema.cohorts).set({ state: 'cancelled' }).where(eq(schema.cohorts.id, group.cohortId)).run();
	expect((await visit(context, '/week?from=2026-03-17', { as: coordinator })).text).toContain('Nothing in this week');
});

test('a week of thirty cohorts takes as many statements as a week of one', async () => {
	const one = town();
	const many = town();
	// Who is kept apart is asked once there is anybody.
	for (const { context, group } of [one, many]) givenMember(context, group);
	for (let number = 0; number < 30; number += 1) {
		const startTime = `${String(8 + (number % 12)).padStart(2, '0')}:00`;
		const cohort = givenCohort(many.context, {
			...many.north,
			name: `Group ${number}`,
			firstDay: '2026-03-09',
			startTime,
		});
		givenMember(many.context, cohort, { familyName: `Person${number}` });
	}
	const ask = ({ context, lead }: ReturnType<typeof town>) =>
		countQueries(context.db, () => visit(context, '/week', { as: lead }));
	expect(await ask(many)).toBe(await ask(one));
});

/** Max stands in for Sam on 10 March, and Noor takes his place from the 16th on. */
function changeWhoDelivers({ context, sam, kim, noor, group }: ReturnType<typeof town>) {
	const { db, ids } = context;
	const isSams = and(eq(schema.teamMembers.cohortId, group.cohortId), eq(schema.teamMembers.staffId, sam.staffId));
	const max = givenStaff(context, { name: 'Max Berg' });
	const now = context.clock.now();
	db.insert(schema.sessionCovers)
		.values({
			...{ id: ids.next<CoverId>(), sessionId: group.sessionIds[1]!, absentId: sam.staffId, coveringId: max.staffId },
			...{ state: 'accepted', askedBy: kim.staffId, askedAt: now, settledAt: now },
		})
		.run();
	db.delete(schema.teamMembers).where(isSams).run();
	const leftAt = instant('2026-03-16T00:00:00Z');
	const term = { cohortId: group.cohortId, duty: 'lead-facilitator' } as const;
	db.insert(schema.formerTeamMembers)
		.values({ ...term, staffId: sam.staffId, leftAt })
		.run();
	db.insert(schema.teamMembers)
		.values({ ...term, staffId: noor.staffId, joinedAt: leftAt })
		.run();
	return { max };
}

test('a session stands under who delivers it: who stands in then, who was on the team then, and nobody else', async () => {
	const here = town();
	const { context, sam, noor, coordinator } = here;
	changeWhoDelivers(here);
	const rowsOf = async (from: string) => {
		const { html } = await visit(context, `/week?by=facilitator&from=${from}`, { as: coordinator });
		return [...html.matchAll(/<th[^>]*scope="row"[^>]*>([\s\S]*?)<\/th>/g)].map(([, name]) =>
			name!.replaceAll(/<[^>]*>/g, '').replace('Facilitator', ''),
		);
	};
	expect(await rowsOf('2026-03-02')).toEqual(['Kim Mensah', 'Sam Okafor']);
	expect(await rowsOf('2026-03-09')).toEqual(['Kim Mensah', 'Max Berg']);
	expect(await rowsOf('2026-03-16')).toEqual(['Kim Mensah', 'Noor Worker']);
	const covered = await visit(context, '/week', { as: coordinator });
	expect(covered.text).toContain('Tuesday group , session 2 Kim Mensah, Max Berg');
	for (const { staffId } of [sam, noor]) {
		const { text } = await visit(context, `/week?by=facilitator&of=${staffId}`, { as: coordinator });
		expect(text).toContain('Nothing in this week');
	}
});

test('a clash is one of who stands in, by their name', async () => {
	const here = town();
	const { context, north, sam, coordinator } = here;
	const { max } = changeWhoDelivers(here);
	const when = { firstDay: '2026-03-10', sessionCount: 1 };
	givenCohort(context, { areaId: north.areaId, ...when, name: 'Max’s group', team: [max] });
	givenCohort(context, { areaId: north.areaId, ...when, name: 'Sam’s group', team: [sam] });
	const { text } = await visit(context, '/week?by=facilitator', { as: coordinator });
	expect(text).toContain('Max Berg is with Max’s group at that time');
	expect(text).toContain('Max Berg is with Tuesday group at that time');
	expect(text).not.toContain('Sam Okafor is with');
});

test('a session that nobody accredited delivers is shown to who may know it, from the day on which it is so', async () => {
	const { context, coordinator, sam, lead } = town();
	const expiresOn = calendarDay('2026-03-11');
	context.db.update(schema.staffAccreditations).set({ expiresOn }).run();
	const sentence = 'Nobody on the team is accredited for this programme on that day';
	const reads = async (as: StaffActor, from: string) => (await visit(context, `/week?from=${from}`, { as })).text;
	for (const who of [coordinator, lead]) {
		expect(await reads(who, '2026-03-09')).not.toContain(sentence);
		expect(await reads(who, '2026-03-16')).toContain(`Clash ${sentence}`);
		expect(await reads(who, '2026-03-16')).toContain('1 session cannot be held as planned');
	}
	expect(await reads(sam, '2026-03-16')).not.toMatch(/accredited|Clash|not available|cannot be held/);
});
