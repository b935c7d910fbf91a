import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { type LaidOut, type LayOutRefusal, layOutSessions } from '#app/domain/scheduling/lay-out-sessions.ts';
import type { Closure, Nation, Slot } from '#app/domain/scheduling/meeting-pattern.ts';
import type { ShownClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { VenueId } from '#app/domain/shared/ids.ts';
import { done, type Outcome } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { type CohortSetting, listClashes, type SettingRefusal, settleCohort } from './settle-cohort.ts';

/** A cohort as the coordinator entered it. */
export type CohortDraft = CohortSetting & {
	readonly name: string;
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
	/** The last school holiday of the area that is known, for a cohort that leaves them out. */
	readonly schoolHolidaysKnownUntil: CalendarDay | null;
	readonly fingerprint: string;
};

export type DraftRefusal = SettingRefusal | LayOutRefusal;

/** Lays the draft's sessions over the calendar and looks for clashes; saves nothing, so that a person can look first (§2.3). */
export function planCohort(
	context: AppContext,
	db: Db,
	actor: Actor,
	draft: CohortDraft,
): Outcome<CohortPlanned, DraftRefusal> {
	const settled = settleCohort(context, db, actor, draft);
	if (!settled.done) return settled;
	const { programme, nation, venueId, fewFacilitators } = settled.value;
	const { holidaysKnownUntil, ...daysOff } = settled.value.daysOff;
	const outcome = layOutSessions({ ...draft, ...daysOff, plans: programme.plans });
	if (!outcome.done) return outcome;
	const laidOut = outcome.value;
	const clashes = listClashes(db, actor, settled.value, laidOut.sessions);
	const shown = JSON.stringify([draft, nation, laidOut, clashes, fewFacilitators]);
	const fingerprint = context.credentials.hashSecret(shown);
	const schoolHolidaysKnownUntil = daysOff.schoolHolidays.at(-1)?.to ?? null;
	const known = { holidaysKnownUntil, schoolHolidaysKnownUntil };
	return done({ programme, nation, venueId, laidOut, clashes, fewFacilitators, ...known, fingerprint });
}
