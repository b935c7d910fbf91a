import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { OPERATOR, type StaffActor } from '#app/domain/access/actor.ts';
import type { SafeContactDraft } from '#app/domain/people/safe-contact.ts';
import type { MessageId, PersonId } from '#app/domain/shared/ids.ts';
import { takeBounce } from '#app/use-cases/contacts/take-bounce.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { reportText } from '#app/use-cases/reminders/report-text.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import * as schema from '#db/schema/index.ts';
import type { TestContext } from '#tests/support/context.ts';
import { type givenCohort, givenMember } from '#tests/support/world.ts';
import { givenContact } from '../use-cases/reminders/given.ts';

type Cohort = ReturnType<typeof givenCohort>;
type Reached = Pick<SafeContactDraft, 'channel' | 'address'>;
type Staff = { readonly setBy: StaffActor; readonly confirmedBy: StaffActor };

/**
 * Two more of a cohort of her side: one whose address takes no mail, so that her contact is marked and the next message kept
 * back, and one whose telephone was out of reach. Each has a task open with her team.
 */
export function givenUndelivered(context: TestContext, cohort: Cohort, name: string, staff: Staff) {
	const address = `${name.toLowerCase()}.two@example.org`;
	const bounced = givenLeft(context, cohort, name, { channel: 'email', address }, staff);
	takeBounce(context, { messageId: `${bounced.messageId}@localhost`, recipients: [address], ...FOR_GOOD });
	const texted = givenLeft(context, cohort, name, { channel: 'text', address: '07700 900789' }, staff);
	reportText(context, texted.messageId, 'temporary-failure');
	for (const { messageId } of [bounced, texted]) expect(find(context, messageId)).toMatchObject({ state: 'failed' });
	expect(heldFor(context, bounced.personId, staff).failingSince).not.toBeNull();
	return { personIds: [bounced.personId, texted.personId] };
}

const FOR_GOOD = { action: 'failed', status: '5.1.1' };

/** Somebody who is reached so, and the first message to them, which has just left. */
function givenLeft(context: TestContext, cohort: Cohort, name: string, reached: Reached, staff: Staff) {
	const { db, clock } = context;
	const programmeSlug = 'inspiring-families-non-abusing';
	const member = givenMember(context, cohort, { givenName: name, familyName: 'Marlow', programmeSlug });
	givenContact(context, staff.setBy, member.personId, reached, staff.confirmedBy);
	planReminders(context, OPERATOR);
	const theirs = eq(schema.outbox.enrolmentId, member.enrolmentId);
	const { id } = db.select().from(schema.outbox).where(theirs).orderBy(schema.outbox.dueAt).get()!;
	const contact = heldFor(context, member.personId, staff);
	const left = { state: 'sent', reason: null, attempts: 1, handedOverAt: clock.now(), sentAt: clock.now() } as const;
	const words = { sentTo: contact.address, safeContactId: contact.id, subject: name, body: name };
	db.update(schema.outbox)
		.set({ ...left, ...words })
		.where(eq(schema.outbox.id, id))
		.run();
	return { ...member, messageId: id };
}

function heldFor({ db }: TestContext, personId: PersonId, { setBy }: Staff) {
	return findPersonContact(db, setBy, personId)!.contact!;
}

function find({ db }: TestContext, id: MessageId) {
	return db.select().from(schema.outbox).where(eq(schema.outbox.id, id)).get();
}
