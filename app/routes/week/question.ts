import { idToKeep } from '#app/domain/audit/entry.ts';
import { type CalendarDay, parseCalendarDay } from '#app/domain/shared/calendar-day.ts';

/** By what the week is laid out: one row for each room, each facilitator, each area. */
export const WEEK_BY = ['venue', 'facilitator', 'area'] as const;
export type WeekBy = (typeof WEEK_BY)[number];

/** `of` is the one venue, facilitator or area that is asked for; null for all. */
export type WeekQuestion = { readonly by: WeekBy; readonly of: string | null; readonly day: CalendarDay };

/** What the address asks for; what is no question of ours is left out, because an old link should still open the week. */
export function readQuestion(request: Request, today: CalendarDay): WeekQuestion {
	const asked = new URL(request.url).searchParams;
	const from = parseCalendarDay(asked.get('from') ?? '');
	return {
		by: WEEK_BY.find((by) => by === asked.get('by')) ?? 'venue',
		of: idToKeep(asked.get('of') ?? ''),
		day: from !== null && '2000' <= from && from < '2100' ? from : today,
	};
}
