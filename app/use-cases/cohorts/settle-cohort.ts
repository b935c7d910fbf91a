import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type AccessTarget, mayOnCohort } from '#app/domain/access/policy.ts';
import type { Programme, ProgrammeKey } from '#app/domain/programmes/programme.ts';
import { findClashes } from '#app/domain/scheduling/clashes.ts';
import type { LaidOutSession } from '#app/domain/scheduling/lay-out-sessions.ts';
import type { Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import { type ShownClash, shownClashes } from '#app/domain/scheduling/shown-clashes.ts';
import { plusDays } from '#app/domain/shared/calendar-day.ts';
import type { AreaId, RoomId, StaffId, VenueId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { type DaysOffAt, listDaysOff } from '#db/queries/closures.ts';
import { listOccupyingCohorts } from '#db/queries/occupied-times.ts';
import { findRoom, findVenue, listPlaces } from '#db/queries/places.ts';
import { listFacilitators } from '#db/queries/staff.ts';

/** Which programme, where and by whom, as a person chose it. `nation` null is the area's own. */
export type CohortSetting = {
	readonly programme: ProgrammeKey;
	readonly areaId: AreaId;
	readonly nation: Nation | null;
	/** Both null: it meets online. A room brings its venue with it. */
	readonly place: { readonly venueId: VenueId | null; readonly roomId: RoomId | null };
	/** It leaves out the school holidays of its area; absent: it meets in them. */
	readonly skipsSchoolHolidays?: boolean;
	readonly leadId: StaffId;
	readonly coFacilitatorIds: readonly StaffId[];
};

export type SettledCohort = {
	readonly programme: Programme;
	readonly nation: Nation;
	readonly venueId: VenueId | null;
	readonly roomId: RoomId | null;
	readonly team: readonly StaffId[];
	readonly daysOff: DaysOffAt;
	/** Fewer facilitators than the programme wants; null when there are enough. It takes a tick to go on (§2.9). */
	readonly fewFacilitators: { readonly wanted: number; readonly named: number } | null;
};
export type SettingRefusal =
	| 'not-found'
	| 'unknown-area'
	| 'unknown-place'
	| 'unknown-facilitator'
	| 'facilitator-twice';

/** Looks up what a new cohort was given; refused for what is not there and for what the actor may not write there. */
export function settleCohort(
	{ content }: AppContext,
	db: Db,
	actor: Actor,
	setting: CohortSetting,
	record: AccessTarget = 'cohort',
): Outcome<SettledCohort, SettingRefusal> {
	const programme = content.findProgramme(setting.programme);
	const area = listPlaces(db, actor).find(({ id }) => id === setting.areaId);
	if (!programme) return refused('not-found');
	if (!area) return refused('unknown-area');
	const team = [setting.leadId, ...setting.coFacilitatorIds];
	if (!mayOnCohort(actor, 'write', record, { areaId: area.id, side: programme.side, teamStaffIds: [] })) {
		return refused('not-found');
	}
	const venueId = venueOf(db, actor, setting);
	if (venueId === undefined) return refused('unknown-place');
	const known = listFacilitators(db, actor, [programme.side]).map(({ id }) => id);
	if (team.some((staffId) => !known.includes(staffId))) return refused('unknown-facilitator');
	if (new Set(team).size < team.length) return refused('facilitator-twice');
	const nation = setting.nation ?? area.nation;
	const wanted = programme.thresholds.minimumFacilitators;
	return done({
		programme,
		nation,
		venueId,
		roomId: setting.place.roomId,
		team,
		daysOff: listDaysOff(db, actor, { nation, venueId, schoolsOf: setting.skipsSchoolHolidays ? area.id : null }),
		fewFacilitators: team.length < wanted ? { wanted, named: team.length } : null,
	});
}

/** Every clash of these sessions with other cohorts, as far as the actor may read it. */
export function listClashes(
	db: Db,
	actor: Actor,
	{ programme: { side }, venueId, roomId, team }: Pick<SettledCohort, 'programme' | 'venueId' | 'roomId' | 'team'>,
	sessions: readonly LaidOutSession[],
): readonly ShownClash[] {
	const days = sessions.flatMap(({ time }) => time?.day ?? []).toSorted();
	const [firstDay, lastDay] = [days[0], days.at(-1)];
	if (!firstDay || !lastDay) return [];
	// A day more at each end: a session may run past midnight.
	const others = listOccupyingCohorts(db, actor, plusDays(firstDay, -1), plusDays(lastDay, 1));
	const clashes = findClashes({ side, venueId, roomId, team, sessions }, others);
	return shownClashes(clashes, (cohortId) => others.find((other) => other.cohortId === cohortId)?.name ?? null);
}

/** The venue of the place that was chosen, null for online; undefined when there is no such place. */
function venueOf(db: Db, actor: Actor, { place: { venueId, roomId } }: CohortSetting): VenueId | null | undefined {
	if (roomId) return findRoom(db, actor, roomId)?.venue.id;
	return venueId === null ? null : findVenue(db, actor, venueId)?.id;
}
