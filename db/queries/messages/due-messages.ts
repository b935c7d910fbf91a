import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import { type Db, prepareOnce } from '../../client.ts';
import { prepareFor } from '../../prepared.ts';
import { cohorts, enrolments, outbox, people } from '../../schema/index.ts';
import {
	findMessageToJudge,
	type MessageToJudge,
	selectWithFacts,
	toMessageToJudge,
	visible,
} from '../reminder-facts.ts';
import { hasLapsed, lapseAt } from './has-lapsed.ts';
import { type Moment, WINDOW_STAND_IN } from './may-be-wanted.ts';
import { isNothingUnderWay } from './under-way.ts';

/** The messages to this person that somebody has taken up and that are not with the mail server yet. */
export function listTakenMessages(db: Db, personId: PersonId, moment: Moment): MessageToJudge[] {
	const query = prepareOnce(db, 'taken messages', () => {
		const isTaken = and(eq(outbox.state, 'leased'), isNull(outbox.handedOverAt));
		const isTheirs = eq(enrolments.personId, sql.placeholder('personId'));
		return selectWithFacts(db, WINDOW_STAND_IN.now, and(isTaken, isTheirs)).prepare();
	});
	return query.all({ personId, now: moment.now }).map((found) => toMessageToJudge(found, moment));
}

/** The message whose turn it is: queued, due, nothing to that person under way, and the longest due of all; null when there is none. */
export function findDueMessage(db: Db, actor: Actor, moment: Moment): MessageToJudge | null {
	// Which it is comes first: of all that are due at once everything that decides would be asked, only to be sorted.
	const { query, values } = prepareFor(db, actor, 'due message', (standIn) => selectDue(db, standIn).prepare());
	const due = query.get({ ...values, now: moment.now });
	return due ? findMessageToJudge(db, actor, { id: due.id, ...moment }) : null;
}

function selectDue(db: Db, actor: Actor) {
	const isDue = and(eq(outbox.state, 'queued'), lte(outbox.dueAt, WINDOW_STAND_IN.now), isNothingUnderWay(db));
	return db
		.select({ id: outbox.id })
		.from(outbox)
		.innerJoin(enrolments, eq(enrolments.id, outbox.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(isDue, visible(db, actor)))
		.orderBy(asc(outbox.dueAt), asc(outbox.id))
		.limit(1);
}

/** The messages whose sender has not come back in time. */
export function listLapsedLeases(db: Db, actor: Actor, moment: Moment): MessageToJudge[] {
	const { query, values } = prepareFor(db, actor, 'lapsed leases', (standIn) =>
		selectWithFacts(db, WINDOW_STAND_IN.now, and(hasLapsed(outbox), visible(db, standIn))).prepare(),
	);
	return query.all({ ...values, ...lapseAt(moment.now) }).map((found) => toMessageToJudge(found, moment));
}
