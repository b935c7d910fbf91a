import { and, asc, eq, not } from 'drizzle-orm';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { isKeptApart } from '#app/domain/observations/observation.ts';
import type { ProgrammeKey } from '#app/domain/programmes/programme.ts';
import type { Db } from '../../client.ts';
import { cohorts, observations, sessionObservers, sessions } from '../../schema/index.ts';
import { delivers } from '../access/session-teams.ts';
import { isOfProgramme } from '../fidelity/cohort-logs.ts';
import { toSession } from '../sessions.ts';
import { visibleSessions } from '../visible-cohorts.ts';
import { allVersions, readVersions } from './saved-versions.ts';

/**
 * The submitted observations of the sessions of a programme whose scores the actor may read, by session in the order in which
 * they were begun, in two reads. None of a session that the actor delivers, nor of one that they observe while somebody’s is
 * still to be written: who compares raters judges alone as well (`isKeptApart`, §7.3).
 */
export function listProgrammeObservations(db: Db, actor: StaffActor, key: ProgrammeKey) {
	const readable = and(
		isOfProgramme(key),
		visibleSessions(db, actor, 'read', 'observation.scores'),
		not(delivers(db, actor)),
	);
	const assigned = db
		.select({ sessionId: sessionObservers.sessionId, observerId: sessionObservers.staffId })
		.from(sessionObservers)
		.innerJoin(sessions, eq(sessions.id, sessionObservers.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(readable)
		.orderBy(asc(sessionObservers.sessionId), asc(sessionObservers.staffId))
		.all();
	const begun = db
		.select({
			...{ session: sessions, cohort: cohorts.name, observerId: observations.observerId },
			...{ formVersion: observations.formVersion, allVersions },
		})
		.from(observations)
		.innerJoin(sessions, eq(sessions.id, observations.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(readable)
		.orderBy(asc(sessions.startsAt), asc(sessions.id), asc(observations.begunAt), asc(observations.id))
		.all()
		.flatMap(({ allVersions: json, session, ...observation }) => {
			const versions = readVersions(json);
			const submittedAt = versions.find(({ isSubmitted }) => isSubmitted)?.savedAt;
			return submittedAt ? [{ ...observation, session: toSession(session), versions, submittedAt }] : [];
		});
	const waitingOf = Map.groupBy(assigned, ({ sessionId }) => sessionId);
	return [...Map.groupBy(begun, ({ session }) => session.id)].flatMap(([sessionId, own]) => {
		const isIn = (observerId: string) => own.some((one) => one.observerId === observerId);
		const waiting = (waitingOf.get(sessionId) ?? []).filter(({ observerId }) => !isIn(observerId));
		const raters = [...own, ...waiting.map(({ observerId }) => ({ observerId, submittedAt: null }))];
		const { session, cohort } = own[0]!;
		return isKeptApart(raters, actor.staffId) ? [] : [{ session, cohort, observations: own }];
	});
}
