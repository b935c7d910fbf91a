import type { Side } from '../../programmes/programme.ts';
import type { SessionTime } from '../../scheduling/session.ts';
import type { CalendarDay, Weekday } from '../../shared/calendar-day.ts';
import type { ClockTime } from '../../shared/clock-time.ts';
import type { Gender, ProgrammeFamily } from '../facilitators/facilitator.ts';
import type { RowRefusal } from '../lists/list-reading.ts';

export const COHORT_FIELDS = [
	'code',
	'programme',
	'side',
	'start_date',
	'weekday',
	'start_time',
	'finish',
	'venue',
	'room',
	'facilitator_1',
	'facilitator_2',
	'skip',
	'nation',
	'places',
] as const;
export type CohortField = (typeof COHORT_FIELDS)[number];

/** The nations as a team writes them; two of them share their bank holidays. */
export const HOME_NATIONS = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export type HomeNation = (typeof HOME_NATIONS)[number];

export type ReadingWarning =
	| 'date-from-serial'
	| 'facilitator-name-interpreted'
	| 'programme-name-interpreted'
	| 'skip-date-not-a-session-day'
	| 'skip-week-not-a-monday'
	| 'time-assumed-pm';

/** One row of a plan as its cells say it, before it is laid out; venue and room in the spelling of their first row. */
export type CohortRow = {
	readonly row: number;
	readonly code: string;
	readonly family: ProgrammeFamily;
	readonly side: Side;
	readonly nation: HomeNation;
	readonly places: number | null;
	readonly startDate: CalendarDay;
	readonly weekday: Weekday;
	readonly startTime: ClockTime;
	readonly lengthMinutes: number;
	readonly online: boolean;
	readonly venue: string | null;
	readonly room: string | null;
	/** As they are written; an empty column is left out. */
	readonly facilitators: readonly string[];
	readonly skips: readonly SkippedDays[];
	readonly warnings: readonly ReadingWarning[];
};

/** A week (Monday to Sunday) or one day without a session; `shown` is the Monday or the day. */
export type SkippedDays = { readonly from: CalendarDay; readonly to: CalendarDay; readonly shown: CalendarDay };

export type RefusedCohort = RowRefusal<CohortField> & { readonly cohort: string };

/** A facilitator as the plan looks for one: from a list of facilitators, or from the accounts of the staff. */
export type KnownFacilitator = {
	/** What stands for them: a name in a list, an id among the staff. */
	readonly key: string;
	readonly name: string;
	readonly knownAs: string | null;
	readonly gender: Gender;
	/** For each programme; without an entry they are not accredited for it. */
	readonly accredited: Readonly<Partial<Record<ProgrammeFamily, KnownAccreditation>>>;
	/** Hours of the week; null when they are not known. */
	readonly hours: readonly { readonly weekday: Weekday; readonly from: ClockTime; readonly to: ClockTime }[] | null;
	/** The same in words. */
	readonly availability: string | null;
};
export type KnownAccreditation = 'in-training' | { readonly until: CalendarDay | null };

/** What a person looks at in a row that could be read. */
export type CohortWarning =
	| { readonly code: ReadingWarning }
	| { readonly code: 'bank-holiday-skipped'; readonly dates: readonly CalendarDay[] }
	| {
			readonly code: 'facilitator-accreditation-lapsed' | 'facilitator-accreditation-lapses-during';
			readonly facilitator: string;
			readonly until: CalendarDay;
	  }
	| {
			readonly code: 'facilitator-in-training' | 'facilitator-not-accredited-for-programme' | 'facilitator-not-in-list';
			readonly facilitator: string;
	  }
	| { readonly code: 'facilitator-not-available'; readonly facilitator: string; readonly availability: string }
	| { readonly code: 'facilitators-not-mixed-sex' | 'no-accredited-facilitator' };

/** Somebody on the team: known, or only a name. */
export type TeamMate = { readonly name: string; readonly known: KnownFacilitator | null };

/** A row that is laid out over the calendar. */
export type PlannedCohort = CohortRow & {
	readonly team: readonly TeamMate[];
	readonly times: readonly SessionTime[];
	readonly bankHolidaysSkipped: readonly CalendarDay[];
	/** The days that there would be if it ran on bank holidays; empty when that changes nothing. */
	readonly daysIfRunOnBankHolidays: readonly CalendarDay[];
	readonly allWarnings: readonly CohortWarning[];
};
