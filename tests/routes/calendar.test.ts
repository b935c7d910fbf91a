import { createRequestHandler } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { HELD_BACK } from '#app/delivery/mail/mailer.ts';
import { requestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { sendCalendarInvitations } from '#app/use-cases/calendar/send-calendar-invitations.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { cancel, givenInvited } from '../use-cases/calendar/given.ts';

async function givenCalendar() {
	const context = testContext();
	const { areaId, venueId } = givenPlaces(context);
	const actor = givenStaff(context);
	const cohort = givenCohort(context, {
		areaId,
		venueId,
		team: [actor],
		name: 'Tuesday dads',
		firstDay: '2026-03-24',
		sessionCount: 2,
	});
	const made = await visit(context, paths.myCalendar(), { as: actor, form: {} });
	const [, address = ''] = /value="http:\/\/localhost(\/calendars\/[^"]+)"/.exec(made.html) ?? [];
	return { context, actor, made, address, ...cohort };
}

async function fetchAgain(context: TestContext, path: string, etag: string) {
	const build = await import(new URL('../../build/server/index.js', import.meta.url).href);
	const request = new Request(`http://localhost${path}`, { headers: { 'if-none-match': etag } });
	return createRequestHandler(build, 'test')(request, requestContext(context));
}

test('a calendar address is shown once, on a page that nobody keeps', async () => {
	const { context, actor, made, address } = await givenCalendar();
	expect(address).toMatch(/^\/calendars\/[\w-]{40,}\.ics$/);
	expect(made.headers.get('cache-control')).toBe('no-store');
	expect(made.headers.get('referrer-policy')).toBeNull();
	const later = await visit(context, paths.myCalendar(), { as: actor });
	expect(later.html).not.toContain(address);
	expect(later.text).toContain('You have had a calendar address since Tuesday 3 March 2026, 6pm');
});

test('the calendar is a file of sessions in UTC, right across the clock change, without a name', async () => {
	const { context, address, sessionIds } = await givenCalendar();
	const feed = await visit(context, address);
	expect(feed.status).toBe(200);
	expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
	expect(feed.headers.get('cache-control')).toBe('private, no-cache');
	expect(feed.headers.get('referrer-policy')).toBe('no-referrer');
	const events = new ICAL.Component(ICAL.parse(feed.html))
		.getAllSubcomponents('vevent')
		.map((event) => new ICAL.Event(event));
	expect(events.map(({ uid, summary, location }) => [uid, summary, location])).toEqual([
		[sessionIds[0], 'Group session 1', 'Northfield Centre'],
		[sessionIds[1], 'Group session 2', 'Northfield Centre'],
	]);
	expect(events.map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual([
		'2026-03-24T18:30:00.000Z',
		'2026-03-31T17:30:00.000Z',
	]);
	expect(feed.html).not.toMatch(/dads|Okafor|Tuesday/i);
});

test('a reader that holds the newest version gets 304 and nothing else, and the new one after a change', async () => {
	const { context, address, sessionIds } = await givenCalendar();
	const etag = (await visit(context, address)).headers.get('etag')!;
	const held = await fetchAgain(context, address, etag);
	expect([held.status, await held.text(), held.headers.get('etag')]).toEqual([304, '', etag]);
	const change = { state: 'cancelled', stateReason: 'snow', sequence: 1, changedAt: context.clock.now() } as const;
	context.db.update(schema.sessions).set(change).where(eq(schema.sessions.id, sessionIds[0]!)).run();
	const changed = await fetchAgain(context, address, etag);
	expect(changed.status).toBe(200);
	expect(await changed.text()).toMatch(/STATUS:CANCELLED/);
});

test('an unknown, an ended and a closed account’s address are the same bare answer', async () => {
	const { context, actor, address } = await givenCalendar();
	const answerOf = async (path: string) => {
		const { status, html, headers } = await visit(context, path);
		return { status, html, headers: Object.fromEntries(headers) };
	};
	const unknown = await answerOf('/calendars/neverMade.ics');
	context.db.update(schema.staff).set({ state: 'deactivated' }).where(eq(schema.staff.id, actor.staffId)).run();
	const closed = await answerOf(address);
	context.db.update(schema.staff).set({ state: 'active' }).where(eq(schema.staff.id, actor.staffId)).run();
	const ended = await visit(context, paths.myCalendarEnd(), { as: actor, form: {} });
	expect(ended.location).toBe(paths.myCalendar('ended'));
	expect(unknown.status).toBe(404);
	expect(closed).toEqual(unknown);
	expect(await answerOf(address)).toEqual(unknown);
	const page = await visit(context, ended.location!, { as: actor });
	expect(page.text).toContain('Your calendar address is ended');
	expect(page.text).toContain('Make a calendar address');
});

test('a calendar page is there only for who is signed in', async () => {
	const context = testContext();
	expect((await visit(context, paths.myCalendar())).location).toBe(paths.signIn());
	expect((await visit(context, paths.myCalendar(), { form: {} })).location).toBe(paths.signIn());
	expect((await visit(context, paths.myCalendarEnd(), { form: {} })).location).toBe(paths.signIn());
	const form = { wanted: 'yes' };
	expect((await visit(context, paths.myCalendarInvitations(), { form })).location).toBe(paths.signIn());
});

test('invitations are off until their owner turns them on, and are turned off by the same page', async () => {
	const context = testContext();
	const sam = givenStaff(context);
	const page = () => visit(context, paths.myCalendar(), { as: sam });
	expect((await page()).text).toContain('Send me an invitation for each session');
	const on = await visit(context, paths.myCalendarInvitations(), { as: sam, form: { wanted: 'yes' } });
	expect(on.location).toBe(paths.myCalendar('invited'));
	const told = await visit(context, on.location!, { as: sam });
	expect(told.text).toContain('You will get an invitation for each session.');
	expect(told.text).toContain('You have had an invitation for each session since Tuesday 3 March 2026, 6pm');
	expect(told.text).not.toContain('The mail server refused');
	const off = await visit(context, paths.myCalendarInvitations(), { as: sam, form: { wanted: 'no' } });
	expect(off.location).toBe(paths.myCalendar('not-invited'));
	expect((await page()).text).toContain('Send me an invitation for each session');
});

test('a form that says neither yes nor no changes nothing, and the address of the form leads to the page', async () => {
	const context = testContext();
	const sam = givenStaff(context);
	for (const form of [{}, { wanted: 'perhaps' }] as Record<string, string>[]) {
		const answer = await visit(context, paths.myCalendarInvitations(), { as: sam, form });
		expect(answer.location).toBe(paths.myCalendar());
	}
	expect((await visit(context, paths.myCalendarInvitations(), { as: sam })).location).toBe(paths.myCalendar());
	expect((await visit(context, paths.myCalendar(), { as: sam })).text).not.toContain('You have had an invitation');
});

test('who gets invitations sees how many did not arrive, for certain or perhaps, of what is still to come', async () => {
	const { context, sam, sessionIds } = givenInvited({ sessionCount: 4 });
	const text = async () => (await visit(context, paths.myCalendar(), { as: sam })).text;
	const answers = [
		{ state: 'sent' },
		{ state: 'failed', retry: false, reason: '550 no' },
		{ state: 'unknown', reason: 'broke' },
		{ state: 'unknown', reason: 'broke' },
	] as const;
	let next = 0;
	const send: TestContext['mailer']['send'] = async (_mail, ask) => (ask?.() ? answers[next++]! : HELD_BACK);
	await sendCalendarInvitations({ ...context, mailer: { ...context.mailer, send } });
	expect(await text()).toContain('The mail server refused 1 email to you. It took 2 emails to you without confirming');
	cancel(context, sessionIds[3]!);
	await sendCalendarInvitations(context);
	expect(await text()).toContain('It took 1 email to you without confirming');
	context.setNow('2026-04-30T12:00:00Z');
	expect(await text()).not.toContain('The mail server refused');
});
