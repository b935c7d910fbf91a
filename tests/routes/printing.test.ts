import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

function world() {
	const context = testContext({ now: '2026-01-20T12:00:00Z' });
	const facilitator = givenStaff(context, { name: 'Fay Facilitator' });
	const stranger = givenStaff(context, { name: 'Sal Stranger' });
	const places = givenPlaces(context);
	const cohort = givenCohort(context, { ...places, name: 'Elm group', team: [facilitator] });
	const member = givenMember(context, cohort, { givenName: 'Ann', familyName: 'Ashby' });
	const coordinator = givenStaff(context, {
		name: 'Cora',
		roles: ['coordinator'],
		areaIds: [places.areaId],
		sides: ['perpetrator'],
	});
	return { context, facilitator, stranger, coordinator, places, cohort, member };
}

test('the term plan of a cohort lists every session, what did not go ahead and what is not booked', async () => {
	const { context, facilitator, cohort } = world();
	const [first, second] = cohort.sessionIds;
	context.db
		.update(schema.sessions)
		.set({ state: 'cancelled', stateReason: 'Snow' })
		.where(eq(schema.sessions.id, second!))
		.run();
	context.db.update(schema.sessions).set({ state: 'held' }).where(eq(schema.sessions.id, first!)).run();
	const { status, text, html } = await visit(context, paths.cohortTermPlan(cohort.cohortId), { as: facilitator });
	expect(status).toBe(200);
	expect(text).toContain('Term plan: Elm group');
	expect(text).toContain('Tuesday 13 January 2026');
	expect(text).toContain('Did not go ahead: Snow');
	expect(html.match(/scope="row"/g)).toHaveLength(cohort.sessionIds.length);
});

test('the term plan of a venue holds its sessions of the coming half year, of the cohorts that one may see', async () => {
	const { context, coordinator, cohort, places } = world();
	const hidden = givenCohort(context, { ...places, name: 'Hidden group', side: 'survivor', team: [] });
	const { status, text } = await visit(context, paths.venueTermPlan(places.venueId), { as: coordinator });
	expect(status).toBe(200);
	expect(text).toContain('Elm group');
	expect(text).not.toContain('Hidden group');
	expect(text).not.toContain('13 January 2026');
	expect(hidden.cohortId).not.toBe(cohort.cohortId);
});

test('everybody has a plan of their own, an empty one too', async () => {
	const { context, facilitator, stranger } = world();
	const plan = (as: typeof facilitator) => visit(context, paths.myTermPlan(), { as });
	expect((await plan(facilitator)).text).toContain('Elm group, session 3');
	expect((await plan(stranger)).text).toContain('No session in this half year');
});

test('who may read a facilitator’s record prints their plan, with those sessions alone that they may see themselves', async () => {
	const { context, facilitator, stranger, coordinator, places, cohort } = world();
	const elsewhere = givenPlaces(context, 'Southfield');
	givenCohort(context, { ...elsewhere, name: 'Oak group', team: [facilitator], startTime: '10:00' });
	givenCohort(context, { ...places, name: 'Ash group', side: 'survivor', team: [facilitator], startTime: '14:00' });
	const lead = givenStaff(context, { roles: ['lead'] });
	const plan = (as: typeof facilitator, of = facilitator) =>
		visit(context, paths.facilitatorTermPlan(of.staffId), { as });
	const shown = async (as: typeof facilitator) => {
		const { text } = await plan(as);
		return ['Elm group', 'Oak group', 'Ash group'].filter((name) => text.includes(name));
	};
	expect(await shown(coordinator)).toEqual(['Elm group']);
	expect(await shown(lead)).toEqual(['Elm group', 'Oak group', 'Ash group']);
	expect(await shown(facilitator)).toEqual(['Elm group', 'Oak group', 'Ash group']);
	const page = await plan(coordinator);
	expect(page.html).toContain('<title>Term plan - Plumbline</title>');
	expect(page.text).toContain('Term plan: Fay Facilitator');
	expect(page.text).toContain('Only sessions that you may see are shown');
	expect(page.text).not.toContain('13 January 2026');
	// Another facilitator reads no record but their own.
	expect((await plan(stranger)).status).toBe(404);
	expect((await plan(coordinator, stranger)).text).toContain('No session in this half year that you may see');
	const record = await visit(context, paths.facilitator(facilitator.staffId), { as: coordinator });
	expect(record.html).toContain(`href="${paths.facilitatorTermPlan(facilitator.staffId)}"`);
	expect(cohort.sessionIds).toHaveLength(17);
});

test('a sheet of dates says nothing but dates and times, and the place only when it is asked for', async () => {
	const { context, facilitator, cohort, member } = world();
	context.db
		.update(schema.sessions)
		.set({ state: 'cancelled', stateReason: 'Snow' })
		.where(eq(schema.sessions.id, cohort.sessionIds[3]!))
		.run();
	const plain = await visit(context, paths.dates(member.enrolmentId), { as: facilitator });
	expect(plain.status).toBe(200);
	expect(plain.html).toContain('<title>Dates</title>');
	expect(plain.html).toContain('class="govuk-template__body handed-over"');
	const sheet = onPaper(plain.html);
	expect(sheet).toContain('Tuesday 20 January 2026, 6:30pm to 8:30pm');
	expect(sheet).not.toContain('13 January');
	expect(sheet).not.toContain('3 February');
	for (const secret of ['Ann', 'Ashby', 'Elm', 'Testham', venueName(context), 'Snow', 'session'])
		expect(sheet, secret).not.toContain(secret);
	const withPlace = await visit(context, `${paths.dates(member.enrolmentId)}?place`, { as: facilitator });
	expect(onPaper(withPlace.html)).toContain(venueName(context));
});

test('nobody hands over a sheet for a place that ended, or that is not theirs', async () => {
	const { context, facilitator, stranger, member } = world();
	expect((await visit(context, paths.dates(member.enrolmentId), { as: stranger })).status).toBe(404);
	context.db
		.update(schema.enrolments)
		.set({ state: 'completed' })
		.where(eq(schema.enrolments.id, member.enrolmentId))
		.run();
	expect((await visit(context, paths.dates(member.enrolmentId), { as: facilitator })).status).toBe(404);
});

function venueName({ db }: ReturnType<typeof testContext>): string {
	return db.select().from(schema.venues).get()!.name;
}

/** What of the page the printed sheet shows: its main part, without what is for the screen. */
function onPaper(html: string): string {
	const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
	return main.replace(/<div class="no-print">[\s\S]*?<\/div>\s*(?=<h1)/, '');
}
