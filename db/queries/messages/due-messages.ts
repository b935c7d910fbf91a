import { and, eq, isNull, lte } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { prepareFor } from '../../prepared.ts';
import { enrolments, outbox } from '../../schema/index.ts';
import { type MessageToJudge, selectToJudge, selectWithFacts, toMessageToJudge, visible } from '../reminder-facts.ts';
import { hasLapsed } from './has-lapsed.ts';
import { type Moment, WINDOW_STAND_IN } from './may-be-wanted.ts';
import { isNothingUnderWay } from './under-way.ts';

/** The messages to this person that somebody has taken up and that are not with the mail server yet. */
export function listTakenMessages(db: Db, personId: PersonId, moment: Moment): MessageToJudge[] {
	const taken = and(eq(outbox.state, 'leased'), isNull(outbox.handedOverAt), eq(enrolments.personId, personId));
	return selectToJudge(db, moment, taken);
}

/** The message whose turn it is: queued, due, nothing to that person under way, and the longest due of all; null when there is none. */
export function findDueMessage(db: Db, actor: Actor, moment: Moment): MessageToJudge | null {
	// Asked for every message that leaves, as is the next: drizzle takes ten times as long to write them as they take to answer.
	const { query, values } = prepareFor(db, actor, 'due message', (standIn) => {
		const isDue = and(eq(outbox.state, 'queued'), lte(outbox.dueAt, WINDOW_STAND_IN.now), isNothingUnderWay(db));
		const due = and(isDue, visible(db, standIn));
		return selectWithFacts(db, WINDOW_STAND_IN.now, due).limit(1).prepare();
	});
	return query.all({ ...values, now: moment.now }).map((found) => toMessageToJudge(found, moment))[0] ?? null;
}

/** The messages whose sender has not come back in time. */
export function listLapsedLeases(db: Db, actor: Actor, moment: Moment): MessageToJudge[] {
	return selectToJudge(db, moment, and(hasLapsed(outbox, moment.now), visible(db, actor)));
}
