import { hasStarted, type Session } from '../scheduling/session.ts';
import type { Instant } from '../shared/instant.ts';
import { done, type Outcome, type Refused, refused } from '../shared/outcome.ts';
import { MARK_MEANINGS, type Mark } from './marks.ts';
import type { MarkEntry } from './register.ts';

export type MarkRefusal =
	| 'session-cancelled'
	| 'session-not-started'
	| 'reason-needed'
	| 'words-needed'
	| 'minutes-needed'
	| 'minutes-out-of-range';

/** The only mark that a session to come takes: an apology in advance (§5.5). */
const IN_ADVANCE: Mark = 'absent-notified';

/** No note on a mark is longer, typed or brought in: a register that holds one can be saved as it is. */
export const LONGEST_NOTE = 200;

const NOTHING_RECORDED: MarkEntry = { mark: null, minutes: null, reason: null, note: null };

/**
 * Whether this may be written for one person at this session, and the entry as it is stored: a reason or minutes that the
 * mark does not take are dropped, so that what a form kept from an earlier choice does no harm. Minutes are whole, from 1
 * to the length of the session; only an import may leave them unknown (§5.3). Refused for a cancelled session, before
 * the start unless it is an apology or takes one back, and when the mark lacks its reason, its words or its minutes.
 */
export function checkMark(
	entry: MarkEntry,
	session: Pick<Session, 'state' | 'time'>,
	now: Instant,
	source: 'person' | 'import' = 'person',
): Outcome<MarkEntry, MarkRefusal> {
	const { mark } = entry;
	if (session.state === 'cancelled') return refused('session-cancelled');
	if (mark === null) return done(NOTHING_RECORDED);
	if (mark !== IN_ADVANCE && !hasStarted(session, now)) {
		return refused('session-not-started', { mark, startsAt: session.time?.startsAt ?? null });
	}
	const meaning = MARK_MEANINGS[mark];
	const stored: MarkEntry = {
		mark,
		minutes: meaning.takesMinutes ? entry.minutes : null,
		reason: meaning.needsReason ? entry.reason : null,
		note: entry.note?.trim() || null,
	};
	return faultOfReason(stored) ?? faultOfMinutes(stored, session, source) ?? done(stored);
}

/** Whether the two say the same: an unchanged resubmit writes nothing (§5.5). */
export function saysTheSame(one: MarkEntry, other: MarkEntry): boolean {
	return (
		one.mark === other.mark && one.minutes === other.minutes && one.reason === other.reason && one.note === other.note
	);
}

function faultOfReason({ mark, reason, note }: MarkEntry): Refused<MarkRefusal> | null {
	if (mark === null || !MARK_MEANINGS[mark].needsReason) return null;
	if (reason === null) return refused('reason-needed', { mark });
	return reason === 'other' && note === null ? refused('words-needed', { mark }) : null;
}

function faultOfMinutes(
	{ mark, minutes }: MarkEntry,
	session: Pick<Session, 'time'>,
	source: 'person' | 'import',
): Refused<MarkRefusal> | null {
	if (mark === null || !MARK_MEANINGS[mark].takesMinutes) return null;
	const to = session.time?.lengthMinutes ?? 0;
	if (minutes === null) return source === 'import' ? null : refused('minutes-needed', { mark, from: 1, to });
	const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= to;
	return fits ? null : refused('minutes-out-of-range', { mark, minutes, from: 1, to });
}
