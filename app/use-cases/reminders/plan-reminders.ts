import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { judgeAgain, OPEN_STATES } from '#app/domain/reminders/message-lifecycle.ts';
import { PLAN_AHEAD_DAYS, planReminders as planWanted } from '#app/domain/reminders/plan-reminders.ts';
import type { MessageId } from '#app/domain/shared/ids.ts';
import { type Instant, plusMinutes } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import { listOpenMessages, listReminderCandidates } from '#db/queries/reminder-facts.ts';
import { insertMessage, updateMessage } from '#db/stores/outbox.ts';
import { audited } from '../audit/audited.ts';

/** What planning did: messages made, and messages made before whose state or hour it changed. */
export type PlannedCounts = { readonly made: number; readonly changed: number };

/**
 * Makes the reminders that are wanted from now on, one for each person, session and version of the time however often it
 * runs, and judges those that have not left again: suppressed, blocked, unblocked, moved to another hour or expired.
 */
export function planReminders(context: AppContext, actor: Actor): PlannedCounts {
	const now = context.clock.now();
	return audited(context, { actor, action: 'reminders-planned' }, (tx, tell) => {
		const changed = judgeOpenMessages(tx, actor, now);
		const made = makeWanted(context, tx, actor, now);
		const counts = { changed: changed.length, made: made.length };
		tell({ people: [...changed, ...made].map(({ personId }) => personId), details: counts });
		return counts;
	});
}

function judgeOpenMessages(tx: Db, actor: Actor, now: Instant) {
	return listOpenMessages(tx, actor, now).filter((message) => {
		const state = OPEN_STATES.find((open) => open === message.state);
		const change = state && judgeAgain({ ...message, state }, now);
		return change != null && updateMessage(tx, message, change);
	});
}

function makeWanted({ ids }: AppContext, tx: Db, actor: Actor, now: Instant) {
	const until = plusMinutes(now, PLAN_AHEAD_DAYS * 24 * 60);
	const candidates = listReminderCandidates(tx, actor, { from: now, until });
	const made = planWanted(candidates, now).filter(({ candidate, plan }) => {
		const { enrolmentId, sessionId, facts } = candidate;
		const { timeVersion } = facts.session;
		const id = ids.next<MessageId>();
		return insertMessage(tx, { id, enrolmentId, sessionId, kind: 'reminder', timeVersion, plannedAt: now, ...plan });
	});
	return made.map(({ candidate }) => candidate);
}
