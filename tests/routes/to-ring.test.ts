import { expect, test } from 'vitest';
import { CLOCK } from '#app/domain/access/actor.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { confirmSafeContact } from '#app/use-cases/people/confirm-safe-contact.ts';
import { openTask } from '#app/use-cases/tasks/open-task.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenFamily, givenTwoSides } from '#tests/support/families.ts';
import { givenContact } from '../use-cases/reminders/given.ts';

const RULES = '07700 900123';
const BY_PHONE = {
	...({ channel: 'call', address: RULES, codeWord: 'heron', mayLeaveVoicemail: true } as const),
	reviewBy: calendarDay('2026-02-20'),
} as const;

/** Bea is to be rung by the numbers of a contact that nobody has confirmed yet; Adam has the same, of another family so far. */
function givenCall() {
	const context = testContext({ now: '2026-01-20T12:00:00Z' });
	const world = givenTwoSides(context);
	const { adam, bea, areaId, worker, sam, leila, hers } = world;
	const about = { cohortId: hers.cohortId, enrolmentId: bea.enrolmentId, sessionId: hers.sessionIds[0]! };
	openTask(context, context.db, CLOCK, { kind: 'absence-call', cause: 'a call', about });
	givenContact(context, sam, adam.personId, BY_PHONE);
	givenContact(context, leila, bea.personId, BY_PHONE);
	const confirm = () => {
		const confirms = findPersonContact(context.db, worker, bea.personId)!.contact!.id;
		expect(confirmSafeContact(context, worker, { personId: bea.personId, confirms })).toMatchObject({ done: true });
	};
	const relate = () => {
		const members = [
			[adam.personId, 'father'],
			[bea.personId, 'mother'],
		] as const;
		givenFamily(context, { areaId, by: worker, members });
	};
	const pages = async () => {
		const today = await visit(context, '/today', { as: leila });
		const person = await visit(context, `/people/${bea.personId}`, { as: leila });
		expect(today.text).toContain('People to ring');
		expect(person.text).toContain('Safe contact');
		return [today.text, person.text] as const;
	};
	return { context, confirm, relate, pages };
}

/** Nothing by which anybody could ring: no number, and no rule of ringing. */
function expectNothing(texts: readonly string[]): void {
	for (const text of texts) {
		for (const part of [RULES, 'heron', 'voicemail', 'Withhold', 'organisation rings'])
			expect(text).not.toContain(part);
	}
}

test('how to ring somebody shows on both pages once it is confirmed, and no longer than it holds', async () => {
	const { context, confirm, pages } = givenCall();
	const [today, person] = await pages();
	expectNothing([today, person]);
	expect(today).toContain('No safe contact is shown');
	expect(person).toContain('A safe contact is kept. It waits for a second person to confirm it');
	confirm();
	for (const text of await pages()) {
		for (const part of [RULES, 'A voicemail is safe.', 'heron']) expect(text).toContain(part);
	}
	context.setNow('2026-02-21T12:00:00Z');
	const later = await pages();
	expectNothing(later);
	expect(later[1]).toContain('A safe contact is kept. It is past its review day');
});

test('what somebody else has, too, is shown on neither', async () => {
	const { confirm, relate, pages } = givenCall();
	confirm();
	relate();
	const [today, person] = await pages();
	expectNothing([today, person]);
	expect(today).toContain('No safe contact is shown');
	expect(person).toContain('Contact details need checking: no message leaves. Ask a programme lead.');
});
