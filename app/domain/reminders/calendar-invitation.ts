import { dayInWords, timeInWords } from '../shared/in-words.ts';
import { type Instant, wallTimeOf } from '../shared/instant.ts';
import type { CalendarEntry } from './calendar-entries.ts';
import type { MessageState } from './message-states.ts';
import type { MessageValues } from './message-template.ts';

/** What a calendar does with it: a request puts the session in or puts it right, a cancellation takes it out. */
export const INVITATION_METHODS = ['request', 'cancel'] as const;
export type InvitationMethod = (typeof INVITATION_METHODS)[number];

/** Where a calendar invitation stands, in the words of the outbox; nobody is asked anything first, so none is blocked. */
export const INVITATION_STATES = [
	'queued',
	'leased',
	'sent',
	'failed',
	'unknown',
	'suppressed',
	'expired',
] as const satisfies readonly MessageState[];
export type InvitationState = (typeof INVITATION_STATES)[number];

/** Why an invitation did not leave: it was no longer wanted by the time, or something newer took its place. */
export const WHY_DROPPED = [
	'account-closed',
	'turned-off',
	'off-the-team',
	'session-cancelled',
	'out-of-date',
	'past-its-use',
] as const;
export type WhyDropped = (typeof WHY_DROPPED)[number];

/** A session's event as a mail puts it into a calendar, or takes it out: as neutral as in the feed, complete in itself. */
export type CalendarInvitation = Pick<CalendarEntry, 'sessionId' | 'title' | 'place' | 'startsAt' | 'endsAt'> & {
	readonly method: InvitationMethod;
	/** Goes up with every message to this member of staff about this session, and is never below the session's own. */
	readonly sequence: number;
	/** When what it says came about. */
	readonly changedAt: Instant;
	readonly useBy: Instant;
};

export type KnownInvitation = CalendarInvitation & { readonly state: InvitationState };

type Event = Pick<CalendarInvitation, 'title' | 'place' | 'startsAt' | 'endsAt'>;

/** Whether a calendar shows the same for both. */
export function isSameEvent(one: Event, other: Event): boolean {
	const { title, place, startsAt, endsAt } = one;
	const isSameTime = startsAt === other.startsAt && endsAt === other.endsAt;
	return isSameTime && title === other.title && place === other.place;
}

/** What becomes of an invitation that is not wanted any more, and why. */
export function whyDropped(
	{ useBy, method }: Pick<CalendarInvitation, 'useBy' | 'method'>,
	invitee: { readonly isActive: boolean; readonly wantsSince: Instant | null },
	entry: CalendarEntry | null,
	now: Instant,
): { readonly state: 'suppressed' | 'expired'; readonly reason: WhyDropped } {
	const suppressed = (reason: WhyDropped) => ({ state: 'suppressed', reason }) as const;
	if (!invitee.isActive) return suppressed('account-closed');
	if (useBy <= now) return { state: 'expired', reason: 'past-its-use' };
	if (method === 'cancel') return suppressed('out-of-date');
	if (invitee.wantsSince === null) return suppressed('turned-off');
	if (entry === null) return suppressed('off-the-team');
	return suppressed(entry.isCancelled ? 'session-cancelled' : 'out-of-date');
}

/** What the words of its mail are filled with: the title, the day, the two wall times, and the place where it may be said. */
export function invitationValues({ title, place, startsAt, endsAt }: Event): MessageValues {
	const [starts, ends] = [wallTimeOf(startsAt), wallTimeOf(endsAt)];
	return {
		...{ title, place, day: dayInWords(starts.day) },
		...{ time: timeInWords(starts.time), until: timeInWords(ends.time) },
	};
}
