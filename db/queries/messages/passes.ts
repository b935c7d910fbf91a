import { and, eq, gt, inArray, lte, or, sql } from 'drizzle-orm';
import { MESSAGE_KINDS, type MessageKind } from '#app/domain/reminders/message-kinds.ts';
import { OPEN_STATES } from '#app/domain/reminders/message-lifecycle.ts';
import { type Db, prepareOnce } from '../../client.ts';
import { cohorts, enrolments, outbox, people, registerRows, sessions } from '../../schema/index.ts';
import type { Looked } from '../reminder-facts.ts';
import { type Moment, WINDOW_STAND_IN, windowOf } from './may-be-wanted.ts';
import { isPlannedOf, isTouchedBy, type PlannedOf, shapeOfPlanned, standInForPlanned } from './planned-of.ts';

/** Both for the rule that plans messages, never for a page. */
const toPerpetrators = sql<boolean>`${people.side} = 'perpetrator'`.mapWith(Boolean);

/**
 * Of which kinds and to which side there is anything to judge again at all: most changes touch one or two of the ten, and
 * asking this is quicker than asking for each. Never too few.
 */
export function listOpenPasses(db: Db, { now }: Pick<Moment, 'now'>, of: PlannedOf): readonly Looked[] {
	const name = `open passes ${shapeOfPlanned(of)}`;
	return prepareOnce(db, name, () => selectOpen(db, standInForPlanned(of)).prepare()).all({ now, ...of });
}

function selectOpen(db: Db, of: PlannedOf) {
	const still = or(inArray(outbox.state, ['queued', 'blocked']), gt(outbox.useBy, WINDOW_STAND_IN.now));
	return db
		.selectDistinct({ kind: outbox.kind, toPerpetrators })
		.from(outbox)
		.innerJoin(enrolments, eq(enrolments.id, outbox.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(and(inArray(outbox.state, [...OPEN_STATES]), still, isTouchedBy(db, of)));
}

/** The same of what may be missing. */
export function listWantedPasses(db: Db, moment: Moment, of: PlannedOf): readonly Looked[] {
	const name = `wanted passes ${shapeOfPlanned(of)}`;
	const windows = MESSAGE_KINDS.map((kind) => windowOf(kind, moment));
	const aheadUntil = windows.map((window) => window.aheadUntil).reduce((one, other) => (one > other ? one : other));
	const values = { ...windows[0], aheadUntil, ...of };
	const found = prepareOnce(db, name, () => selectWanted(db, standInForPlanned(of)).prepare()).all(values);
	return found.flatMap(({ toPerpetrators: isHis, ...one }) =>
		kindsOf(one).map((kind) => ({ kind, toPerpetrators: isHis })),
	);
}

function selectWanted(db: Db, of: PlannedOf) {
	const { now, aheadUntil, missedSince } = WINDOW_STAND_IN;
	const isMissed = sql<boolean>`coalesce(${registerRows.mark} = 'absent-no-contact', 0)`.mapWith(Boolean);
	const isToCome = sql<boolean>`${sessions.startsAt} > ${now}`.mapWith(Boolean);
	const isGivenUp = sql<boolean>`${cohorts.state} = 'cancelled'`.mapWith(Boolean);
	const hasMoved = sql<boolean>`${sessions.timeVersion} > 1`.mapWith(Boolean);
	return db
		.selectDistinct({ toPerpetrators, state: sessions.state, isMissed, isToCome, hasMoved, isGivenUp })
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(
			and(
				eq(registerRows.expected, true),
				isPlannedOf(of, registerRows.sessionId),
				gt(sessions.startsAt, missedSince),
				lte(sessions.startsAt, aheadUntil),
			),
		);
}

type Found = {
	readonly state: string;
	readonly isMissed: boolean;
	readonly isToCome: boolean;
	readonly hasMoved: boolean;
	readonly isGivenUp: boolean;
};

function kindsOf({ state, isMissed, isToCome, hasMoved, isGivenUp }: Found): readonly MessageKind[] {
	if (state === 'held') return isMissed ? ['missed-you'] : [];
	if (!isToCome) return [];
	if (state === 'cancelled' || isGivenUp) return ['cancelled'];
	return hasMoved ? ['joining', 'reminder', 'changed'] : ['joining', 'reminder'];
}
