import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { versionInForce } from '#app/domain/programmes/versions/own-version.ts';
import { type LaidOut, type LayOutRefusal, layOutSessions } from '#app/domain/scheduling/lay-out-sessions.ts';
import type { Closure, Nation, Slot } from '#app/domain/scheduling/meeting-pattern.ts';
import { isBlocking, type ShownClash, sentenceForClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, StaffId, VenueId } from '#app/domain/shared/ids.ts';
import { done, type Outcome } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { refuseAsking } from '../clashes/slot-refusals.ts';
import { holdInStep, type InStepRefusal } from '../pairs/lay-out-in-step.ts';
import { type CohortSetting, clashesOfSettled, type SettingRefusal, settleCohort } from './settle-cohort.ts';

/** A cohort as the coordinator entered it. */
export type CohortDraft = CohortSetting & {
	readonly name: string;
	readonly slots: readonly Slot[];
	readonly earliestStart: CalendarDay;
	readonly skippedWeeks: readonly Closure[];
	readonly runsOnBankHoliday: boolean;
	readonly places: number;
	/** The cohort of the other side with which it will be linked, to run the same weeks (§2.12). */
	readonly inStepWith?: CohortId | null;
};

/** Everything that is decided before a cohort is saved. `fingerprint` changes with whatever of it a person was shown. */
export type CohortPlanned = {
	readonly programme: Programme;
	readonly nation: Nation;
	readonly venueId: VenueId | null;
	readonly laidOut: LaidOut;
	/** Past which nobody may start or book: with one of them it can be saved as a draft only (§2.9). */
	readonly clashes: readonly ShownClash[];
	/** What is said of the weaker ones, each once for the whole plan: it takes a tick to go on. */
	readonly warnings: readonly string[];
	readonly holidaysKnownUntil: CalendarDay | null;
	/** The last school holiday of the area that is known, for a cohort that leaves them out. */
	readonly schoolHolidaysKnownUntil: CalendarDay | null;
	readonly fingerprint: string;
};

export type DraftRefusal = SettingRefusal | LayOutRefusal | InStepRefusal | 'too-many-slots';

/**
 * Lays the draft's sessions over the calendar and looks for clashes; saves nothing, so that a person can look first (§2.3).
 * It takes the version of the programme that is in force on its first day, whichever the draft names. Refused to who
 * asks too often.
 */
export function planCohort(
	context: AppContext,
	db: Db,
	actor: Actor,
	draft: CohortDraft,
): Outcome<CohortPlanned, DraftRefusal> {
	const settled = settleCohort(context, db, actor, draft);
	if (!settled.done) return settled;
	const { nation, venueId } = settled.value;
	const { holidaysKnownUntil, ...daysOff } = settled.value.daysOff;
	const outcome = layOutInForce(context, settled.value.programme, { ...draft, ...daysOff });
	if (!outcome.done) return outcome;
	const { laidOut, programme } = outcome.value;
	const waits = refuseAsking(context, db, actor);
	if (waits) return waits;
	const found = clashesOfSettled(context, db, actor, { ...settled.value, programme }, laidOut.sessions);
	const clashes = found.filter(isBlocking);
	const step = inStepOf(context, db, actor, draft, { ...settled.value, sessions: laidOut.sessions });
	if (!step.done) return step;
	const warnings = [...warningsIn(found), ...(step.value === null ? [] : [`${step.value} in the two cohorts.`])];
	const shown = JSON.stringify([draft, programme.version, nation, laidOut, clashes, warnings]);
	const fingerprint = context.credentials.hashSecret(shown);
	const schoolHolidaysKnownUntil = daysOff.schoolHolidays.at(-1)?.to ?? null;
	const known = { holidaysKnownUntil, schoolHolidaysKnownUntil };
	return done({ programme, nation, venueId, laidOut, clashes, warnings, ...known, fingerprint });
}

/** When it meets does not depend on the version, so that the first day is known before the version is. */
function layOutInForce(
	{ content }: AppContext,
	named: Programme,
	draft: Omit<Parameters<typeof layOutSessions>[0], 'plans'>,
): Outcome<{ readonly laidOut: LaidOut; readonly programme: Programme }, LayOutRefusal> {
	const first = layOutSessions({ ...draft, plans: named.plans });
	if (!first.done) return first;
	const programme = versionInForce(content.programmes, named, first.value.firstDay ?? draft.earliestStart) ?? named;
	const again = programme === named ? first : layOutSessions({ ...draft, plans: programme.plans });
	return again.done ? done({ laidOut: again.value, programme }) : again;
}

type Team = { readonly programme: Programme; readonly team: readonly StaffId[] };

function inStepOf(
	context: AppContext,
	db: Db,
	actor: Actor,
	{ inStepWith }: CohortDraft,
	{ programme, team, sessions }: Team & Pick<LaidOut, 'sessions'>,
): Outcome<string | null, InStepRefusal> {
	if (!inStepWith) return done(null);
	return holdInStep(context, db, actor, { cohortId: inStepWith, side: programme.side, team, sessions });
}

/** What the softer of these clashes say, each sentence once, however many sessions it is true of. */
export function warningsIn(clashes: readonly ShownClash[]): readonly string[] {
	return [...new Set(clashes.filter((clash) => !isBlocking(clash)).map((clash) => sentenceForClash(clash, '')))];
}
