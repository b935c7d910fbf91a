import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import type { MessageKind } from '#app/domain/reminders/message-kinds.ts';
import { judgeAgain, OPEN_STATES } from '#app/domain/reminders/message-lifecycle.ts';
import { announcedFrom, planMessages } from '#app/domain/reminders/plan-messages.ts';
import type { MessageId, PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listTakenMessages } from '#db/queries/messages/due-messages.ts';
import type { Moment } from '#db/queries/messages/may-be-wanted.ts';
import { listOpenPasses, listWantedPasses } from '#db/queries/messages/passes.ts';
import type { PlannedOf } from '#db/queries/messages/planned-of.ts';
import { type Looked, listMessageCandidates, listOpenMessages } from '#db/queries/reminder-facts.ts';
import { insertMessage, updateMessage } from '#db/stores/outbox.ts';
import { keepBlockedTasks } from './keep-blocked-tasks.ts';
import { LET_GO } from './let-go.ts';
import { momentOf } from './moment-of.ts';
import { keepWordingTasks } from './wordings/keep-wording-tasks.ts';

/** Whose messages were made, and whose changed their state or hour. */
export type Replanned = { readonly made: readonly PersonId[]; readonly changed: readonly PersonId[] };

/** What says of a time what another kind would say later comes first (§8.1). */
const ORDER: readonly MessageKind[] = ['cancelled', 'missed-you', 'changed', 'joining', 'reminder'];

/** Those to the perpetrator side first: whatever is planned for them, the others give way to it (safety.md §3). */
const PASSES: readonly Looked[] = [true, false].flatMap((toPerpetrators) =>
	ORDER.map((kind) => ({ kind, toPerpetrators })),
);

/**
 * Brings the outbox in line with what is wanted now: makes the messages that are missing, judges again those that have not
 * left, and keeps a task for each that is blocked. Of everybody, or of what changed; call it inside the transaction of
 * that change (domain rules §8.2). Once more changes nothing.
 */
export function replan(context: AppContext, tx: Db, of: PlannedOf = {}): Replanned {
	if (of.personId) callBack(tx, of.personId, momentOf(context));
	return planAnew(context, tx, of);
}

/**
 * The same for who sends, when a message does not leave at the hour that was planned: another to this person about this
 * session may say the same, and one to the other side may have waited for it. What a sender has taken up stays taken.
 */
export function planBeside(
	context: AppContext,
	tx: Db,
	message: Required<Pick<PlannedOf, 'personId' | 'sessionId'>>,
): void {
	planAnew(context, tx, { personId: message.personId, sessionId: message.sessionId });
}

function planAnew(context: AppContext, tx: Db, of: PlannedOf): Replanned {
	const moment = momentOf(context);
	const [open, wanted] = [listOpenPasses(tx, moment, of), listWantedPasses(tx, moment, of)];
	const passes = PASSES.map((looked) => ({
		changed: isAmong(open, looked) ? judgeOpenMessages(tx, looked, moment, of) : [],
		made: isAmong(wanted, looked) ? makeWanted(context, tx, looked, moment, of) : [],
	}));
	keepBlockedTasks(context, tx, of);
	// Of everything only, as every minute does: a change of one person does not ask what waits for leads.
	if (Object.keys(of).length === 0) keepWordingTasks(context, tx);
	return { made: passes.flatMap(({ made }) => made), changed: passes.flatMap(({ changed }) => changed) };
}

function isAmong(passes: readonly Looked[], { kind, toPerpetrators }: Looked): boolean {
	return passes.some((one) => one.kind === kind && one.toPerpetrators === toPerpetrators);
}

/**
 * What a sender took up for this person, and the mail server has not got, is let go and judged once more. It leaves when a
 * message that is planned now may: to his side it is announced anew, so that hers can give way to it (decision 0022).
 */
function callBack(tx: Db, personId: PersonId, moment: Moment): void {
	for (const message of listTakenMessages(tx, personId, moment)) {
		const dueAt = announcedFrom(message.facts, moment.now);
		updateMessage(tx, message, { state: 'queued', reason: null, dueAt, ...LET_GO });
	}
}

function judgeOpenMessages(tx: Db, looked: Looked, moment: Moment, of: PlannedOf): readonly PersonId[] {
	const changed = listOpenMessages(tx, CLOCK, looked, moment, of).filter((message) => {
		const state = OPEN_STATES.find((open) => open === message.state);
		const change = state && judgeAgain({ ...message, state }, moment.timings, moment.now);
		return change != null && updateMessage(tx, message, change);
	});
	return changed.map(({ personId }) => personId);
}

function makeWanted({ ids }: AppContext, tx: Db, looked: Looked, moment: Moment, of: PlannedOf): readonly PersonId[] {
	const { kind } = looked;
	const candidates = listMessageCandidates(tx, CLOCK, looked, moment, of);
	const made = planMessages(candidates, kind, moment).filter(({ candidate, plan }) => {
		const { enrolmentId, sessionId, facts } = candidate;
		const { timeVersion } = facts.session;
		const id = ids.next<MessageId>();
		return insertMessage(tx, { id, enrolmentId, sessionId, kind, timeVersion, plannedAt: moment.now, ...plan });
	});
	return made.map(({ candidate }) => candidate.personId);
}
