import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import { recordNotHeld } from '#app/use-cases/sessions/record-not-held.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { formsIn } from '#tests/support/forms.ts';
import { givenCohort, givenMember } from '#tests/support/world.ts';
import { datesOf, givenTerm, type Term } from '../use-cases/sessions/given.ts';

const DATE = { 'day-day': '29', 'day-month': '1', 'day-year': '2026', startTime: '6:30pm', endTime: '8:30pm' };
const ASKED = { askedBy: 'service', why: 'The hall is flooded' };

const send = ({ context, coordinator }: Term, path: string, form: Record<string, string>) =>
	visit(context, path, { as: coordinator, form });
const see = ({ context, coordinator }: Term, path: string) => visit(context, path, { as: coordinator });
const fingerprintIn = (html: string) => /name="fingerprint" value="([^"]+)"/.exec(html)![1]!;

test('in two steps a session moves with its later ones, and its page keeps who asked and why', async () => {
	const term = givenTerm();
	const path = paths.move(term.sessionIds[1]!);
	const start = await see(term, path);
	expect(start.html).toContain('<title>Change the date or time - Plumbline</title>');
	expect(start.html).toContain('value="6:30pm"');
	const look = await send(term, path, { ...DATE, ...ASKED, intent: 'look' });
	expect(look.status).toBe(200);
	expect(look.text).toContain('Check the new dates');
	expect(look.text).toContain('Previous Tuesday 20 January 2026, 6:30pm to 8:30pm');
	expect(look.text).toContain('New Thursday 29 January 2026, 6:30pm to 8:30pm');
	expect(look.text).toContain('New Tuesday 24 February 2026, 6:30pm to 8:30pm');
	const saved = await send(term, path, {
		...{ ...DATE, ...ASKED, intent: 'save', scope: 'later' },
		fingerprint: fingerprintIn(look.html),
	});
	expect(saved).toMatchObject({ status: 302, location: paths.session(term.sessionIds[1]!, 'moved') });
	expect(datesOf(term.context, term.cohortId).at(-1)).toBe('6 2026-02-24 18:30 scheduled');
	const page = await see(term, saved.location!);
	expect(page.text).toContain('The new date is saved');
	expect(page.text).toContain('Dates that this session has had');
	expect(page.text).toContain('The service');
	expect(page.text).toContain('Sessions 2 to 6 moved, the first from 20 Jan to 29 Jan: The hall is flooded.');
});

test('only the way that is possible is offered, with why the other is not', async () => {
	const term = givenTerm();
	const path = paths.move(term.sessionIds[1]!);
	const past = await send(term, path, { ...DATE, ...ASKED, intent: 'look' });
	expect(past.text).toContain('Only this session: Session 2 would no longer keep its place before or after session 3');
	expect(past.html).toContain('name="scope" value="later"');
	givenCohort(term.context, { ...term.places, name: 'Third group', firstDay: '2026-02-17', sessionCount: 1 });
	const blocked = await send(term, path, { ...DATE, ...ASKED, intent: 'look' });
	expect(blocked.text).toContain('Third group is in the room at that time');
	expect(blocked.text).toContain('This date is not possible');
	expect(blocked.html).not.toContain('value="save"');
	const alone = await send(term, path, { ...DATE, ...ASKED, 'day-day': '22', intent: 'look' });
	expect(alone.html).toContain('Move session 2');
});

test('where both ways are possible it is a question, and either answer is taken', async () => {
	const form = { ...DATE, ...ASKED, 'day-day': '27', startTime: '10am', endTime: 'midday' };
	for (const [scope, third] of [
		['one', '3 2026-01-27 18:30 scheduled'],
		['later', '3 2026-02-03 18:30 scheduled'],
	] as const) {
		const term = givenTerm();
		const path = paths.move(term.sessionIds[1]!);
		const look = await send(term, path, { ...form, intent: 'look' });
		expect(look.text).toContain('Move the later sessions too?');
		expect(look.text).toContain('Yes, 4 later sessions too');
		expect(look.text).toContain('No, only session 2');
		const fingerprint = fingerprintIn(look.html);
		expect((await send(term, path, { ...form, intent: 'save', scope, fingerprint })).status).toBe(302);
		expect(datesOf(term.context, term.cohortId)[2]).toBe(third);
	}
});

test.each([
	['a day that has been', { 'day-day': '9' }, 422, 'Enter a day and a start time that are still to come'],
	['no day', { 'day-day': '', 'day-month': '', 'day-year': '' }, 400, 'Enter the new date'],
	['an end that is the start', { endTime: '6:30pm' }, 422, 'Enter an end time after the start'],
	['a start that is no time', { startTime: '6.30' }, 400, '“6.30” is not a time'],
	['nobody who asked', { askedBy: '' }, 400, 'Choose who asked for this'],
	['no reason', { why: ' ' }, 400, 'Enter why'],
	['the old time', { 'day-day': '20' }, 422, 'This is when the session is already'],
])('%s is refused with a sentence, and everything typed stays', async (_, changes, status, sentence) => {
	const term = givenTerm();
	const form = { ...DATE, ...ASKED, intent: 'look', ...changes };
	const answer = await send(term, paths.move(term.sessionIds[1]!), form);
	expect(answer.status).toBe(status);
	expect(answer.text).toContain(sentence);
	const typed = (['day-day', 'startTime', 'endTime'] as const).filter((name) => form[name] !== '');
	for (const name of typed) expect(answer.html).toContain(`value="${form[name]}"`);
});

test('going back to the form loses nothing, and a save of dates that changed shows them anew', async () => {
	const term = givenTerm();
	const path = paths.move(term.sessionIds[1]!);
	const look = await send(term, path, { ...DATE, ...ASKED, intent: 'look' });
	const carried = formsIn(look.html, path).find(({ fields }) => fields.some(({ name }) => name === 'fingerprint'))!;
	const values = Object.fromEntries(carried.fields.map(({ name, value }) => [name, value]));
	const back = await send(term, path, { ...values, intent: 'change' });
	expect(back.html).toContain('value="29"');
	expect(back.text).toContain('The hall is flooded');
	term.context.db.update(schema.sessions).set({ version: 9 }).where(eq(schema.sessions.id, term.sessionIds[4]!)).run();
	const stale = await send(term, path, { ...values, intent: 'save', scope: 'later' });
	expect(stale.status).toBe(409);
	expect(stale.text).toContain('The dates changed since you looked at them');
	const saved = await send(term, path, {
		...values,
		intent: 'save',
		scope: 'later',
		fingerprint: fingerprintIn(stale.html),
	});
	expect(saved.status).toBe(302);
});

test('a save without an answer to the question asks it again', async () => {
	const term = givenTerm();
	const path = paths.move(term.sessionIds[1]!);
	const answer = await send(term, path, { ...DATE, ...ASKED, 'day-day': '21', intent: 'save', fingerprint: 'x' });
	expect(answer.status).toBe(400);
	expect(answer.text).toContain('Choose whether the later sessions move too');
});

test('a cancelled session leads to another date for its plan, or to a record that it is left out', async () => {
	const term = givenTerm('2026-01-20T21:00:00Z');
	const [, missed] = term.sessionIds;
	recordNotHeld(term.context, term.sam, { sessionId: missed!, version: 1, reason: 'Both were ill' });
	const page = await see(term, paths.session(missed!));
	expect(page.text).toContain('Schedule the plan for another date');
	expect(page.text).toContain('Record that the plan was left out or merged');
	expect((await see(term, paths.cohort(term.cohortId))).text).toContain('Its plan is still to be scheduled again.');
	const path = paths.planDecision(missed!);
	const missing = await send(term, path, { decision: 'merged', otherSessionId: '', reason: 'No evening is left' });
	expect(missing.text).toContain('Choose the other session from the list');
	const saved = await send(term, path, { decision: 'not-delivered', otherSessionId: '', reason: 'No evening is left' });
	expect(saved.location).toBe(paths.session(missed!, 'decided'));
	const after = await see(term, paths.session(missed!));
	expect(after.text).toContain('The plan is recorded as not delivered: No evening is left');
	expect(after.text).not.toContain('Schedule the plan for another date');
	expect((await see(term, paths.cohort(term.cohortId))).text).toContain('Its plan is recorded as not delivered.');
});

test('a facilitator sees the history and none of the ways to change it', async () => {
	const term = givenTerm();
	const path = paths.move(term.sessionIds[1]!);
	const look = await send(term, path, { ...DATE, ...ASKED, intent: 'look' });
	await send(term, path, { ...DATE, ...ASKED, intent: 'save', scope: 'later', fingerprint: fingerprintIn(look.html) });
	const page = await visit(term.context, paths.session(term.sessionIds[1]!), { as: term.sam });
	expect(page.text).toContain('Dates that this session has had');
	expect(page.text).not.toContain('Change the date or time');
	expect((await visit(term.context, path, { as: term.sam })).status).toBe(404);
});

test('the pattern of a cohort is changed in two steps from its page', async () => {
	const term = givenTerm('2026-01-21T12:00:00Z');
	expect((await see(term, paths.cohort(term.cohortId))).text).toContain('Change the pattern');
	const path = paths.pattern(term.cohortId);
	const start = await see(term, path);
	expect(start.html).toContain('<option value="tuesday" selected="">');
	const pattern = { weekday1: 'thursday', time1: '10am', weekday2: '', time2: '', skippedWeeks: '2 February 2026' };
	const from = { 'from-day': '21', 'from-month': '1', 'from-year': '2026' };
	const form = { ...pattern, ...from, ...ASKED };
	const look = await send(term, path, { ...form, intent: 'look' });
	expect(look.text).toContain('4 sessions would move.');
	expect(look.text).toContain('New Thursday 22 January 2026, 10am to midday');
	expect(look.text).toContain('Thursday 5 February 2026 is passed over: left out, Skipped week.');
	const saved = await send(term, path, { ...form, intent: 'save', fingerprint: fingerprintIn(look.html) });
	expect(saved.location).toBe(paths.cohort(term.cohortId, 'pattern-changed'));
	expect((await see(term, path)).html).toContain('2 February 2026 to 8 February 2026, Skipped week');
	const none = await send(term, path, { ...form, weekday1: '', time1: '', intent: 'look' });
	expect(none.status).toBe(400);
	expect(none.text).toContain('Choose a weekday and enter a start time');
});

test('an individual session is booked from the page of its placeholder, at the time that is suggested', async () => {
	const term = givenTerm();
	const { context, cohortId, sessionIds, enrolmentId } = term;
	const placeholderId = sessionIds[5]!;
	const unbooked = {
		kind: 'individual',
		day: null,
		startTime: null,
		startsAt: null,
		endsAt: null,
		lengthMinutes: 60,
	} as const;
	context.db.update(schema.sessions).set(unbooked).where(eq(schema.sessions.id, placeholderId)).run();
	givenMember(context, { cohortId, sessionIds }, { givenName: 'Ben', familyName: 'Hale' });
	expect((await see(term, paths.session(placeholderId))).text).toContain('Book the individual sessions');
	const list = await see(term, paths.bookings(placeholderId));
	expect(list.text).toContain('Alex Smith');
	expect(list.text.match(/Not booked/g)).toHaveLength(2);
	const path = paths.booking(placeholderId, enrolmentId);
	const page = await see(term, path);
	expect(page.text).toContain('The next time at which the facilitators are free');
	const [form] = formsIn(page.html, path);
	const values = Object.fromEntries(form!.fields.map(({ name, value, chosen }) => [name, chosen[0] ?? value]));
	const clash = {
		...values,
		'day-day': '20',
		'day-month': '1',
		'day-year': '2026',
		startTime: '7pm',
		endTime: '8pm',
		why: 'Agreed',
	};
	const refused = await send(term, path, clash);
	expect(refused.status).toBe(422);
	expect(refused.text).toContain('Tuesday group is in the room at that time');
	const saved = await send(term, path, { ...values, why: 'Agreed with him' });
	expect(saved.location).toBe(paths.bookings(placeholderId, 'booked'));
	const after = await see(term, saved.location!);
	expect(after.text.match(/Not booked/g)).toHaveLength(1);
	const again = await send(term, path, { ...values, why: 'Twice' });
	expect(again.status).toBe(409);
});
