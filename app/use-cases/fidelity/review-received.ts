import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { catchUpsLeft, catchUpsOf } from '#app/domain/attendance/catch-ups.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { coreContent, missingContent } from '#app/domain/fidelity/core-content.ts';
import { chooseLog, type RatedActivity } from '#app/domain/fidelity/delivery-log.ts';
import { type LogsOfSessions, receivedContent } from '#app/domain/fidelity/received-content.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { type CohortFidelityRecord, findCohortFidelity } from '#db/queries/fidelity/cohort-fidelity.ts';

export type ReceivedReview = NonNullable<ReturnType<typeof reviewReceived>>;
export type PersonReceived = ReceivedReview['people'][number];

/**
 * What each person of the cohort received of every activity, from the registers and the logs together; null unless the
 * actor may read both.
 */
export function reviewReceived({ db, clock, content }: AppContext, actor: Actor, cohortId: CohortId) {
	const record = findCohortFidelity(db, actor, cohortId);
	if (!record?.may.readRegisters) return null;
	const { programmeSlug: slug, programmeVersion: version, programmeVariant: variant } = record.cohort;
	const programme = content.programmeOf({ slug, version, variant });
	const logs = logsOf(record);
	const now = clock.now();
	const people = record.members.map((member) => ({ ...member, ...receivedBy(record, member, programme, logs, now) }));
	return { record, programme, people };
}

function logsOf({ logs }: CohortFidelityRecord): LogsOfSessions {
	const used = new Map<SessionId, readonly RatedActivity[]>();
	for (const [id, own] of Map.groupBy(logs, ({ sessionId }) => sessionId)) used.set(id, chooseLog(own).used!.ratings);
	return used;
}

type Member = CohortFidelityRecord['members'][number];

function receivedBy(
	record: CohortFidelityRecord,
	{ enrolmentId, state }: Member,
	programme: Programme,
	logs: LogsOfSessions,
	now: Instant,
) {
	const { thresholds } = programme;
	const rows = record.rows.filter((row) => row.enrolmentId === enrolmentId);
	const done = record.catchUps.filter((one) => one.enrolmentId === enrolmentId);
	const caughtUpElsewhere = done.filter(({ sessionId }) => sessionId === null).map(({ planNumber }) => planNumber);
	const cells = receivedContent({ rows, caughtUpElsewhere }, programme.plans, logs, thresholds);
	return {
		cells,
		core: coreContent(cells, thresholds.completion),
		missing: missingContent(cells),
		bookable: bookablePlans({ rows, done, isActive: isActive(state) }, programme, now),
	};
}

type Own = Pick<CohortFidelityRecord, 'rows'> & {
	readonly done: CohortFidelityRecord['catchUps'];
	readonly isActive: boolean;
};

/** The plans for which a catch-up may be booked now; none when the programme allows no more. */
function bookablePlans(
	{ rows, done, isActive: active }: Own,
	{ thresholds }: Programme,
	now: Instant,
): readonly number[] {
	const facts = rows.filter(({ isCatchUp }) => !isCatchUp);
	const booked = rows.flatMap(({ isCatchUp, expected, sessionState, startsAt, ...row }) =>
		isCatchUp && expected && sessionState !== 'cancelled' && startsAt !== null ? [{ ...row, startsAt }] : [],
	);
	const catchUps = catchUpsOf({ facts, done, booked, isActive: active }, thresholds, now);
	if (catchUpsLeft(catchUps, thresholds) === 0) return [];
	return catchUps.filter(({ state }) => state === 'needed').map(({ planNumber }) => planNumber);
}
