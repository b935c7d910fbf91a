import { expect, test } from 'vitest';
import { CLOCK } from '#app/domain/access/actor.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { asId } from '#app/domain/shared/ids.ts';
import { confirmSafeContact } from '#app/use-cases/people/confirm-safe-contact.ts';
import { endSafeContact } from '#app/use-cases/people/end-safe-contact.ts';
import { setSafeContact } from '#app/use-cases/people/set-safe-contact.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import { findPersonContact, listEndedContacts } from '#db/queries/safe-contacts.ts';
import { listOpenTasks } from '#db/queries/tasks/tasks.ts';
import { testContext } from '#tests/support/context.ts';
import { givenTwoSides } from '#tests/support/families.ts';
import { outboxOf, SAFE_ALL_DAY } from '../reminders/given.ts';

/** Bea, whose group meets on Friday 16 January, with a contact that Leila set. */
function givenProposed() {
	const context = testContext({ now: '2026-01-14T12:00:00Z' });
	const world = givenTwoSides(context);
	const { personId } = world.bea;
	const held = () => findPersonContact(context.db, world.leila, personId)!.contact!;
	const propose = (address: string, reviewBy = SAFE_ALL_DAY.reviewBy) => {
		const replaces = findPersonContact(context.db, world.leila, personId)!.contact?.id ?? null;
		const draft = { ...SAFE_ALL_DAY, address, reviewBy };
		return setSafeContact(context, world.leila, { personId, replaces, draft });
	};
	expect(propose('bea@example.org')).toEqual({ done: true, value: { waitsForSecondPerson: true } });
	const ofHers = () =>
		outboxOf(context).filter(({ enrolmentId, kind }) => enrolmentId === world.bea.enrolmentId && kind === 'reminder');
	return { context, personId, held, propose, ofHers, ...world };
}

test('on her side nothing leaves before a second person has confirmed the contact, and a task says so', () => {
	const { context, personId, held, ofHers, leila, worker } = givenProposed();
	expect(ofHers()).toMatchObject([{ state: 'blocked', reason: 'contact-unconfirmed' }]);
	const tasks = () => listOpenTasks(context.db, leila, { own: true });
	expect(tasks()).toMatchObject([{ kind: 'message-blocked', desk: 'team', personId }]);
	expect(tasks()[0]!.words).toContain('waits for a second person');
	const { id } = held();
	expect(confirmSafeContact(context, leila, { personId, confirms: id })).toMatchObject({ code: 'own-record' });
	expect(confirmSafeContact(context, worker, { personId, confirms: id })).toMatchObject({ done: true });
	expect(held()).toMatchObject({ isConfirmed: true });
	expect(ofHers()).toMatchObject([{ state: 'queued', reason: null }]);
	expect(tasks()).toEqual([]);
	expect(confirmSafeContact(context, worker, { personId, confirms: id })).toMatchObject({ code: 'already-confirmed' });
});

test('a change calls back what waits; a review alone does not', async () => {
	const { context, personId, held, propose, ofHers, worker } = givenProposed();
	confirmSafeContact(context, worker, { personId, confirms: held().id });
	context.setNow('2026-01-14T12:10:00Z');
	expect(propose('bea@example.org', calendarDay('2026-07-30'))).toMatchObject({
		value: { waitsForSecondPerson: false },
	});
	expect(ofHers()).toMatchObject([{ state: 'queued' }]);
	context.setNow('2026-01-14T12:20:00Z');
	expect(propose('new@example.org')).toMatchObject({ value: { waitsForSecondPerson: true } });
	expect(ofHers()).toMatchObject([{ state: 'blocked', reason: 'contact-unconfirmed' }]);
	context.setNow('2026-01-15T18:30:00Z');
	await sendDue(context, CLOCK);
	expect(context.kept).toEqual([]);
	confirmSafeContact(context, worker, { personId, confirms: held().id });
	await sendDue(context, CLOCK);
	expect(context.kept.map(({ to }) => to)).toEqual(['new@example.org']);
});

test('a record that was replaced or ended is not confirmed, and neither is somebody else’s', () => {
	const { context, personId, held, propose, worker, hisCoordinator, sam } = givenProposed();
	const first = held().id;
	context.setNow('2026-01-14T12:10:00Z');
	propose('new@example.org');
	expect(confirmSafeContact(context, worker, { personId, confirms: first })).toMatchObject({
		code: 'changed-meanwhile',
	});
	for (const outsider of [hisCoordinator, sam]) {
		expect(confirmSafeContact(context, outsider, { personId, confirms: held().id })).toMatchObject({
			code: 'not-found',
		});
	}
	endSafeContact(context, worker, { personId, ends: held().id });
	expect(confirmSafeContact(context, worker, { personId, confirms: asId('any') })).toMatchObject({
		code: 'changed-meanwhile',
	});
});

test('what held before is kept with who set, confirmed and ended it; what never held is not among it', () => {
	const { context, personId, held, propose, worker, leila } = givenProposed();
	confirmSafeContact(context, worker, { personId, confirms: held().id });
	context.setNow('2026-01-14T12:10:00Z');
	propose('new@example.org');
	context.setNow('2026-01-14T12:20:00Z');
	endSafeContact(context, worker, { personId, ends: held().id });
	const names = { setBy: 'Leila Haddad', setAt: '2026-01-14T12:10:00Z' };
	expect(listEndedContacts(context.db, personId)).toMatchObject([
		{ ...names, endedBy: 'Imani Clarke', confirmedBy: null, contact: { address: 'new@example.org' } },
		{ endedBy: leila.name, confirmedBy: 'Imani Clarke', endedAt: '2026-01-14T12:10:00Z' },
	]);
	planReminders(context, CLOCK);
	expect(outboxOf(context).every(({ reason }) => reason === 'no-safe-contact')).toBe(true);
});
