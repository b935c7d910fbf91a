import type { CalendarEvent } from '../school-holidays/written-holidays.ts';
import type { Workbook } from '../sheet/workbook.ts';

/** A list as it stood in its file: the rows of a spreadsheet, or the events of a calendar. */
export type ListFile = { readonly workbook: Workbook } | { readonly events: readonly CalendarEvent[] };
