import { and, eq, gt, inArray, lte, or, sql } from 'drizzle-orm';
import { type MessageKind, planAheadDays } from '#app/domain/reminders/message-kinds.ts';
import { OPEN_STATES } from '#app/domain/reminders/message-lifecycle.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { enrolments, outbox, people, registerRows, sessions } from '../../schema/index.ts';
import type { Looked } from '../reminder-facts.ts';
import type { Moment } from './may-be-wanted.ts';
import { isPlannedOf, isTouchedBy, type PlannedOf } from './planned-of.ts';

const toPerpetrators = sql<boolean>`${people.side} = 'perpetrator'`.mapWith(Boolean);

/**
 * Of which kinds and to which side there is anything to judge again at all: most changes touch one or two of the ten, and
 * asking this is quicker than asking for each. Never too few.
 */
export function listOpenPasses(db: Db, { now }: Moment, of: PlannedOf): readonly Looked[] {
	const still = or(inArray(outbox.state, ['queued', 'blocked']), gt(outbox.useBy, now));
	return db
		.selectDistinct({ kind: outbox.kind, toPerpetrators })
		.from(outbox)
		.innerJoin(enrolments, eq(enrolments.id, outbox.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(and(inArray(outbox.state, [...OPEN_STATES]), still, isTouchedBy(db, of)))
		.all();
}

/** The same of what may be missing. */
export function listWantedPasses(db: Db, { now, timings }: Moment, of: PlannedOf): readonly Looked[] {
	const day = 24 * 60;
	const isMissed = sql<boolean>`coalesce(${registerRows.mark} = 'absent-no-contact', 0)`.mapWith(Boolean);
	const hasMoved = sql<boolean>`${sessions.timeVersion} > 1`.mapWith(Boolean);
	return db
		.selectDistinct({ toPerpetrators, state: sessions.state, isMissed, hasMoved })
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(
			and(
				eq(registerRows.expected, true),
				isPlannedOf(of, registerRows.sessionId),
				gt(sessions.startsAt, plusMinutes(now, -timings.missedYou.withinDays * day)),
				lte(sessions.startsAt, plusMinutes(now, planAheadDays('joining', timings) * day)),
			),
		)
		.all()
		.flatMap(({ toPerpetrators: isHis, ...found }) => kindsOf(found).map((kind) => ({ kind, toPerpetrators: isHis })));
}

type Found = { readonly state: string; readonly isMissed: boolean; readonly hasMoved: boolean };

function kindsOf({ state, isMissed, hasMoved }: Found): readonly MessageKind[] {
	if (state === 'cancelled') return ['cancelled'];
	if (state === 'held') return isMissed ? ['missed-you'] : [];
	return hasMoved ? ['joining', 'reminder', 'changed'] : ['joining', 'reminder'];
}
