import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { checkLog, type LogEntry, type LogRefusal } from '#app/domain/fidelity/check-log.ts';
import { checkOrder } from '#app/domain/fidelity/delivered-order.ts';
import { type Activity, planNumbered } from '#app/domain/programmes/programme.ts';
import type { LogId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listSessionLogs } from '#db/queries/delivery-logs.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { listSessionTeam } from '#db/queries/team/covers.ts';
import { insertDeliveryLog } from '#db/stores/delivery-logs.ts';
import { audited } from '../audit/audited.ts';
import { watchDrift } from '../fidelity/watch-drift.ts';
import { settleNudges } from '../notices/nudge-staff.ts';
import { noteHeld } from '../register/note-held.ts';
import { keepLadder } from '../tasks/keep-ladder.ts';
import { saysTheSame } from './says-the-same.ts';

export type LogToRecord = {
	readonly sessionId: SessionId;
	readonly entries: readonly LogEntry[];
	/** Says of every activity that was left open that it was delivered as intended, in its planned minutes. */
	readonly restAsPlanned: boolean;
	readonly note: string | null;
	/** Who delivered, of the session’s team; nobody when the log does not say. */
	readonly deliveredBy?: readonly StaffId[];
	/** The numbers of the activities in the plan, as they were delivered; empty when nothing is said of their order. */
	readonly order?: readonly number[];
	/** The version of one's own log that the page showed; 0 when there was none. */
	readonly openedVersion: number;
};

/** `version` is the one that stands now; it is unchanged when nothing new was said. */
export type RecordedLog = { readonly version: number; readonly isNew: boolean };

/**
 * Records what one facilitator of the cohort says was delivered: a new version of their own log, whose earlier versions
 * stay. It says as well that the session went ahead. Refused when their own log has changed since the page was opened, in
 * another window (`changed-meanwhile`, details: the log that stands), unless both say the same; when it says that somebody
 * delivered who is not of the session’s team (`not-of-the-team`); and as `checkLog` and `checkOrder` say. (§7.1)
 */
export function recordDeliveryLog(
	context: AppContext,
	actor: Actor,
	input: LogToRecord,
): Outcome<RecordedLog, LogRefusal | 'order-faulty' | 'not-of-the-team' | 'not-found' | 'changed-meanwhile'> {
	const { clock, ids, content } = context;
	const now = clock.now();
	const record = ['session', input.sessionId] as const;
	return audited(context, { actor, action: 'delivery-log-recorded', record }, (tx, tell) => {
		const day = findSessionDay(tx, actor, input.sessionId, 'write', 'delivery-log');
		if (!day || actor.kind !== 'staff') return refused('not-found');
		const { activities } = planNumbered(content.programmeOf(day.cohort), day.session.planNumber);
		const entries = input.restAsPlanned ? restAsPlanned(input.entries, activities) : input.entries;
		const checked = checkLog(entries, activities, day.session, now);
		if (!checked.done) return checked;
		const order = checkOrder(input.order ?? [], activities, checked.value);
		if (!order.done) return order;
		const deliveredBy = input.deliveredBy ?? [];
		const team = new Set(listSessionTeam(tx, day.session).map(({ staffId }) => staffId));
		if (deliveredBy.some((staffId) => !team.has(staffId))) return refused('not-of-the-team');
		const said = { ratings: checked.value, note: input.note, order: order.value, deliveredBy };
		const own = listSessionLogs(tx, actor, input.sessionId).findLast(({ staffId }) => staffId === actor.staffId);
		const version = own?.version ?? 0;
		if (own && saysTheSame(own, said)) return done({ version, isNew: false });
		if (version !== input.openedVersion) return refused('changed-meanwhile', { stands: own });
		const log = { id: ids.next<LogId>(), sessionId: input.sessionId, staffId: actor.staffId, savedAt: now };
		const added = { ...log, version: version + 1, note: input.note, deliveredOrder: order.value };
		insertDeliveryLog(tx, added, checked.value, deliveredBy);
		noteHeld(tx, day);
		keepLadder(context, tx, actor, { sessionId: day.session.id });
		watchDrift(context, tx, actor, day.session);
		settleNudges(context, tx, day.session.id);
		tell({ details: { version: version + 1, activities: checked.value.length } });
		return done({ version: version + 1, isNew: true });
	});
}

function restAsPlanned(entries: readonly LogEntry[], activities: readonly Activity[]): readonly LogEntry[] {
	const answered = entries.filter(({ rating }) => rating !== null);
	const unknown = entries.filter(({ activityKey }) => !activities.some(({ key }) => key === activityKey));
	const rest = activities.filter(({ key }) => !answered.some(({ activityKey }) => activityKey === key));
	const planned = rest.map((activity): LogEntry => {
		const minutes = entries.find(({ activityKey }) => activityKey === activity.key)?.minutes ?? activity.minutes;
		return { activityKey: activity.key, rating: 'as-intended', minutes, reason: null };
	});
	return [...answered, ...unknown.filter(({ rating }) => rating === null), ...planned];
}
