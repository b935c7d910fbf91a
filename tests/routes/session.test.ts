import { expect, test } from 'vitest';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

function givenEvening(now = '2026-01-13T18:41:00Z') {
	const context = testContext({ now });
	const places = givenPlaces(context);
	const sam = givenStaff(context);
	const cohort = givenCohort(context, { ...places, team: [sam] });
	const { enrolmentId } = givenMember(context, cohort);
	return { context, places, sam, enrolmentId, cohort, path: `/sessions/${cohort.sessionIds[0]}` };
}
type Evening = ReturnType<typeof givenEvening>;

const see = ({ context, sam, path }: Evening, more = '', form?: Record<string, string>) =>
	visit(context, path + more, form ? { as: sam, form } : { as: sam });

test('the session’s page says what is left, from preparing to the log', async () => {
	const evening = givenEvening();
	const page = await see(evening);
	expect(page.status).toBe(200);
	expect(page.html).toContain('<title>Session - Plumbline</title>');
	expect(page.text).toContain('Tuesday group · session 1 of 17');
	expect(page.text).toContain('Tuesday 13 January 2026, 6:30pm to 8:30pm');
	expect(page.text).toContain('Northfield Centre, Room 1');
	expect(page.text).toContain('Prepare 1 person expected, no apologies. What to know, plan and materials');
	expect(page.text).toContain('Take the register 1 person not yet recorded Not recorded');
	expect(page.text).toContain('Log what was delivered No log of 1 Not logged');
	expect(page.text).toContain('Debrief No note of 1 Not written');
	expect(page.text).toContain('Follow-ups Nothing is left to do None open');
	expect(page.text).not.toContain('Record complete');
});

test('with the register and one log in, the record is complete', async () => {
	const evening = givenEvening();
	await see(evening, '/register', { [`version-${evening.enrolmentId}`]: '1', intent: 'rest-attended' });
	expect((await see(evening)).text).not.toContain('Record complete');
	await see(evening, '/delivery-log', { version: '0', intent: 'as-planned' });
	const page = await see(evening);
	expect(page.text).toContain('Record complete');
	expect(page.text).toContain('1 of 1 attended, 0 missed');
});

test('before it starts the register takes apologies and the log cannot start', async () => {
	const page = await see(givenEvening('2026-01-12T18:41:00Z'));
	expect(page.text).toContain('1 person expected. Until it starts you can record apologies only');
	expect(page.text).toContain('Cannot start yet');
	expect(page.text).not.toContain('The session did not go ahead');
});

test('the session plan can be read from the session, with the notice that it is no manual', async () => {
	const page = await see(givenEvening(), '/plan');
	expect(page.status).toBe(200);
	expect(page.html).toContain('<title>Session plan - Plumbline</title>');
	expect(page.text).toContain('placeholders, not the licensed');
	expect(page.text).toContain('120 minutes in all');
});

test('a session that did not go ahead says why, closes its register, and can be undone that day', async () => {
	const evening = givenEvening();
	const said = await see(evening, '/cancellation', { version: '1', reason: 'The venue was closed' });
	expect(said.location).toBe(`${evening.path}?said=not-held`);
	const page = await visit(evening.context, said.location!, { as: evening.sam });
	expect(page.text).toContain('It is recorded that this session did not go ahead.');
	expect(page.text).toContain('The venue was closed');
	expect(page.text).toContain('Undo');
	expect((await see(evening, '/register')).text).toContain('This session did not go ahead: The venue was closed');
	const refused = await see(evening, '/register', { [`version-${evening.enrolmentId}`]: '1', intent: 'rest-attended' });
	expect(refused.status).toBe(409);
	expect((await see(evening, '/cancellation/undo', {})).location).toBe(`${evening.path}?said=undone`);
	expect((await see(evening)).text).toContain('Take the register');
});

test('on the next day the button to undo is gone, and pressing it on an old page says so', async () => {
	const evening = givenEvening();
	await see(evening, '/cancellation', { version: '1', reason: 'snow' });
	evening.context.setNow('2026-01-14T09:00:00Z');
	expect((await see(evening)).text).not.toContain('Undo');
	const undo = await see(evening, '/cancellation/undo', {});
	expect(undo.status).toBe(409);
	expect(undo.text).toContain('This can no longer be undone');
});

test('without a reason nothing is cancelled, and a page out of date is refused with what was typed', async () => {
	const evening = givenEvening();
	const empty = await see(evening, '/cancellation', { version: '1', reason: '  ' });
	expect(empty.status).toBe(400);
	expect(empty.text).toContain('Enter why the session did not go ahead');
	const stale = await see(evening, '/cancellation', { version: '9', reason: 'burst pipe' });
	expect(stale.status).toBe(409);
	expect(stale.text).toContain('Somebody changed this session while your page was open');
	expect(stale.html).toContain('burst pipe');
	expect(evening.context.db.select().from(schema.sessions).all()[0]!.state).toBe('scheduled');
});

test('a session with marks cannot be said not to have gone ahead', async () => {
	const evening = givenEvening();
	await see(evening, '/register', { [`version-${evening.enrolmentId}`]: '1', intent: 'rest-attended' });
	const page = await see(evening, '/cancellation', { version: '2', reason: 'snow' });
	expect(page.status).toBe(409);
	expect(page.text).toContain('Take those marks back first');
});

test('a coordinator of the area sees the session and reads its log; others see no page at all', async () => {
	const evening = givenEvening();
	const { context, places, path } = evening;
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId] });
	const page = await visit(context, path, { as: coordinator });
	expect(page.status).toBe(200);
	expect(page.text).toContain('Delivery log');
	expect(page.text).not.toContain('Log what was delivered');
	const strangers = [givenStaff(context), givenStaff(context, { roles: ['administrator'] })];
	for (const as of strangers) {
		for (const part of ['', '/plan', '/cancellation', '/delivery-log']) {
			const theirs = await visit(context, path + part, { as });
			const absent = await visit(context, `/sessions/never${part}`, { as });
			expect(theirs.status).toBe(404);
			expect(theirs.html).toBe(absent.html);
		}
		expect((await visit(context, `${path}/cancellation`, { as, form: { version: '1', reason: 'snow' } })).status).toBe(
			404,
		);
		expect((await visit(context, `${path}/cancellation/undo`, { as, form: {} })).status).toBe(404);
	}
});

test('a session that ended early is shortened from its page, and its history keeps what was planned', async () => {
	const evening = givenEvening('2026-01-13T20:10:00Z');
	expect((await see(evening)).text).toContain('The session ended early');
	const form = await see(evening, '/earlier-end');
	expect(form.text).toContain('A session is never made longer than it was planned.');
	const longer = await see(evening, '/earlier-end', { version: '1', endTime: '9pm', why: 'More to say' });
	expect(longer.status).toBe(422);
	expect(longer.text).toContain('It was planned for 6:30pm to 8:30pm. Enter an end within that time');
	expect(longer.html).toContain('More to say');
	const later = await see(evening, '/earlier-end', { version: '1', endTime: '8:20pm', why: 'Snow' });
	expect(later.text).toContain('That time has not come yet. Enter when it ended');
	const empty = await see(evening, '/earlier-end', { version: '1', endTime: 'ten-ish', why: '' });
	expect(empty.text).toContain('“ten-ish” is not a time. Enter it as 6:30pm or 18:30');
	expect(empty.text).toContain('Enter why it ended early');
	const said = await see(evening, '/earlier-end', { version: '1', endTime: '8pm', why: 'Snow' });
	expect(said.location).toBe(`${evening.path}?said=ended-early`);
	const page = await visit(evening.context, said.location!, { as: evening.sam });
	expect(page.text).toContain('The earlier end is saved');
	expect(page.text).toContain('Tuesday 13 January 2026, 6:30pm to 8pm');
	expect(page.text).toContain('Dates that this session has had');
	expect(page.text).toContain('Snow');
});

test('before it has begun nothing says that a session ended early', async () => {
	const evening = givenEvening('2026-01-13T18:00:00Z');
	expect((await see(evening)).text).not.toContain('The session ended early');
	const early = await see(evening, '/earlier-end', { version: '1', endTime: '8pm', why: 'Snow' });
	expect(early.text).toContain('This session has not begun');
});
