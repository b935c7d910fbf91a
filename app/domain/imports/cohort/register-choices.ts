import type { ProgrammeKey } from '../../programmes/programme.ts';
import type { Nation } from '../../scheduling/meeting-pattern.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { ClockTime } from '../../shared/clock-time.ts';
import type { AreaId, RoomId, StaffId, VenueId } from '../../shared/ids.ts';
import type { MarkMeanings } from '../marks/mark-codes.ts';
import type { RegisterQuestion } from '../propose-register.ts';
import type { ProgrammeName } from '../register-shape.ts';

/** How a person says that the sheet is to be read, where the sheet does not say it by itself. */
export type RegisterReading = {
	/** Null while only one sheet looks like a register. */
	readonly sheet: string | null;
	readonly markMeanings: MarkMeanings;
	/** The day of a session by the letters of its column. */
	readonly sessionDates: Readonly<Record<string, CalendarDay>>;
	/** Rows of the sheet that are not brought in. */
	readonly leftOut: readonly number[];
};

/** The cohort that the register becomes. `nation` null is the area's own; no venue is online. */
export type CohortChoice = {
	readonly name: string;
	readonly programme: ProgrammeKey;
	readonly areaId: AreaId;
	readonly nation: Nation | null;
	readonly place: { readonly venueId: VenueId | null; readonly roomId: RoomId | null };
	readonly onlineRoom?: string | null;
	readonly leadId: StaffId;
	readonly coFacilitatorIds: readonly StaffId[];
	readonly startTime: ClockTime;
	readonly places: number;
};

/** What somebody has confirmed of an import so far; `cohort` is null until that step is done. */
export type RegisterChoices = RegisterReading & {
	readonly isConfirmed: boolean;
	readonly cohort: CohortChoice | null;
};

export const NO_CHOICES: RegisterChoices = {
	sheet: null,
	markMeanings: {},
	sessionDates: {},
	leftOut: [],
	isConfirmed: false,
	cohort: null,
};

/** The question that reads the workbook by these choices, as of today. */
export function questionOf(
	reading: RegisterReading,
	asOf: CalendarDay,
	programmes: readonly ProgrammeName[],
): RegisterQuestion {
	const { sheet, markMeanings, sessionDates } = reading;
	return { asOf, sheet: sheet ?? undefined, markMeanings, sessionDates, programmes };
}
