import { type AttendanceFact, wasThere } from '../attendance/attendance-fact.ts';
import { makesUpFor } from '../attendance/catch-ups.ts';
import { owesCatchUp } from '../attendance/received.ts';
import type { Activity, SessionPlan, Thresholds } from '../programmes/programme.ts';
import type { SessionId } from '../shared/ids.ts';
import { RATING_MEANINGS } from './activity-ratings.ts';
import type { RatedActivity } from './delivery-log.ts';

/**
 * What one person had of one activity. `changed` is received in a changed form. `in-part`: there for too short a time for
 * the session to count. `not-known`: there, and no log says; or held, and no mark says. `not-expected`: never on a register
 * of that plan. Missing is missing: only a log makes something `not-delivered`.
 */
export const RECEIVED_STATES = [
	'received',
	'changed',
	'caught-up',
	'not-delivered',
	'in-part',
	'missed',
	'not-held',
	'not-known',
	'to-come',
	'not-expected',
] as const;
export type ReceivedState = (typeof RECEIVED_STATES)[number];

/** One person’s row at one session; at a catch-up `isCatchUp`, and its plan is the one made up for. */
export type PersonAtSession = AttendanceFact & { readonly sessionId: SessionId; readonly isCatchUp: boolean };

/** One person: their rows, and the plans that an import says they made up for, of which there is no session. */
export type PersonRecord = { readonly rows: readonly PersonAtSession[]; readonly caughtUpElsewhere: readonly number[] };

/** The log that a session’s figures come from, by session; nothing for a session without one. */
export type LogsOfSessions = ReadonlyMap<SessionId, readonly RatedActivity[]>;

export type ReceivedCell = {
	readonly planNumber: number;
	readonly activityKey: string;
	readonly core: boolean;
	readonly state: ReceivedState;
};

type Rules = Pick<Thresholds, 'lateMinutes'>;
type Plan = Pick<SessionPlan, 'number'> & { readonly activities: readonly Pick<Activity, 'key' | 'core'>[] };

/** Which of two accounts of one activity stands: being there comes before a catch-up, what is known before what is not. */
const STANDING = [
	'received',
	'changed',
	'caught-up',
	'not-known',
	'not-delivered',
	'in-part',
	'missed',
	'to-come',
	'not-held',
	'not-expected',
] as const satisfies readonly ReceivedState[];

/**
 * What one person received of every activity of the programme, in plan order: from the register, who was there and for
 * long enough (§5.3); from the log of that session, what was delivered; catch-ups from their own register and log. (§7.8)
 */
export function receivedContent(
	person: PersonRecord,
	plans: readonly Plan[],
	logs: LogsOfSessions,
	rules: Rules,
): readonly ReceivedCell[] {
	return plans.flatMap(({ number, activities }) => {
		const rows = person.rows.filter(({ planNumber, expected }) => planNumber === number && expected);
		const isKnownElsewhere = person.caughtUpElsewhere.includes(number);
		return activities.map(({ key, core }): ReceivedCell => {
			const states = rows.map((row) => stateAt(row, key, logs, rules));
			if (isKnownElsewhere) states.push('not-known');
			const state = STANDING.find((one) => states.includes(one)) ?? 'not-expected';
			return { planNumber: number, activityKey: key, core, state };
		});
	});
}

/** Whether the person had the activity, changed or made up for included. */
export function isReceived(state: ReceivedState): boolean {
	return state === 'received' || state === 'changed' || state === 'caught-up';
}

/** Whether it is sure that the person did not have it, so far. */
export function isMissing(state: ReceivedState): boolean {
	return state === 'not-delivered' || state === 'in-part' || state === 'missed' || state === 'not-held';
}

function stateAt(row: PersonAtSession, key: string, logs: LogsOfSessions, { lateMinutes }: Rules): ReceivedState {
	if (row.isCatchUp)
		return makesUpFor(row, lateMinutes) && row.sessionState === 'held' ? caughtUp(row, key, logs) : openCatchUp(row);
	if (row.sessionState === 'cancelled') return 'not-held';
	if (row.sessionState === 'scheduled') return 'to-come';
	if (row.mark === null) return 'not-known';
	if (owesCatchUp(row, lateMinutes)) return wasThere(row) ? 'in-part' : 'missed';
	return ratedState(row, key, logs);
}

/** A catch-up that did not make up for the plan says nothing of its own: the missed session does. */
function openCatchUp({ sessionState, mark }: PersonAtSession): ReceivedState {
	return sessionState === 'held' && mark === null ? 'not-known' : 'not-expected';
}

function caughtUp(row: PersonAtSession, key: string, logs: LogsOfSessions): ReceivedState {
	const state = ratedState(row, key, logs);
	return isReceived(state) ? 'caught-up' : state;
}

function ratedState({ sessionId }: PersonAtSession, key: string, logs: LogsOfSessions): ReceivedState {
	const rated = logs.get(sessionId)?.find(({ activityKey }) => activityKey === key);
	if (!rated) return 'not-known';
	const { delivered, asIntended } = RATING_MEANINGS[rated.rating];
	if (!delivered) return 'not-delivered';
	return asIntended ? 'received' : 'changed';
}
