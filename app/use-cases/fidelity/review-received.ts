import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type CatchUp, type CatchUpRecord, catchUpsLeft, catchUpsOf } from '#app/domain/attendance/catch-ups.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { coreContent, type MissingContent, missingContent } from '#app/domain/fidelity/core-content.ts';
import { chooseLog, type RatedActivity } from '#app/domain/fidelity/delivery-log.ts';
import { type MendingLimits, wayToMend } from '#app/domain/fidelity/mend-content.ts';
import { type LogsOfSessions, receivedContent } from '#app/domain/fidelity/received-content.ts';
import { type Programme, planNumbered } from '#app/domain/programmes/programme.ts';
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
	const own = { rows, done, isActive: isActive(state) };
	const catchUps = catchUpsOf(catchUpRecord(own), thresholds, now);
	const left = catchUpsLeft(catchUps, thresholds);
	const limits = { left, mayOverride: record.may.bookLateCatchUps, isActive: own.isActive };
	return {
		cells,
		core: coreContent(cells, thresholds.completion),
		missing: missingContent(cells).map((missing) => inPlan(record, programme, catchUps, limits, missing)),
	};
}

/** What is missing of a plan, in its words, with what can be done about it and the session of which a catch-up would be. */
function inPlan(
	{ sessions }: CohortFidelityRecord,
	programme: Programme,
	catchUps: readonly CatchUp[],
	limits: MendingLimits,
	{ planNumber, cells }: MissingContent,
) {
	const { title, activities } = planNumbered(programme, planNumber);
	const why = cells[0]!.state;
	const ofPlan = sessions.filter((session) => session.planNumber === planNumber && session.kind !== 'catch-up');
	const session = ofPlan.find(({ state }) => state !== 'cancelled') ?? ofPlan[0];
	return {
		...{ planNumber, cells, title, why, sessionId: session?.id ?? null },
		activities: cells.map(({ activityKey }) => activities.find(({ key }) => key === activityKey)!.title),
		way: wayToMend(why, catchUps.find((one) => one.planNumber === planNumber) ?? null, limits),
	};
}

type Own = Pick<CohortFidelityRecord, 'rows'> & {
	readonly done: CohortFidelityRecord['catchUps'];
	readonly isActive: boolean;
};

function catchUpRecord({ rows, done, isActive: active }: Own): CatchUpRecord {
	const facts = rows.filter(({ isCatchUp }) => !isCatchUp);
	const booked = rows.flatMap(({ isCatchUp, expected, sessionState, startsAt, ...row }) =>
		isCatchUp && expected && sessionState !== 'cancelled' && startsAt !== null ? [{ ...row, startsAt }] : [],
	);
	return { facts, done, booked, isActive: active };
}
