import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { SendingRefusal } from '#app/domain/reminders/may-we-send.ts';
import { MESSAGE_KINDS, type MessageKind } from '#app/domain/reminders/message-kinds.ts';
import { planMessage } from '#app/domain/reminders/plan-messages.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import { listOutstanding, type Outstanding } from '#db/queries/messages/forecast.ts';
import type { Moment } from '#db/queries/messages/may-be-wanted.ts';
import { listMessageCandidates } from '#db/queries/reminder-facts.ts';
import { withoutEntry } from '../audit/audited.ts';
import { momentOf } from './moment-of.ts';
import { replan } from './replan.ts';

/** A message that would be planned or is not, at a moment: of whom by reference, and why it does not leave. */
export type Foreseen = Outstanding;

/** What is simply not so of most people, and nobody asks why. */
const NOT_ASKED: readonly (SendingRefusal | null)[] = ['nothing-changed', 'not-the-first', 'joined-before'];

class Undone extends Error {}

/**
 * What planning would make of everything at this moment, person by person, and why not: as `replan` does it, in a
 * transaction that is always undone, so that nothing is written. For the operator alone; nothing for anybody else.
 */
export function foreseeMessages(context: AppContext, actor: Actor, asOf: Instant): readonly Foreseen[] {
	if (actor.kind !== 'operator') return [];
	const then: AppContext = { ...context, clock: { ...context.clock, now: () => asOf } };
	const found: Foreseen[] = [];
	try {
		withoutEntry(context, (tx) => {
			replan(then, tx);
			found.push(...listOutstanding(tx, actor, asOf));
			for (const kind of MESSAGE_KINDS) found.push(...notMade(tx, actor, kind, momentOf(then)));
			throw new Undone();
		});
	} catch (fault) {
		if (!(fault instanceof Undone)) throw fault;
	}
	return found.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** Those of whom a message of the kind might be wanted and is not planned. */
function notMade(tx: Db, actor: Actor, kind: MessageKind, moment: Moment): readonly Foreseen[] {
	const candidates = [true, false].flatMap((toPerpetrators) =>
		listMessageCandidates(tx, actor, { kind, toPerpetrators }, moment),
	);
	return candidates.flatMap(({ facts, reference, sessionId }) => {
		const { time, timeVersion } = facts.session;
		if (time === null) return [];
		const plan = planMessage(facts, { kind, timeVersion, time, ...moment });
		const { state, reason, dueAt } = plan;
		const about = { person: reference, side: facts.side, kind, sessionId, startsAt: time.startsAt };
		return NOT_ASKED.includes(reason) ? [] : [{ ...about, state, reason, dueAt }];
	});
}

function keyOf({ person, side, dueAt, kind, sessionId }: Foreseen): string {
	return [person, side, dueAt, kind, sessionId].join(' ');
}
