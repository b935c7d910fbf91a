import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type AccessTarget, mayOnCohort } from '#app/domain/access/policy.ts';
import type { Programme, ProgrammeKey } from '#app/domain/programmes/programme.ts';
import type { LaidOutSession } from '#app/domain/scheduling/lay-out-sessions.ts';
import type { Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import type { ShownClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { AreaId, RoomId, StaffId, VenueId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { type DaysOffAt, listDaysOff } from '#db/queries/closures.ts';
import { findRoom, findVenue, listPlaces } from '#db/queries/places.ts';
import { listFacilitators } from '#db/queries/staff.ts';
import { listClashes } from '../clashes/list-clashes.ts';

/** Which programme, where and by whom, as a person chose it. `nation` null is the area's own. */
export type CohortSetting = {
	readonly programme: ProgrammeKey;
	readonly areaId: AreaId;
	readonly nation: Nation | null;
	/** Both null: it meets online. A room brings its venue with it. */
	readonly place: { readonly venueId: VenueId | null; readonly roomId: RoomId | null };
	/** It leaves out the school holidays of its area; absent: it meets in them. */
	readonly skipsSchoolHolidays?: boolean;
	/** The room on the web, for a cohort that meets online. */
	readonly onlineRoom?: string | null;
	readonly leadId: StaffId;
	readonly coFacilitatorIds: readonly StaffId[];
};

export type SettledCohort = {
	readonly programme: Programme;
	readonly nation: Nation;
	readonly venueId: VenueId | null;
	readonly roomId: RoomId | null;
	readonly onlineRoom: string | null;
	readonly team: readonly StaffId[];
	readonly daysOff: DaysOffAt;
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
	return done({
		programme,
		nation,
		venueId,
		roomId: setting.place.roomId,
		onlineRoom: venueId === null ? (setting.onlineRoom ?? null) : null,
		team,
		daysOff: listDaysOff(db, actor, { nation, venueId, schoolsOf: setting.skipsSchoolHolidays ? area.id : null }),
	});
}

type ToCheck = Pick<SettledCohort, 'programme' | 'venueId' | 'roomId' | 'onlineRoom' | 'team'>;

/** Every clash of these sessions of a cohort that is not saved yet, as far as the actor may read it. */
export function clashesOfSettled(
	context: AppContext,
	db: Db,
	actor: Actor,
	{ programme, venueId, roomId, onlineRoom, team }: ToCheck,
	sessions: readonly LaidOutSession[],
): readonly ShownClash[] {
	const { side } = programme;
	const place = { side, venueId, roomId, onlineRoom };
	return listClashes(context, db, actor, { cohortId: null, programme, ...place, team, sessions });
}

/** The venue of the place that was chosen, null for online; undefined when there is no such place. */
function venueOf(db: Db, actor: Actor, { place: { venueId, roomId } }: CohortSetting): VenueId | null | undefined {
	if (roomId) return findRoom(db, actor, roomId)?.venue.id;
	return venueId === null ? null : findVenue(db, actor, venueId)?.id;
}
