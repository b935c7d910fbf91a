import type { StaffActor } from '#app/domain/access/actor.ts';
import { grantedRelations } from '#app/domain/access/policy.ts';
import { teamsOverlap, wouldBeOnBothSides } from '#app/domain/people/both-sides.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { Session, SessionTime } from '#app/domain/scheduling/session.ts';
import type { CohortId, StaffId } from '#app/domain/shared/ids.ts';
import { type CoverObstacle, type CoverReader, coverObstacles } from '#app/domain/team/cover-eligibility.ts';
import type { Db } from '#db/client.ts';
import { listObserverIds } from '#db/queries/access/observers.ts';
import { findLinkedCohortId } from '#db/queries/families/cohort-pairs.ts';
import { listFamilyIdsOfCohort, listSidesOfFamilies, listStaffOfCohort } from '#db/queries/families/staff-on-sides.ts';
import { listCoversOf, listFacilitatorsOfSide, listSessionTeam } from '#db/queries/team/covers.ts';
import { listAllAccreditations, listHours, listLeave } from '#db/queries/team/staff-time.ts';
import { listBusy } from '../clashes/list-busy.ts';

/** Somebody who might stand in; without obstacles they are eligible. */
export type Candidate = {
	readonly id: StaffId;
	readonly name: string;
	/** They were asked for this session and have not answered. */
	readonly isAsked: boolean;
	readonly obstacles: readonly CoverObstacle[];
};

export type SessionToCover = {
	readonly session: Session & { readonly time: SessionTime };
	readonly cohort: { readonly id: CohortId; readonly side: Side; readonly slug: string };
};

/**
 * Every active facilitator who is not on the team of the session, by name, with what stands in the way of their standing in
 * as far as the actor may know it (§2.10). Ask for a session whose cover the actor may arrange, or for which they are asked.
 */
export function listCandidates(db: Db, actor: StaffActor, { session, cohort }: SessionToCover): readonly Candidate[] {
	const { time } = session;
	const team = listSessionTeam(db, session);
	const found = listFacilitatorsOfSide(db, cohort.side).filter(({ id }) => !team.some(({ staffId }) => staffId === id));
	const ids = found.map(({ id }) => id);
	const by = <Row extends { readonly staffId: StaffId }>(rows: readonly Row[]) =>
		Map.groupBy(rows, ({ staffId }) => staffId);
	const accreditations = by(listAllAccreditations(db));
	const [hours, leave] = [by(listHours(db, ids)), by(listLeave(db, ids, time.day))];
	const busy = by(listBusy(db, actor, [session], ids));
	const covers = listCoversOf(db, session.id);
	const observers = listObserverIds(db, [session.id]);
	const isOpposed = otherSideOf(db, cohort);
	const saidOf = (id: StaffId, state: 'asked' | 'declined') =>
		covers.some((cover) => cover.coveringId === id && cover.state === state);
	return found.map(({ id, name }) => {
		const candidate = {
			accreditations: accreditations.get(id) ?? [],
			hours: hours.get(id) ?? [],
			leave: leave.get(id) ?? [],
			clashes: (busy.get(id) ?? []).map((one) => one.with),
			observes: observers.has(id),
			isOnOtherSide: isOpposed(id),
			hasDeclined: saidOf(id, 'declined'),
		};
		const obstacles = coverObstacles(candidate, { programmeSlug: cohort.slug, time }, readerOf(actor, id));
		return { id, name, isAsked: saidOf(id, 'asked'), obstacles };
	});
}

/** Whether somebody works with the other side of a family of the cohort, or with the cohort that is linked to it. */
export function otherSideOf(db: Db, { id, side }: SessionToCover['cohort']): (staffId: StaffId) => boolean {
	const familyIds = listFamilyIdsOfCohort(db, id);
	const standing = listSidesOfFamilies(db, familyIds);
	const linkedId = findLinkedCohortId(db, id);
	const linked = linkedId === null ? [] : listStaffOfCohort(db, linkedId);
	return (staffId) =>
		teamsOverlap([{ staffId, side }], linked) ||
		wouldBeOnBothSides(
			standing,
			familyIds.map((familyId) => ({ familyId, staffId, side })),
		);
}

/** What the actor may know of why this person cannot: all but the families of themselves. */
function readerOf(actor: StaffActor, about: StaffId): CoverReader {
	const isOwn = actor.staffId === about;
	const reads = (what: 'accreditation' | 'staff-time' | 'family') =>
		grantedRelations(actor, 'read', what).some((relation) => relation === 'organisation' || relation === 'area');
	return {
		readsAccreditations: isOwn || reads('accreditation'),
		readsTime: isOwn || reads('staff-time'),
		readsFamilies: grantedRelations(actor, 'read', 'family').includes('organisation'),
	};
}
