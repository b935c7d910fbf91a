import type { SessionId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { CalendarEntry } from './calendar-entries.ts';
import {
	type CalendarInvitation,
	type InvitationState,
	isSameEvent,
	type KnownInvitation,
	type WhyDropped,
	whyDropped,
} from './calendar-invitation.ts';

/** One member of staff: whether their account is open, and since when they want calendar invitations (null: they do not). */
export type Invitee = { readonly isActive: boolean; readonly wantsSince: Instant | null };

/** What planning makes of one invitation: a new one, one of before that is wanted (again) as it says, or one that must not leave. */
export type InvitationStep<Row> =
	| { readonly do: 'make'; readonly invitation: CalendarInvitation }
	| { readonly do: 'renew'; readonly row: Row; readonly invitation: CalendarInvitation }
	| { readonly do: 'drop'; readonly row: Row; readonly state: 'suppressed' | 'expired'; readonly reason: WhyDropped };

type Told = KnownInvitation & { readonly plannedAt: Instant };

/**
 * What is still to be sent to one member of staff, from the sessions on whose team they are (cancelled ones included) and
 * everything that was planned or sent to them for these and others: nothing when their calendar already shows what is true
 * (domain rules §8.4). One that has not left and is no longer true is dropped, never followed by a cancellation. While one
 * of a session is on its way nothing more is planned for it, so that none can overtake another.
 */
export function planInvitations<Row extends Told>(
	invitee: Invitee,
	entries: readonly CalendarEntry[],
	before: readonly Row[],
	now: Instant,
): readonly InvitationStep<Row>[] {
	const entryOf = new Map(entries.map((entry) => [entry.sessionId, entry]));
	const rowsOf = Map.groupBy(before, ({ sessionId }) => sessionId);
	const ids: readonly SessionId[] = [...new Set([...entryOf.keys(), ...rowsOf.keys()])];
	return ids.flatMap((id) => planOne(invitee, entryOf.get(id) ?? null, rowsOf.get(id) ?? [], now));
}

function planOne<Row extends Told>(
	invitee: Invitee,
	entry: CalendarEntry | null,
	rows: readonly Row[],
	now: Instant,
): readonly InvitationStep<Row>[] {
	if (rows.some(({ state }) => state === 'leased')) return [];
	const wanted = whatIsWanted(invitee, entry, rows, now);
	const isWanted = (row: Row) => row.method === wanted?.method && row.sequence === wanted.sequence;
	const dropped = rows.filter((row) => row.state === 'queued' && !isWanted(row));
	const drops = dropped.map((row) => ({ do: 'drop', row, ...whyDropped(row, invitee, entry, now) }) as const);
	if (wanted === null) return drops;
	const row = rows.find(isWanted);
	if (!row) return [...drops, { do: 'make', invitation: wanted }];
	const stays = row.state === 'queued' && isSameEvent(row, wanted);
	return stays ? drops : [...drops, { do: 'renew', row, invitation: wanted }];
}

/** The one message that would make this member's calendar true; null when it is, or when no message can help any more. */
function whatIsWanted(
	invitee: Invitee,
	entry: CalendarEntry | null,
	rows: readonly Told[],
	now: Instant,
): CalendarInvitation | null {
	if (!invitee.isActive) return null;
	const last = lastOf(rows, ['sent', 'unknown', 'failed']);
	const shown = shownIn(rows);
	const said = whatToSay(invitee.wantsSince === null ? null : entry, shown, now);
	if (said === null || isGivenUp(last, said, invitee)) return null;
	const cause = entry !== null && (last === null || entry.changedAt > last.changedAt) ? entry.changedAt : now;
	const sequence = Math.max(entry?.sequence ?? 0, last === null ? 0 : last.sequence + 1);
	return { ...said, sequence, changedAt: cause };
}

/** What a member's calendar may show of a session, from all that was planned for it: a request that nothing took back. */
export function shownIn<Row extends KnownInvitation>(rows: readonly Row[]): Row | null {
	const told = lastOf(rows, ['sent', 'unknown']);
	return told?.method === 'request' ? told : null;
}

/** The one with the highest sequence among those in these states. */
function lastOf<Row extends KnownInvitation>(rows: readonly Row[], states: readonly InvitationState[]): Row | null {
	const of = rows.filter(({ state }) => states.includes(state));
	return of.toSorted((one, other) => one.sequence - other.sequence).at(-1) ?? null;
}

/** A session to come is put in, one that is shown otherwise than it is is put right, one that is not theirs is taken out. */
function whatToSay(
	entry: CalendarEntry | null,
	shown: Told | null,
	now: Instant,
): Omit<CalendarInvitation, 'sequence' | 'changedAt'> | null {
	if (entry !== null && !entry.isCancelled) {
		const { sessionId, title, place, startsAt, endsAt } = entry;
		const request = { sessionId, method: 'request', title, place, startsAt, endsAt } as const;
		if (shown === null) return startsAt > now ? { ...request, useBy: startsAt } : null;
		const useBy = endsAt > shown.endsAt ? endsAt : shown.endsAt;
		return isSameEvent(shown, request) || useBy <= now ? null : { ...request, useBy };
	}
	if (shown === null || shown.endsAt <= now) return null;
	const { sessionId, title, place, startsAt, endsAt } = shown;
	return { sessionId, method: 'cancel', title, place, startsAt, endsAt, useBy: endsAt };
}

/** The mail server refused just this for good: it is not tried again until something changes, or it is asked for anew. */
function isGivenUp(
	last: Told | null,
	said: Pick<CalendarInvitation, 'method' | 'title' | 'place' | 'startsAt' | 'endsAt'>,
	{ wantsSince }: Invitee,
): boolean {
	if (last?.state !== 'failed' || last.method !== said.method || !isSameEvent(last, said)) return false;
	return wantsSince === null || last.plannedAt >= wantsSince;
}
