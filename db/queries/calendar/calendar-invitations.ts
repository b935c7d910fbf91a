import { and, asc, count, eq, exists, gt, inArray, isNotNull, lte, notExists, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { InvitationState } from '#app/domain/reminders/calendar-invitation.ts';
import type { CalendarInvitationId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { type Db, prepareOnce } from '../../client.ts';
import { calendarInvitations, staff } from '../../schema/index.ts';
import { hasLapsed, lapseAt } from '../messages/has-lapsed.ts';
import { findStaffActor } from '../staff.ts';

/** Since when the member of staff wants calendar invitations; null when they do not. */
export function findInvitationWish(db: Db, { staffId }: Pick<StaffActor, 'staffId'>): Instant | null {
	return db.select({ since: staff.invitesSince }).from(staff).where(eq(staff.id, staffId)).get()?.since ?? null;
}

/** What became of the last invitation to the actor of each session that is still to end: how many in each state. */
export function countLastInvitations(
	db: Db,
	{ staffId }: StaffActor,
	now: Instant,
): Readonly<Partial<Record<InvitationState, number>>> {
	const { state, endsAt, staffId: owner, sessionId, sequence } = calendarInvitations;
	const later = alias(calendarInvitations, 'later');
	const ofTheSame = and(eq(later.staffId, owner), eq(later.sessionId, sessionId), gt(later.sequence, sequence));
	const followed = db
		.select({ one: sql`1` })
		.from(later)
		.where(and(ofTheSame, inArray(later.state, [...SETTLED])));
	const counted = db
		.select({ state, many: count() })
		.from(calendarInvitations)
		.where(and(eq(owner, staffId), gt(endsAt, now), inArray(state, [...SETTLED]), notExists(followed)))
		.groupBy(state)
		.all();
	return Object.fromEntries(counted.map((row) => [row.state, row.many]));
}

/** What the mail server had, or would not have. */
const SETTLED = ['sent', 'unknown', 'failed'] as const satisfies readonly InvitationState[];

/**
 * Everybody for whom there may be something to plan: who wants invitations, or has had some to what is
 * still to come. For the sender.
 */
export function listInvitees(db: Db, now: Instant): readonly StaffId[] {
	const toCome = and(eq(calendarInvitations.staffId, staff.id), isOfUse(now));
	const hasSome = exists(db.select({ one: sql`1` }).from(calendarInvitations).where(toCome));
	return db
		.select({ id: staff.id })
		.from(staff)
		.where(or(isNotNull(staff.invitesSince), hasSome))
		.orderBy(asc(staff.id))
		.all()
		.map(({ id }) => id);
}

/** The member of staff as the policy knows them, with where they get mail and whether they want any. For the sender. */
export function findInvitee(db: Db, staffId: StaffId) {
	const { name, email, state, invitesSince } = db.select().from(staff).where(eq(staff.id, staffId)).get()!;
	const invitee = { isActive: state === 'active', wantsSince: invitesSince };
	return { actor: findStaffActor(db, { staffId, name }), email, invitee };
}

export type InvitationRow = typeof calendarInvitations.$inferSelect;

/**
 * What was planned for this member of staff of these sessions, and of any that they were told
 * is still to end. For the sender.
 */
export function listInvitationsTo(
	db: Db,
	staffId: StaffId,
	sessionIds: readonly SessionId[],
	now: Instant,
): InvitationRow[] {
	const concerned = or(inArray(calendarInvitations.sessionId, [...sessionIds]), isOfUse(now));
	return select(db, and(eq(calendarInvitations.staffId, staffId), concerned)).all();
}

/**
 * The invitation that is due the longest, of those the one of the nearest session, but none of a session of which another
 * is on its way to the same member of staff: it would overtake it. Null when none is. For the sender.
 */
export function findDueInvitation(db: Db, now: Instant): InvitationRow | null {
	const query = prepareOnce(db, 'due invitation', () => {
		const other = alias(calendarInvitations, 'other');
		const { staffId, sessionId, state, dueAt } = calendarInvitations;
		const onItsWay = db
			.select({ one: sql`1` })
			.from(other)
			.where(and(eq(other.staffId, staffId), eq(other.sessionId, sessionId), eq(other.state, 'leased')));
		const isDue = and(eq(state, 'queued'), lte(dueAt, sql.placeholder('now')), notExists(onItsWay));
		return select(db, isDue).limit(1).prepare();
	});
	return query.get({ now }) ?? null;
}

/** The invitation as it stands. For the sender. */
export function findInvitationToSend(db: Db, id: CalendarInvitationId): InvitationRow | null {
	const query = prepareOnce(db, 'invitation to send', () =>
		select(db, eq(calendarInvitations.id, sql.placeholder('id'))).prepare(),
	);
	return query.get({ id }) ?? null;
}

/** The invitations whose sender has not come back in time. For the sender. */
export function listLapsedInvitations(db: Db, now: Instant): InvitationRow[] {
	const query = prepareOnce(db, 'lapsed invitations', () => select(db, hasLapsed(calendarInvitations)).prepare());
	return query.all(lapseAt(now));
}

/** What is queued is judged until it is put aside, and what was told until it is over. */
function isOfUse(now: Instant): SQL | undefined {
	return or(eq(calendarInvitations.state, 'queued'), gt(calendarInvitations.endsAt, now));
}

function select(db: Db, condition: SQL | undefined) {
	const { dueAt, startsAt, id } = calendarInvitations;
	const inOrder = [asc(dueAt), asc(startsAt), asc(id)];
	return db
		.select()
		.from(calendarInvitations)
		.where(condition)
		.orderBy(...inOrder);
}
