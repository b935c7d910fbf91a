import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { judgeAgain, OPEN_STATES } from '#app/domain/reminders/message-lifecycle.ts';
import { announcedFrom, PLAN_AHEAD_DAYS, planReminders as planWanted } from '#app/domain/reminders/plan-reminders.ts';
import type { MessageId, PersonId } from '#app/domain/shared/ids.ts';
import { type Instant, plusMinutes } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import {
	listOpenMessages,
	listReminderCandidates,
	listTakenMessages,
	type PlannedOf,
} from '#db/queries/reminder-facts.ts';
import { insertMessage, updateMessage } from '#db/stores/outbox.ts';
import { keepBlockedTasks } from './keep-blocked-tasks.ts';
import { LET_GO } from './let-go.ts';

/** Whose messages were made, and whose changed their state or hour. */
export type Replanned = { readonly made: readonly PersonId[]; readonly changed: readonly PersonId[] };

/**
 * Brings the outbox in line with what is wanted now: makes the messages that are missing, judges again those that have not
 * left, and keeps a task for each that is blocked. Of everybody, or of what changed; call it inside the transaction of
 * that change (domain rules §8.2). Once more changes nothing.
 */
export function replan(context: AppContext, tx: Db, of: PlannedOf = {}): Replanned {
	const now = context.clock.now();
	if (of.personId) callBack(tx, of.personId, now);
	const changed = judgeOpenMessages(tx, now, of);
	const made = makeWanted(context, tx, now, of);
	keepBlockedTasks(context, tx, of);
	return { made, changed };
}

/**
 * What a sender took up for this person, and the mail server has not got, is let go and judged once more. It leaves when a
 * message that is planned now may: to his side it is announced anew, so that hers can give way to it (decision 0022).
 */
function callBack(tx: Db, personId: PersonId, now: Instant): void {
	for (const message of listTakenMessages(tx, personId, now)) {
		updateMessage(tx, message, { state: 'queued', reason: null, dueAt: announcedFrom(message.facts, now), ...LET_GO });
	}
}

function judgeOpenMessages(tx: Db, now: Instant, of: PlannedOf): readonly PersonId[] {
	const changed = listOpenMessages(tx, CLOCK, now, of).filter((message) => {
		const state = OPEN_STATES.find((open) => open === message.state);
		const change = state && judgeAgain({ ...message, state }, now);
		return change != null && updateMessage(tx, message, change);
	});
	return changed.map(({ personId }) => personId);
}

function makeWanted({ ids }: AppContext, tx: Db, now: Instant, of: PlannedOf): readonly PersonId[] {
	const until = plusMinutes(now, PLAN_AHEAD_DAYS * 24 * 60);
	const candidates = listReminderCandidates(tx, CLOCK, { from: now, until }, of);
	const made = planWanted(candidates, now).filter(({ candidate, plan }) => {
		const { enrolmentId, sessionId, facts } = candidate;
		const { timeVersion } = facts.session;
		const id = ids.next<MessageId>();
		return insertMessage(tx, { id, enrolmentId, sessionId, kind: 'reminder', timeVersion, plannedAt: now, ...plan });
	});
	return made.map(({ candidate }) => candidate.personId);
}
