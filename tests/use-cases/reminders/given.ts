import type { StaffActor } from '#app/domain/access/actor.ts';
import type { SafeContactDraft } from '#app/domain/people/safe-contact.ts';
import { NUDGE_KINDS, type SettableKind } from '#app/domain/reminders/message-kinds.ts';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { Id, PersonId } from '#app/domain/shared/ids.ts';
import { confirmSafeContact } from '#app/use-cases/people/confirm-safe-contact.ts';
import { setSafeContact } from '#app/use-cases/people/set-safe-contact.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import * as schema from '#db/schema/index.ts';
import type { TestContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

export const SAFE_ALL_DAY: SafeContactDraft = {
	channel: 'email',
	address: 'alex@example.org',
	safeDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
	safeFrom: clockTime('08:00'),
	safeUntil: clockTime('21:00'),
	reviewBy: calendarDay('2026-06-30'),
	mayLeaveVoicemail: false,
	mayNameOrganisation: false,
	withholdsNumber: true,
	codeWord: null,
	language: null,
};

/** A cohort that meets on Tuesdays at 6:30pm, with its facilitator and one member whose contact is safe. */
export function givenReminded(context: TestContext, { firstDay = '2026-03-10' } = {}) {
	const { areaId, venueId } = givenPlaces(context);
	const facilitator = givenStaff(context);
	const cohort = givenCohort(context, { areaId, venueId, team: [facilitator], firstDay, sessionCount: 3 });
	const member = givenMember(context, cohort);
	givenContact(context, facilitator, member.personId, { reviewBy: plusDays(calendarDay(firstDay), 100) });
	for (const kind of ['joining', ...NUDGE_KINDS] as const) givenOff(context, kind);
	// As before anything was planned: agreeing on a contact plans what is wanted.
	context.db.delete(schema.outbox).run();
	return { areaId, facilitator, ...cohort, ...member };
}

export function givenContact(
	context: TestContext,
	actor: StaffActor,
	personId: PersonId,
	change: Partial<SafeContactDraft> = {},
	confirmedBy: StaffActor | null = null,
) {
	const held = findPersonContact(context.db, actor, personId)?.contact;
	const input = { personId, replaces: held?.id ?? null, draft: { ...SAFE_ALL_DAY, ...change } };
	const outcome = setSafeContact(context, actor, input);
	if (!outcome.done) throw new Error(`the contact was refused: ${outcome.code}`);
	if (outcome.value.waitsForSecondPerson && confirmedBy) {
		const { id } = findPersonContact(context.db, confirmedBy, personId, 'write')!.contact!;
		const confirmed = confirmSafeContact(context, confirmedBy, { personId, confirms: id });
		if (!confirmed.done) throw new Error(`the contact was not confirmed: ${confirmed.code}`);
	}
}

/** The kind is off for everybody, as where a test is about another. */
export function givenOff({ db, ids, clock }: TestContext, kind: SettableKind) {
	const [by] = db.select().from(schema.staff).limit(1).all();
	const off = { id: ids.next<Id<'kind-off'>>(), kind, turnedOffAt: clock.now(), turnedOffBy: by!.id };
	db.insert(schema.messageKindsOff).values(off).run();
}

/** What stands in the outbox, the longest due first. */
export function outboxOf({ db }: TestContext) {
	return db.select().from(schema.outbox).orderBy(schema.outbox.dueAt, schema.outbox.id).all();
}
