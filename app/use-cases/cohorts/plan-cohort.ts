import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayOnCohort } from '#app/domain/access/policy.ts';
import type { Programme, ProgrammeKey } from '#app/domain/programmes/programme.ts';
import { findClashes } from '#app/domain/scheduling/clashes.ts';
import { type LaidOut, type LayOutRefusal, layOutSessions } from '#app/domain/scheduling/lay-out-sessions.ts';
import type { Closure, Nation, Slot } from '#app/domain/scheduling/meeting-pattern.ts';
import { type ShownClash, shownClashes } from '#app/domain/scheduling/shown-clashes.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { AreaId, RoomId, StaffId, VenueId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listDaysOff } from '#db/queries/closures.ts';
import { listOccupyingCohorts } from '#db/queries/occupied-times.ts';
import { findRoom, findVenue, listPlaces } from '#db/queries/places.ts';
import { listFacilitators } from '#db/queries/staff.ts';

/** A cohort as the coordinator entered it. `nation` null is the area's own. */
export type CohortDraft = {
	readonly name: string;
	readonly programme: ProgrammeKey;
	readonly areaId: AreaId;
	readonly nation: Nation | null;
	/** Both null: it meets online. A room brings its venue with it. */
	readonly place: { readonly venueId: VenueId | null; readonly roomId: RoomId | null };
	readonly leadId: StaffId;
	readonly coFacilitatorIds: readonly StaffId[];
	readonly slots: readonly Slot[];
	readonly earliestStart: CalendarDay;
	readonly skippedWeeks: readonly Closure[];
	readonly runsOnBankHoliday: boolean;
	readonly places: number;
};

/** Everything that is decided before a cohort is saved. `fingerprint` changes with whatever of it a person was shown. */
export type CohortPlanned = {
	readonly programme: Programme;
	readonly nation: Nation;
	readonly venueId: VenueId | null;
	readonly laidOut: LaidOut;
	readonly clashes: readonly ShownClash[];
	/** Fewer facilitators than the programme wants; null when there are enough. It takes a tick to go on (§2.9). */
	readonly fewFacilitators: { readonly wanted: number; readonly named: number } | null;
	readonly holidaysKnownUntil: CalendarDay | null;
	readonly fingerprint: string;
};

export type DraftRefusal =
	| 'not-found'
	| 'unknown-area'
	| 'unknown-place'
	| 'unknown-facilitator'
	| 'facilitator-twice'
	| LayOutRefusal;

/** Lays the draft's sessions over the calendar and looks for clashes; saves nothing, so that a person can look first (§2.3). */
export function planCohort(
	{ content, credentials }: AppContext,
	db: Db,
	actor: Actor,
	draft: CohortDraft,
): Outcome<CohortPlanned, DraftRefusal> {
	const programme = content.findProgramme(draft.programme);
	const area = listPlaces(db, actor).find(({ id }) => id === draft.areaId);
	if (!programme) return refused('not-found');
	if (!area) return refused('unknown-area');
	const team = [draft.leadId, ...draft.coFacilitatorIds];
	if (!mayOnCohort(actor, 'write', 'cohort', { areaId: area.id, side: programme.side, teamStaffIds: [] })) {
		return refused('not-found');
	}
	const venueId = venueOf(db, actor, draft);
	if (venueId === undefined) return refused('unknown-place');
	const known = listFacilitators(db, actor).map(({ id }) => id);
	if (team.some((staffId) => !known.includes(staffId))) return refused('unknown-facilitator');
	if (new Set(team).size < team.length) return refused('facilitator-twice');

	const nation = draft.nation ?? area.nation;
	const { holidaysKnownUntil, ...daysOff } = listDaysOff(db, actor, { nation, venueId });
	const outcome = layOutSessions({ ...draft, ...daysOff, plans: programme.plans });
	if (!outcome.done) return outcome;
	const laidOut = outcome.value;
	const clashes = clashesOf(db, actor, {
		...draft,
		side: programme.side,
		venueId,
		roomId: draft.place.roomId,
		team,
		laidOut,
	});
	const wanted = programme.thresholds.minimumFacilitators;
	const fewFacilitators = team.length < wanted ? { wanted, named: team.length } : null;
	const fingerprint = credentials.hashSecret(JSON.stringify([draft, nation, laidOut, clashes, fewFacilitators]));
	return done({ programme, nation, venueId, laidOut, clashes, fewFacilitators, holidaysKnownUntil, fingerprint });
}

/** The venue of the place that was chosen, null for online; undefined when there is no such place. */
function venueOf(db: Db, actor: Actor, { place: { venueId, roomId } }: CohortDraft): VenueId | null | undefined {
	if (roomId) return findRoom(db, actor, roomId)?.venue.id;
	return venueId === null ? null : findVenue(db, actor, venueId)?.id;
}

type Planned = Omit<Parameters<typeof findClashes>[0], 'sessions'> & { readonly laidOut: LaidOut };

function clashesOf(db: Db, actor: Actor, { laidOut, ...planned }: Planned): readonly ShownClash[] {
	const { firstDay, lastDay, sessions } = laidOut;
	if (firstDay === null || lastDay === null) return [];
	const others = listOccupyingCohorts(db, actor, firstDay, lastDay);
	const clashes = findClashes({ ...planned, sessions }, others);
	return shownClashes(clashes, (cohortId) => others.find((other) => other.cohortId === cohortId)?.name ?? null);
}
