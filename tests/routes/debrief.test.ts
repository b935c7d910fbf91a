import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { recordDeliveryLog } from '#app/use-cases/delivery-log/record-delivery-log.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

function given(now = '2026-01-13T20:41:00Z') {
	const context = testContext({ now });
	const place = givenPlaces(context);
	const area = { areaIds: [place.areaId] };
	const staff = {
		sam: givenStaff(context, { name: 'Sam Okafor' }),
		kim: givenStaff(context, { name: 'Kim Vale' }),
		jo: givenStaff(context, { name: 'Jo Coordinator', roles: ['coordinator'], ...area }),
		max: givenStaff(context, { name: 'Max Lead', roles: ['lead'] }),
		reader: givenStaff(context, { name: 'Ray', roles: ['read-only'], ...area }),
	};
	const cohort = givenCohort(context, { ...place, team: [staff.sam, staff.kim] });
	givenMember(context, cohort);
	const path = `/sessions/${cohort.sessionIds[0]}/debrief`;
	const see = (as: StaffActor, more = '') => visit(context, path + more, { as });
	const send = (as: StaffActor, form: Record<string, string>, more = '') => visit(context, path + more, { as, form });
	return { context, cohort, path, see, send, ...staff };
}

const ACTION = { words: 'Book a quieter room', 'due-day': '20', 'due-month': '1', 'due-year': '2026' };

test('a note is saved and shown; a colleague reads it once their own note and their own log are saved', async () => {
	const { context, cohort, see, send, path, sam, kim } = given();
	const sessionId = cohort.sessionIds[0]!;
	expect((await see(sam)).text).toContain('Nobody has written a note yet');
	expect((await send(sam, { version: '0', note: 'A calm evening' })).location).toBe(`${path}?said=saved`);
	const blind = await see(kim);
	expect(blind.text).toContain('Sam Okafor wrote a note. You can read it once your own note and your log are saved');
	expect(blind.html).not.toContain('A calm evening');
	await send(kim, { version: '0', note: 'Loud at first' });
	expect((await see(kim)).html).not.toContain('A calm evening');
	const logged = recordDeliveryLog(context, kim, {
		...{ sessionId, entries: [], restAsPlanned: true, note: null, openedVersion: 0, deliveredBy: [] },
	});
	expect(logged.done).toBe(true);
	expect((await see(kim)).text).toContain('Sam Okafor : A calm evening');
	const again = await send(kim, { version: '1', note: 'Loud at first' });
	expect(again.location).toBe(`${path}?said=unchanged`);
	await send(sam, { version: '1', note: 'A calm evening, late start' });
	expect((await see(sam)).text).toContain('Earlier versions Sam Okafor : A calm evening');
});

test('an empty note is refused with a sentence; one that is out of date shows both and can be saved over', async () => {
	const { see, send, sam } = given();
	const empty = await send(sam, { version: '0', note: '  ' });
	expect([empty.status, empty.text.includes('Enter how the session went')]).toEqual([400, true]);
	await send(sam, { version: '0', note: 'First window' });
	const stale = await send(sam, { version: '0', note: 'Second window' });
	expect(stale.status).toBe(409);
	expect(stale.text).toContain('You saved another version of this note in another window');
	expect([stale.html.includes('First window'), stale.html.includes('Second window')]).toEqual([true, true]);
	expect(stale.html).toContain('name="version" value="1"');
	await send(sam, { version: '1', note: 'Second window' });
	expect((await see(sam)).html).toContain('Second window');
});

test('two logs stand side by side with the differences marked, once one’s own is saved', async () => {
	const { context, cohort, see, sam, kim, max } = given();
	const log = (as: StaffActor, form: Record<string, string>) =>
		visit(context, `/sessions/${cohort.sessionIds[0]}/delivery-log`, { as, form: { version: '0', ...form } });
	await log(sam, { intent: 'as-planned' });
	expect((await see(sam)).text).toContain('One delivery log is saved');
	expect((await see(kim)).text).toContain('A colleague’s log is kept back until yours is saved');
	const { activities } = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null }).plans[0]!;
	const core = activities.find((one) => one.core)!;
	await log(kim, {
		...{ intent: 'as-planned', [`rating-${core.key}`]: 'not-delivered', [`reason-${core.key}`]: 'Time ran out' },
	});
	const page = await see(max);
	expect(page.text).toContain('Sam Okafor and Kim Vale Rated alike:');
	expect(page.text).toContain('Where they differ: talk about these in the debrief');
	expect(page.text).toMatch(/Rated alike: .* Kappa/);
	expect(page.html.match(/>rating(, minutes)?</g)).toHaveLength(1);
	expect(page.text).toMatch(/Not delivered, Time ran out/);
});

test('an action is agreed with an owner and a day, is listed with its state, and what is missing is said', async () => {
	const { see, send, sam, kim, jo, path, context } = given();
	const bad = await send(
		sam,
		{ words: '', ownerId: '', 'due-day': '32', 'due-month': '1', 'due-year': '2026' },
		'/actions',
	);
	expect(bad.status).toBe(400);
	for (const sentence of ['Enter what is to be done', 'Choose who does it', 'There is no such day as 32 1 2026'])
		expect(bad.text).toContain(sentence);
	const early = await send(sam, { ...ACTION, ownerId: kim.staffId, 'due-day': '12' }, '/actions');
	expect([early.status, early.text.includes('Enter a last day that is today or later')]).toEqual([422, true]);
	expect(early.html).toContain('Book a quieter room');
	const saved = await send(sam, { ...ACTION, ownerId: kim.staffId }, '/actions');
	expect(saved.location).toBe(`${path}?said=agreed`);
	expect((await see(sam)).text).toContain('Book a quieter room Who Kim Vale By Tuesday 20 January 2026 State Open');
	const theirs = await see(jo);
	expect(theirs.text).toContain('Book a quieter room');
	expect(theirs.text).not.toContain('Notes of the team');
	expect(theirs.text).not.toContain('Supervision');
	expect((await visit(context, '/tasks', { as: kim })).text).toContain('Do what the debrief agreed');
});

test('supervision is asked for and taken back, with its history; the lead finds it on their day', async () => {
	const { context, see, send, sam, kim, max, path } = given();
	expect((await send(sam, { words: 'We disagreed' }, '/supervision')).location).toBe(`${path}?said=asked`);
	const twice = await send(kim, { words: 'Me too' }, '/supervision');
	expect([twice.status, twice.html.includes('Me too')]).toEqual([409, true]);
	expect((await visit(context, '/today', { as: max })).text).toContain('1 session to take to supervision');
	expect((await see(max)).text).toContain('We disagreed');
	expect((await send(kim, { words: 'Sorted out' }, '/supervision/end')).location).toBe(`${path}?said=taken-back`);
	const again = await send(kim, { words: 'Again' }, '/supervision/end');
	expect([again.status, again.text.includes('there is nothing to take back')]).toEqual([409, true]);
	const page = await see(sam);
	expect(page.text).toContain('Nobody has asked to bring this session to supervision.');
	expect(page.text).toContain('Taken back');
	expect((await visit(context, '/today', { as: max })).text).not.toContain('to take to supervision');
});

test('before the start, and of a session that did not go ahead, the page says why nothing can be written', async () => {
	const early = given('2026-01-13T17:00:00Z');
	expect((await early.see(early.sam)).text).toContain('The debrief opens when the session starts');
	const refused = await early.send(early.sam, { version: '0', note: 'x' });
	expect([refused.status, refused.text.includes('the debrief opens when the session starts')]).toEqual([422, true]);
	const off = given();
	off.context.db.update(schema.sessions).set({ state: 'cancelled', stateReason: 'snow' }).run();
	expect((await off.see(off.sam)).text).toContain('This session did not go ahead: snow');
	expect((await off.send(off.sam, { version: '0', note: 'x' })).status).toBe(409);
});

test('to a reader of figures there is no debrief at all, and a coordinator writes none', async () => {
	const { see, send, reader, jo, context } = given();
	const absent = await visit(context, '/sessions/never/debrief', { as: reader });
	for (const more of ['', '/actions', '/supervision', '/supervision/end']) {
		const theirs = await see(reader, more);
		expect([theirs.status, theirs.html]).toEqual([404, absent.html]);
		if (more) expect((await see(jo, more)).status).toBe(404);
		expect((await send(jo, { version: '0', note: 'x', words: 'x' }, more)).status).toBe(404);
	}
});

test('what the writers of two logs agree stands beside the logs, is one note of both, and loses no version', async () => {
	const { context, cohort, path, see, send, sam, kim, max } = given();
	const log = (as: StaffActor) =>
		visit(context, `/sessions/${cohort.sessionIds[0]}/delivery-log`, {
			as,
			form: { version: '0', intent: 'as-planned' },
		});
	const more = '/agreed-note';
	await log(sam);
	expect((await see(sam)).text).not.toContain('What you agreed');
	const early = await send(sam, { version: '0', note: 'Alone' }, more);
	expect([early.status, early.html.includes('Alone')]).toEqual([422, true]);
	expect(early.text).toContain('once two delivery logs of this session are saved');
	await log(kim);
	expect((await see(kim)).html).toContain(`href="${path}${more}"`);
	const empty = await send(kim, { version: '0', note: ' ' }, more);
	expect([empty.status, empty.text.includes('Enter what you agreed')]).toEqual([400, true]);
	expect((await send(kim, { version: '0', note: 'First words' }, more)).location).toBe(`${path}?said=note-agreed`);
	const stale = await send(sam, { version: '0', note: 'Second words' }, more);
	expect([stale.status, stale.html.includes('First words'), stale.html.includes('Second words')]).toEqual([
		...[409, true, true],
	]);
	expect(stale.html).toContain('name="version" value="1"');
	await send(sam, { version: '1', note: 'Second words' }, more);
	const page = await see(max);
	expect(page.text).toMatch(/What you agreed Second words Saved by Sam Okafor.*version 2/);
	expect(page.text).toContain('Earlier versions of what was agreed First words Saved by Kim Vale');
	expect(page.html).not.toContain(`href="${path}${more}"`);
	const refused = await send(max, { version: '2', note: 'A lead’s words' }, more);
	expect([refused.status, refused.text.includes('Only who wrote a delivery log')]).toEqual([422, true]);
	expect((await see(max, more)).html).not.toContain('<textarea');
});
