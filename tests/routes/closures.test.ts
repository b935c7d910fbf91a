import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { ClosureId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** Tuesday 3 March 2026: a cohort of each side meets on Tuesdays, each in its own house. */
function office() {
	const context = testContext({ now: '2026-03-03T12:00:00Z' });
	const places = givenPlaces(context);
	const house = { ...givenPlaces(context, 'Westfield', { daysOf: 'survivor' }), areaId: places.areaId };
	const lead = givenStaff(context, { roles: ['lead'] });
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId] });
	const group = (name: string, change: object) => {
		const cohort = givenCohort(context, { ...places, name, firstDay: '2026-02-03', sessionCount: 8, ...change });
		const slot = { cohortId: cohort.cohortId, weekday: 'tuesday', startTime: clockTime('18:30') } as const;
		context.db.insert(schema.meetingSlots).values(slot).run();
		return cohort;
	};
	const his = group('His group', {});
	const hers = group('Her group', { ...house, side: 'survivor' });
	const send = (as: StaffActor, path: string, form: Record<string, string | readonly string[] | File>) =>
		visit(context, path, { as, form });
	const close = async () => {
		const form = {
			...{ label: 'Flood', where: 'everywhere' },
			...{ 'from-day': '10', 'from-month': '3', 'from-year': '2026' },
			...{ 'to-day': '10', 'to-month': '3', 'to-year': '2026' },
		};
		const { location } = await send(lead, paths.newClosure(), form);
		return { location, id: context.db.select().from(schema.closures).get()!.id as ClosureId };
	};
	const fingerprintOn = (html: string) => /name="fingerprint" value="([^"]+)"/.exec(html)![1]!;
	return { context, ...places, lead, administrator, coordinator, his, hers, send, close, fingerprintOn };
}

test('a lead is led from a new closure to every session that it hits, and moves them in one step', async () => {
	const { context, lead, his, hers, send, close, fingerprintOn } = office();
	const { location, id } = await close();
	expect(location).toBe(paths.dayOffSessions(id, 'added'));
	const { html } = await visit(context, paths.dayOffSessions(id), { as: lead });
	expect(html).toContain('2 sessions of 2 cohorts.');
	expect(html).toContain('Tuesday 10 March 2026, 6:30pm to 8:30pm');
	expect(html).toContain('Tuesday 17 March 2026, 6:30pm to 8:30pm');
	const path = paths.dayOffSessions(id);
	const none = await send(lead, path, { fingerprint: fingerprintOn(html) });
	expect([none.status, none.html.includes('Tick the cohorts whose sessions are to move')]).toEqual([422, true]);
	const form = { cohortId: [his.cohortId, hers.cohortId], fingerprint: fingerprintOn(html) };
	expect(await send(lead, path, form)).toMatchObject({ status: 302, location: paths.dayOffSessions(id, 'moved') });
	const after = await visit(context, paths.dayOffSessions(id, 'moved'), { as: lead });
	expect(after.html).toContain('The sessions are moved.');
	expect(after.html).toContain('No session that you can move is on them.');
	expect(await send(lead, path, form)).toMatchObject({ status: 409 });
});

test('a coordinator of one side sees and moves only their own, and no count tells of the rest', async () => {
	const { context, coordinator, administrator, hers, send, close, fingerprintOn } = office();
	const { id } = await close();
	const list = await visit(context, paths.closures(), { as: coordinator });
	expect(list.html).toContain('1 session');
	const { html } = await visit(context, paths.dayOffSessions(id), { as: coordinator });
	expect(html).toContain('1 session of 1 cohort.');
	expect(html).not.toContain('Her group');
	const form = { cohortId: [hers.cohortId], fingerprint: fingerprintOn(html) };
	expect(await send(coordinator, paths.dayOffSessions(id), form)).toMatchObject({ status: 409 });
	expect(context.db.select().from(schema.sessionTimes).all()).toHaveLength(16);
	expect((await visit(context, paths.dayOffSessions(id), { as: administrator })).status).toBe(404);
	expect((await visit(context, paths.closures(), { as: administrator })).html).not.toContain('1 session');
});

test('school holidays come in from a calendar: looked at, ticked, brought in, and undone', async () => {
	const { context, areaId, administrator, coordinator, send } = office();
	const calendar = [
		...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', 'BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20260406'],
		...['DTEND;VALUE=DATE:20260418', 'SUMMARY:Easter', 'END:VEVENT', 'END:VCALENDAR', ''],
	].join('\r\n');
	const upload = paths.schoolHolidaysImport(areaId);
	const nothing = await send(administrator, upload, { list: '', listed: 'holidays' });
	expect([nothing.status, nothing.html.includes('Choose the list as a file')]).toEqual([400, true]);
	const sent = await send(administrator, upload, { list: new File([calendar], 'dates.ics'), listed: 'holidays' });
	const look = await visit(context, sent.location!, { as: administrator });
	expect(look.html).toContain('Easter');
	expect(look.html).toContain('Monday 6 April 2026 to Friday 17 April 2026');
	expect(look.html).toContain('1 row = 1 accepted + 0 refused + 0 skipped.');
	const fingerprint = /name="fingerprint" value="([^"]+)"/.exec(look.html)![1]!;
	const stored = await send(administrator, sent.location!, { rows: ['1'], fingerprint });
	expect(stored).toMatchObject({ status: 302, location: `${sent.location}?said=imported` });
	const page = await visit(context, paths.schoolHolidays(areaId), { as: coordinator });
	expect(page.html).toContain('Easter');
	expect(page.html).not.toContain('Bring in from a file');
	const undo = `${sent.location}/undo`;
	expect((await visit(context, undo, { as: coordinator })).status).toBe(404);
	const { html } = await visit(context, undo, { as: administrator });
	const version = /name="version" value="(\d+)"/.exec(html)![1]!;
	expect(await send(administrator, undo, { version })).toMatchObject({ status: 302 });
	expect(context.db.select().from(schema.schoolHolidays).all()).toEqual([]);
});

test('lists of facilitators and plans of cohorts are shown with a sentence for every doubtful cell before they come in', async () => {
	const { context, areaId, administrator, lead, coordinator, send } = office();
	const file = (name: string) => new File([readFileSync(`tests/fixtures/imports/${name}.csv`)], `${name}.csv`);
	const list = await send(administrator, paths.newFacilitators(), { list: file('facilitators') });
	const shown = await visit(context, list.location!, { as: administrator });
	expect(shown.html).toContain('17 rows = 13 accepted + 4 refused + 0 skipped.');
	expect(shown.html).toContain(
		'Row 14, CD licence expires: there is no such day. Correct the date. It says “30/2/2027”.',
	);
	expect(shown.html).toContain('Stays out: an account needs an address. Add it to the list.');
	const plan = await send(lead, paths.newCohortPlan(), { list: file('cohorts'), areaId });
	const planned = await visit(context, plan.location!, { as: lead });
	expect(planned.html).toContain('16 rows = 12 accepted + 2 refused + 2 skipped.');
	expect(planned.html).toContain('CDO27 (row 16) names Sam Whitlock twice. Name two people, or one.');
	expect(planned.html).toContain('Row 14, Day: the start date is on another weekday.');
	const wrong = await send(lead, paths.newCohortPlan(), { list: file('facilitators'), areaId });
	expect([wrong.status, wrong.html.includes('This does not look like a plan of cohorts')]).toEqual([422, true]);
	for (const path of [paths.newFacilitators(), paths.newCohortPlan(), list.location!, plan.location!]) {
		expect((await visit(context, path, { as: coordinator })).status).toBe(404);
	}
	expect((await visit(context, paths.imports(), { as: administrator })).html).toContain('Bring in facilitators');
	expect((await visit(context, paths.imports(), { as: coordinator })).html).not.toContain('facilitators.csv');
});
