import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { listCohorts } from '#db/queries/cohorts.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenDays, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** A coordinator who plans Monday evenings with Sam, who is with another group on the first of them. */
function office() {
	const context = testContext({ now: '2026-01-02T09:00:00Z' });
	const north = givenPlaces(context);
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [north.areaId] });
	const lead = givenStaff(context, { roles: ['lead'] });
	const [sam, kim] = [givenStaff(context), givenStaff(context, { name: 'Kim Mensah' })];
	const early = { ...north, name: 'Early group', team: [sam], firstDay: '2026-02-02', sessionCount: 1 };
	const { cohortId } = givenCohort(context, early);
	const typed = {
		...{ name: 'Monday group', areaId: north.areaId, nation: '', place: `room:${north.roomId}`, onlineRoom: '' },
		programme: programmeIdOf({ slug: 'caring-dads', version: '1', variant: null }),
		...{ leadId: sam.staffId, coFacilitatorIds: kim.staffId, places: '12', skippedWeeks: '' },
		...{ weekday1: 'monday', time1: '6.30pm', weekday2: '', time2: '' },
		...{ 'earliestStart-day': '2', 'earliestStart-month': '2', 'earliestStart-year': '2026' },
	};
	const send = (form: Record<string, string | string[]>) =>
		visit(context, '/cohorts/new', { as: coordinator, form: { ...typed, ...form } });
	const saveDraft = async () => {
		const { html } = await send({ intent: 'plan' });
		const hidden = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
		const [fingerprint, planId] = ['fingerprint', 'planId'].map((name) => hidden.find(([, is]) => is === name)![2]!);
		return send({ fingerprint: fingerprint!, planId: planId!, intent: 'save-draft' });
	};
	return { context, north, coordinator, lead, early: cohortId, send, saveDraft };
}

test('a plan with a clash is saved as a draft, says what it waits for, and is opened when that is gone', async () => {
	const { context, coordinator, early, send, saveDraft } = office();
	const plan = await send({ intent: 'plan' });
	expect(plan.text).toContain('Save as a draft');
	const saved = await saveDraft();
	expect(saved.location).toMatch(/^\/cohorts\/\w+\?said=drafted$/);
	const path = saved.location!.replace('?said=drafted', '');
	const page = await visit(context, saved.location!, { as: coordinator });
	expect(page.text).toContain('The cohort is saved as a draft.');
	expect(page.text).toContain('Nobody can get a place in it yet. Check it and open it');
	expect(page.html).not.toContain('/members/new');
	expect((await visit(context, '/cohorts?state=draft', { as: coordinator })).text).toContain('Monday group Draft');
	const refused = await visit(context, `${path}/draft`, { as: coordinator, form: {} });
	expect(refused.status).toBe(422);
	expect(refused.text).toContain('Session 1, Monday 2 February 2026');
	expect(refused.text).toContain(
		'Sam Okafor is with Early group at that time. Early group is in the room at that time',
	);
	context.db.update(schema.cohorts).set({ state: 'cancelled' }).where(eq(schema.cohorts.id, early)).run();
	const opened = await visit(context, `${path}/draft`, { as: coordinator, form: {} });
	expect(opened.location).toBe(`${path}?said=opened`);
	expect((await visit(context, path, { as: coordinator })).html).toContain(`${path}/members/new`);
	expect((await visit(context, `${path}/draft`, { as: coordinator, form: {} })).status).toBe(409);
});

test('a page that looks at a draft says nothing of what is in its way until it is asked', async () => {
	const { context, coordinator, saveDraft } = office();
	const path = (await saveDraft()).location!.replace('?said=drafted', '');
	const { text } = await visit(context, `${path}/draft`, { as: coordinator });
	expect(text).toContain('Until nothing is in its way, nobody can get a place in it');
	expect(text).not.toContain('Early group');
});

test('asking for slots that are not available on and on ends in a wait, with everything typed kept', async () => {
	const { context, north, coordinator, send } = office();
	const elsewhere = givenPlaces(context, 'Southfield').areaId;
	givenCohort(context, { ...north, areaId: elsewhere, name: 'Secret', firstDay: '2026-02-09', sessionCount: 1 });
	for (let times = 0; times < 10; times += 1) {
		expect((await send({ intent: 'plan' })).text).toContain('This slot is not available');
	}
	const waits = await send({ intent: 'plan' });
	expect(waits.status).toBe(422);
	expect(waits.text).toContain(
		'You asked for many slots that are not available. You can go on at 10am on Friday 2 January 2026',
	);
	expect(waits.html).toMatch(/name="name"[^>]*value="Monday group"/);
	const [cohort] = listCohorts(context.db, coordinator).filter(({ name }) => name === 'Early group');
	const form = { reference: 'CD26/01', givenName: 'Alex', familyName: 'Smith' };
	const joins = await visit(context, `/cohorts/${cohort!.id}/members/new`, { as: coordinator, form });
	expect([joins.status, joins.text.includes('You can go on at 10am')]).toEqual([422, true]);
	context.setNow('2026-01-02T10:00:00Z');
	expect((await send({ intent: 'plan' })).text).toContain('This slot is not available');
});

test('the days of a venue are a lead’s to say; a coordinator reads their own side’s, and plans by them', async () => {
	const { context, north, coordinator, lead, send } = office();
	const path = `/places/venues/${north.venueId}/days`;
	expect((await visit(context, path, { as: coordinator })).status).toBe(404);
	const page = await visit(context, path, { as: lead });
	expect(page.text).toContain('Days at Northfield Centre');
	const week = { monday: 'survivor', tuesday: 'perpetrator', thursday: 'perpetrator', travelPoint: 'Bus station' };
	const refused = await visit(context, path, { as: lead, form: { ...week, version: '1' } });
	expect(refused.status).toBe(422);
	expect(refused.text).toContain('Sessions to come stand on days that would not be their side’s: Early group');
	expect(refused.html).toMatch(/name="travelPoint"[^>]*value="Bus station"/);
	const saved = await visit(context, path, { as: lead, form: { ...week, version: '1', accept: 'yes' } });
	expect(saved.location).toBe(`${path}?said=saved`);
	const stale = await visit(context, path, { as: lead, form: { ...week, version: '1', accept: 'yes' } });
	expect([stale.status, stale.text.includes('Somebody changed this venue')]).toEqual([409, true]);
	const places = await visit(context, '/places', { as: coordinator });
	expect(places.text).toContain('Perpetrator side: Tuesday and Thursday');
	expect(places.text).not.toContain('Survivor');
	const plan = await send({ intent: 'plan' });
	expect(plan.text).toContain('Days of this side there Tuesday and Thursday');
	expect(plan.text).toContain('Monday is not one of this side’s days at the venue');
	givenDays(context.db, north.venueId, 'perpetrator', ['monday']);
	expect((await send({ intent: 'plan' })).text).not.toContain('is not one of this side’s days');
});

test('an online room is kept with the cohort, and two cohorts are never in it at once', async () => {
	const { context, north, send } = office();
	givenCohort(context, { areaId: north.areaId, name: 'Web group', firstDay: '2026-02-02', sessionCount: 1 });
	context.db.update(schema.cohorts).set({ onlineRoom: 'Room 2' }).where(eq(schema.cohorts.name, 'Web group')).run();
	const online = { place: 'online', onlineRoom: ' room 2', weekday1: 'monday', time1: '7pm' };
	expect((await send({ ...online, intent: 'plan' })).text).toContain('Web group is in the online room at that time');
	expect((await send({ ...online, onlineRoom: 'Room 3', intent: 'plan' })).text).not.toContain('online room at that');
});

test('a plan whose team has nobody accredited says so, waits as a draft, and opens once the accreditation is recorded', async () => {
	const { context, coordinator, lead, early, send, saveDraft } = office();
	context.db.update(schema.cohorts).set({ state: 'cancelled' }).where(eq(schema.cohorts.id, early)).run();
	const [held] = context.db.select().from(schema.staffAccreditations).all();
	context.db.delete(schema.staffAccreditations).run();
	const sentence = 'Nobody on the team is accredited for this programme on that day';
	expect((await send({ intent: 'plan' })).text).toContain(sentence);
	const path = (await saveDraft()).location!.replace('?said=drafted', '');
	const refused = await visit(context, `${path}/draft`, { as: coordinator, form: {} });
	expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(sentence)]);
	const since = { 'accreditedOn-day': '5', 'accreditedOn-month': '1', 'accreditedOn-year': '2025' };
	const until = { 'expiresOn-day': '', 'expiresOn-month': '', 'expiresOn-year': '' };
	const form = { programmeSlug: 'caring-dads', ...since, ...until };
	await visit(context, `/facilitators/${held!.staffId}/accreditations`, { as: lead, form });
	const opened = await visit(context, `${path}/draft`, { as: coordinator, form: {} });
	expect(opened.location).toBe(`${path}?said=opened`);
});
