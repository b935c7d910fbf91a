import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type LoggedSession, sessionAdherence } from '#app/domain/fidelity/adherence.ts';
import { chooseLog, type DeliveryLog } from '#app/domain/fidelity/delivery-log.ts';
import { compareWithObserved, observedFigure } from '#app/domain/fidelity/dimensions.ts';
import { agreementOfLogs } from '#app/domain/fidelity/log-agreement.ts';
import {
	chooseObservations,
	observedItems,
	type ReleasedObservation,
} from '#app/domain/observations/observed-figures.ts';
import { FIDELITY_DIMENSIONS, planNumbered } from '#app/domain/programmes/programme.ts';
import type { SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { writtenAlone } from '#app/domain/shared/written-alone.ts';
import type { Share } from '#app/domain/statistics/percentages.ts';
import { logTiming, type PairOfLogs, partIn } from '#app/domain/team/practice.ts';
import { listOpenCovers, listTimesOnTeams } from '#db/queries/access/session-teams.ts';
import { listKeptBackOf, listLogsOfSessions } from '#db/queries/fidelity/cohort-logs.ts';
import { listReleasedOf } from '#db/queries/observations/cohort-observations.ts';
import { listPracticeSessions } from '#db/queries/team/practice.ts';

export type PracticeSession = ReturnType<typeof readPracticeSessions>[number];

/**
 * Every session that was held and was theirs, the first before the others, with what the logs and a released observation
 * say of it. Ask for somebody whose practice the actor may read; each query asks what of it they may.
 */
export function readPracticeSessions(context: AppContext, actor: StaffActor, staffId: StaffId) {
	const theirs = listTheirs(context, actor, staffId);
	const delivered = theirs.filter(({ part }) => part !== 'away').map(({ session }) => session.id);
	const logs = Map.groupBy(listLogsOfSessions(context.db, actor, delivered), ({ sessionId }) => sessionId);
	// Of themself nothing is kept back: without a log of their own there is none of theirs to show.
	const keptBack = new Set(actor.staffId === staffId ? [] : listKeptBackOf(context.db, actor, delivered));
	const released = chooseObservations(listReleasedOf(context.db, actor, delivered));
	const observations = new Map(released.map((one) => [one.sessionId, one]));
	return theirs.map(({ session, cohort, part }) => {
		const { activities } = planNumbered(context.content.programmeOf(cohort), session.planNumber);
		const isReadable = part !== 'away' && !keptBack.has(session.id) && session.time !== null;
		const said = isReadable
			? logsOf(session.id, session.time!.day, activities, logs.get(session.id) ?? [], staffId)
			: null;
		const observation = observations.get(session.id);
		return {
			...{ session, cohort, part, logs: said, isKeptBack: keptBack.has(session.id) },
			observed: observation ? observedOf(context, observation, said?.asIntended ?? null) : null,
		};
	});
}

function listTheirs({ db }: AppContext, actor: StaffActor, staffId: StaffId) {
	const found = listPracticeSessions(db, actor, staffId);
	const cohortIds = [...new Set(found.map(({ cohort }) => cohort.id))];
	const terms = Map.groupBy(listTimesOnTeams(db, cohortIds), ({ cohortId }) => cohortId);
	const covers = Map.groupBy(listOpenCovers(db, { cohortIds }), ({ cohortId }) => cohortId);
	return found.flatMap(({ session, cohort }) => {
		const part = partIn(session, staffId, terms.get(cohort.id) ?? [], covers.get(cohort.id) ?? []);
		return part ? [{ session, cohort, part }] : [];
	});
}

type Activities = LoggedSession['activities'];
type Day = Parameters<typeof logTiming>[0];

/** Their own log, how soon it came, and how it agrees with the first that somebody else saved, as each was written alone. */
function logsOf(
	sessionId: SessionId,
	day: Day,
	activities: Activities,
	logs: readonly DeliveryLog[],
	staffId: StaffId,
) {
	const versions = logs.filter((log) => log.staffId === staffId);
	const own = chooseLog(versions).used;
	const other = chooseLog(logs.filter((log) => log.staffId !== staffId)).used;
	const alone = writtenAlone(
		versions,
		logs.filter((log) => log.staffId === other?.staffId),
	);
	const pair: PairOfLogs | null = alone && {
		...{ sessionId, activities, own: alone[0].ratings, other: alone[1].ratings },
	};
	const first = versions.map(({ savedAt }) => savedAt).toSorted()[0] ?? null;
	return {
		timing: logTiming(day, first),
		pair,
		agreement: pair && agreementOfLogs(activities, pair.own, pair.other),
		asIntended: sessionAdherence({ activities, ratings: own?.ratings ?? null })?.asIntended ?? null,
	};
}

/** What the observer saw, dimension by dimension, and beside it what their own log says of adherence; never averaged. */
function observedOf({ content }: AppContext, observation: ReleasedObservation, own: Share | null) {
	const items = observedItems(content.observationForm(observation.formVersion), observation.scores);
	const figures = FIDELITY_DIMENSIONS.map((dimension) => ({ dimension, figure: observedFigure(items, dimension) }));
	return { figures, compared: own && compareWithObserved(own, observedFigure(items, 'adherence').share) };
}
