import { and, asc, desc, eq, exists, isNotNull, ne, not, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { isKeptApart, observationState, type Rater } from '#app/domain/observations/observation.ts';
import type { SessionId, StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, observations, observationVersions, sessionObservers, sessions, staff } from '../../schema/index.ts';
import { delivers } from '../access/session-teams.ts';
import { visibleSessions } from '../visible-cohorts.ts';
import { allVersions, readVersions, releasedVersion, type SavedVersion } from './saved-versions.ts';

export type OwnObservation = NonNullable<ReturnType<typeof findOwnObservation>>;

/** What the actor themself saved of a session that they may observe; null before the first save. */
export function findOwnObservation(db: Db, actor: StaffActor, sessionId: SessionId) {
	const found = db
		.select({ id: observations.id, formVersion: observations.formVersion, allVersions, releasedVersion })
		.from(observations)
		.innerJoin(sessions, eq(sessions.id, observations.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(
			and(
				eq(observations.sessionId, sessionId),
				eq(observations.observerId, actor.staffId),
				visibleSessions(db, actor, 'write', 'observation.scores'),
			),
		)
		.get();
	return found ? standingOf(found) : null;
}

/** Where each observation that the actor began stands, by session; none without the role of observer. */
export function listOwnStates(db: Db, actor: StaffActor) {
	const found = db
		.select({ sessionId: observations.sessionId, id: observations.id, allVersions, releasedVersion })
		.from(observations)
		.innerJoin(sessions, eq(sessions.id, observations.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(observations.observerId, actor.staffId), visibleSessions(db, actor, 'write', 'observation.scores')))
		.orderBy(asc(observations.id))
		.all();
	return new Map(found.map((one) => [one.sessionId, standingOf(one).state] as const));
}

export type SessionObservation = NonNullable<ReturnType<typeof listSessionObservations>>['observations'][number];

/**
 * Every observation of a session for who may read scores there: a lead, and whoever observes it. Null for anybody else,
 * and for who delivers the session, who is given the feedback alone. A draft is its author’s: of somebody else’s only
 * that it was begun is said. While the readers’ own is to be written, or another observer’s, the others’ have no content
 * (`isKeptApart`, §7.3).
 */
export function listSessionObservations(db: Db, actor: StaffActor, sessionId: SessionId) {
	const visible = db
		.select({ id: sessions.id })
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(
			and(
				eq(sessions.id, sessionId),
				visibleSessions(db, actor, 'read', 'observation.scores'),
				not(delivers(db, actor)),
			),
		)
		.get();
	if (!visible) return null;
	const begun = selectObservations(db, sessionId);
	const raters = listRaters(db, sessionId);
	const isApart = isKeptApart(raters, actor.staffId);
	return {
		isApart,
		/** Who is assigned and has saved nothing yet. */
		notBegun: raters
			.filter(({ observerId }) => begun.every((one) => one.observerId !== observerId))
			.map(({ name }) => name),
		observations: begun.map(({ versions, ...observation }) => {
			const isOwn = observation.observerId === actor.staffId;
			const isHidden = !isOwn && (isApart || observation.state === 'draft');
			return { ...observation, isOwn, versions: isHidden ? [] : versions };
		}),
	};
}

/**
 * What was released of a session to who delivers it and to leads, the newest released version of each observation;
 * nothing before, and nothing to somebody who still has to write an observation of the session themself.
 */
export function listFeedback(db: Db, actor: StaffActor, sessionId: SessionId) {
	const found = db
		.select({
			...{ id: observations.id, observer: staff.name, formVersion: observations.formVersion },
			...{ allVersions, releasedVersion },
		})
		.from(observations)
		.innerJoin(staff, eq(staff.id, observations.observerId))
		.innerJoin(sessions, eq(sessions.id, observations.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(
			and(
				eq(observations.sessionId, sessionId),
				visibleSessions(db, actor, 'read', 'observation.feedback'),
				isNotNull(releasedVersion),
				not(stillObserves(db, actor)),
			),
		)
		.orderBy(asc(observations.begunAt), asc(observations.id))
		.all();
	return found.map(({ allVersions: versions, releasedVersion: released, ...feedback }) => {
		const { note: _leadsAlone, ...version } = readVersions(versions).find((one) => one.version === released)!;
		return { ...feedback, ...version };
	});
}

/**
 * The condition that the actor observes the session and has not submitted yet: nobody else’s scores are theirs to see.
 */
export function stillObserves(db: Db, { staffId }: Pick<StaffActor, 'staffId'>): SQL {
	const assigned = db
		.select({ one: sql`1` })
		.from(sessionObservers)
		.where(and(eq(sessionObservers.sessionId, sessions.id), eq(sessionObservers.staffId, staffId)));
	const own = alias(observations, 'own_observation');
	const submitted = db
		.select({ one: sql`1` })
		.from(own)
		.innerJoin(observationVersions, eq(observationVersions.observationId, own.id))
		.where(and(eq(own.sessionId, sessions.id), eq(own.observerId, staffId), eq(observationVersions.isSubmitted, true)));
	return and(exists(assigned), not(exists(submitted))) ?? sql`0`;
}

/** Whether somebody else has submitted an observation of the session: for the rule that two raters judge alone, never for a page. */
export function hasSubmittedByOthers(db: Db, sessionId: SessionId, staffId: StaffId): boolean {
	const found = db
		.select({ id: observations.id })
		.from(observations)
		.innerJoin(observationVersions, eq(observationVersions.observationId, observations.id))
		.where(
			and(
				...[eq(observations.sessionId, sessionId), ne(observations.observerId, staffId)],
				eq(observationVersions.isSubmitted, true),
			),
		)
		.get();
	return found !== undefined;
}

function selectObservations(db: Db, sessionId: SessionId) {
	return db
		.select({
			...{ id: observations.id, observerId: observations.observerId, observer: staff.name },
			...{ formVersion: observations.formVersion, begunAt: observations.begunAt, allVersions, releasedVersion },
		})
		.from(observations)
		.innerJoin(staff, eq(staff.id, observations.observerId))
		.where(eq(observations.sessionId, sessionId))
		.orderBy(asc(observations.begunAt), asc(observations.id))
		.all()
		.map((one) => standingOf(one));
}

/**
 * Everybody who is assigned to the session or has submitted, with when they first did: a draft of somebody taken back
 * keeps nobody waiting.
 */
function listRaters(db: Db, sessionId: SessionId): (Rater & { name: string })[] {
	const submittedAt = sql<Rater['submittedAt']>`(
		select min(${observationVersions.savedAt}) from ${observationVersions}
		where ${observationVersions.observationId} = ${observations.id} and ${observationVersions.isSubmitted} = 1
	)`;
	return db
		.select({ observerId: staff.id, name: staff.name, submittedAt })
		.from(staff)
		.leftJoin(observations, and(eq(observations.observerId, staff.id), eq(observations.sessionId, sessionId)))
		.leftJoin(sessionObservers, and(eq(sessionObservers.staffId, staff.id), eq(sessionObservers.sessionId, sessionId)))
		.where(or(isNotNull(submittedAt), isNotNull(sessionObservers.staffId)))
		.orderBy(desc(submittedAt), asc(staff.name), asc(staff.id))
		.all();
}

function standingOf<Found extends { allVersions: string; releasedVersion: number | null }>({
	allVersions: json,
	...found
}: Found) {
	const versions: readonly SavedVersion[] = readVersions(json);
	return { ...found, versions, state: observationState(versions, found.releasedVersion)! };
}
