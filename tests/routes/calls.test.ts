import { expect, test } from 'vitest';
import { CLOCK } from '#app/domain/access/actor.ts';
import type { SafeContactDraft } from '#app/domain/people/safe-contact.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { lastEntry, trailOf } from '#tests/support/audit.ts';
import { testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';
import { givenContact, givenReminded, outboxOf } from '../use-cases/reminders/given.ts';

/** Alex Smith is rung: on the evening before the session at which a reminder would leave. */
function givenCall(change: Partial<SafeContactDraft> = {}) {
	const context = testContext({ now: '2026-03-03T18:00:00Z' });
	const world = givenReminded(context);
	givenContact(context, world.facilitator, world.personId, {
		...{ channel: 'call', address: '07700 900123', mayLeaveVoicemail: false, codeWord: 'heron' },
		...change,
	});
	planReminders(context, CLOCK);
	context.setNow('2026-03-09T18:30:00Z');
	const message = () => outboxOf(context).find(({ sessionId }) => sessionId === world.sessionIds[0])!;
	const path = paths.call(message().id);
	const page = (as = world.facilitator) => visit(context, path, { as });
	const contactId = async () => /name="contactId" value="([^"]+)"/.exec((await page()).html)![1]!;
	const say = (form: Readonly<Record<string, string>>, as = world.facilitator) => visit(context, path, { as, form });
	return { context, ...world, message, path, page, contactId, say };
}

test('the list of the day says whom to ring, when, how and in which words, and who was shown it is kept', async () => {
	const { context, facilitator, personId, path } = givenCall();
	const since = lastEntry(context);
	const page = await visit(context, paths.calls(), { as: facilitator });
	expect(page.html).toContain('<title>Calls to make - Plumbline</title>');
	expect(page.text).toContain('Alex Smith');
	expect(page.text).toContain('Number 07700 900123 When From 6:30pm to 9pm today');
	expect(page.text).toContain(
		'Leave no voicemail. Do not say which organisation rings. Withhold our number. Code word: “heron”.',
	);
	expect(page.text).toContain('This is a reminder of your appointment on Tuesday 10 March 2026 at 6:30pm.');
	expect(page.text).toContain('Who rings The team of Tuesday group');
	expect(page.html).toContain(`href="${path}"`);
	expect(trailOf(context, since)).toMatchObject([{ action: 'page-viewed', people: [personId] }]);
});

test('on a day without a call the list says so', async () => {
	const { context, facilitator, page } = givenCall();
	context.setNow('2026-03-07T12:00:00Z');
	expect((await visit(context, paths.calls(), { as: facilitator })).text).toContain('Nobody to ring today');
	const call = await page();
	expect(call.text).toContain('Nobody is to ring about this today.');
	expect(call.text).not.toContain('900123');
});

test('with no safe hour left nobody is to ring, no number shows, and it is said', async () => {
	const { context, facilitator, page } = givenCall({ safeUntil: clockTime('12:00') });
	context.setNow('2026-03-10T12:01:00Z');
	const list = await visit(context, paths.calls(), { as: facilitator });
	expect(list.text).toContain('Cannot be rung safely any more');
	expect(list.text).toContain('No safe hour is left before Tuesday 10 March 2026, 4:30pm. Do not ring.');
	expect(list.text + (await page()).text).not.toContain('900123');
});

test('what came of a call is said, and the message shows it', async () => {
	const { context, facilitator, say, contactId, message } = givenCall();
	const saved = await say({ outcome: 'reached', contactId: await contactId(), rungAt: '6:20pm', note: 'All well' });
	expect([saved.status, saved.location]).toEqual([302, '/calls?said=recorded']);
	expect(message()).toMatchObject({ state: 'sent', sentAt: '2026-03-09T18:20:00Z' });
	const list = await visit(context, saved.location!, { as: facilitator });
	expect(list.text).toContain('What came of the call is kept.');
	expect(list.text).toContain('Nobody to ring today');
	const shown = await visit(context, paths.message(message().id), { as: facilitator });
	expect(shown.text).toContain('Told by telephone');
	expect(shown.text).toContain('Rung, and reached: Monday 9 March 2026, 6:20pm, Sam Okafor. “All well”');
	expect(shown.text).not.toContain('Handed over');
	const outbox = await visit(context, paths.messages(), { as: facilitator });
	expect(outbox.text).toContain('Told by telephone When Rung Monday 9 March 2026, 6:20pm');
});

test('what lacks or is wrong is named, and nothing that was typed is lost', async () => {
	const { say, contactId } = givenCall();
	const id = await contactId();
	const empty = await say({ contactId: id, rungAt: 'tea time', note: 'A word' });
	expect(empty.status).toBe(400);
	expect(empty.text).toContain('Choose what came of it');
	expect(empty.text).toContain('Enter the time at which you rang, such as 10:15am, or leave it empty for now');
	expect(empty.html).toContain('value="tea time"');
	expect(empty.html).toContain('A word');
	const later = await say({ outcome: 'reached', contactId: id, rungAt: '8pm' });
	expect([later.status, later.text.includes('Enter a time that is not still to come')]).toEqual([422, true]);
	const nobody = await say({ outcome: 'not-rung', contactId: id });
	expect([nobody.status, nobody.text.includes('Enter why nobody rings')]).toEqual([422, true]);
	const voicemail = await say({ outcome: 'message-left', contactId: id });
	expect(voicemail.text).toContain('A voicemail is not safe for this person.');
	const early = await say({ outcome: 'reached', contactId: id, rungAt: '7:30am' });
	expect(early.status).toBe(409);
	expect(early.text).toContain('This person was not to be rung then. It waits for the next safe hour.');
});

test('a contact that changed since the page was opened is not rung by', async () => {
	const { context, facilitator, personId, say, contactId } = givenCall();
	const before = await contactId();
	givenContact(context, facilitator, personId, { channel: 'call', address: '07700 900456' });
	const stale = await say({ outcome: 'reached', contactId: before });
	expect(stale.status).toBe(409);
	expect(stale.text).toContain('How this person is reached has changed. Open the page again');
});

test('twice is once and answered the same; later it is told that the message does not wait any more', async () => {
	const { say, contactId, context } = givenCall();
	const form = { outcome: 'reached', contactId: await contactId() };
	expect((await say(form)).status).toBe(302);
	expect((await say(form)).status).toBe(302);
	context.setNow('2026-03-09T18:32:00Z');
	expect((await say(form)).status).toBe(409);
	expect(context.db.select().from(schema.messageCalls).all()).toHaveLength(1);
});

test('what was written of a call that a colleague told of meanwhile still stands on the page', async () => {
	const { say, contactId, context } = givenCall();
	const form = { outcome: 'reached', contactId: await contactId() };
	expect((await say(form)).status).toBe(302);
	context.setNow('2026-03-09T18:32:00Z');
	const late = await say({ ...form, note: 'They ask for a later bus' });
	expect(late.status).toBe(409);
	expect(late.text).toContain('What you wrote, which is kept nowhere else: They ask for a later bus');
});

test('a call is not there for who may not read the contact, with the bytes of one that is not there at all', async () => {
	const { context, page, say, path } = givenCall();
	const lead = givenStaff(context, { roles: ['lead'] });
	const stranger = givenStaff(context);
	const absent = await visit(context, paths.call(asId('nonesuch')), { as: stranger });
	for (const as of [stranger, lead]) {
		expect((await page(as)).status).toBe(404);
		expect((await say({ outcome: 'not-rung', note: 'x' }, as)).status).toBe(404);
	}
	expect((await visit(context, path, { as: stranger })).html).toBe(absent.html);
	expect((await visit(context, paths.calls(), { as: lead })).status).toBe(404);
	expect((await visit(context, paths.calls(), { as: stranger })).text).toContain('Nobody to ring today');
});

test('of whom a restriction keeps from the reader the list has the reference, and no way to ring', async () => {
	const { context, facilitator, personId, page, path } = givenCall();
	context.db
		.insert(schema.restrictedPeople)
		.values({ personId, setBy: facilitator.staffId, setAt: context.clock.now() })
		.run();
	const list = await visit(context, paths.calls(), { as: facilitator });
	expect(list.text).toContain(`REF-${personId} How Not shown to you. A colleague who may see this person rings them.`);
	for (const part of ['Alex', 'Smith', '900123', 'heron', path]) expect(list.html).not.toContain(part);
	expect((await page()).status).toBe(404);
});

test('the message leads to the call, and the outbox to the list', async () => {
	const { context, facilitator, message, path } = givenCall();
	expect((await visit(context, paths.message(message().id), { as: facilitator })).html).toContain(`href="${path}"`);
	expect((await visit(context, paths.messages(), { as: facilitator })).html).toContain('href="/calls"');
});
