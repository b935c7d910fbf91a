import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { timeInWords } from '#app/domain/shared/in-words.ts';
import type { Accreditation } from '#app/domain/team/accreditation.ts';
import { isAccredited } from '#app/domain/team/accreditation.ts';
import type { Hours } from '#app/domain/team/staff-time.ts';
import { formatDate } from '#app/ui/format.ts';

/** `9am to 1pm, 2pm to 5pm`: as it is typed and as it is read. */
export function hoursInWords(hours: readonly Pick<Hours, 'fromTime' | 'toTime'>[]): string {
	return hours.map(({ fromTime, toTime }) => `${timeInWords(fromTime)} to ${timeInWords(toTime)}`).join(', ');
}

/** `5 January 2026 to 6 February 2026`; the one day when they are the same. */
export function daysInWords(from: CalendarDay, to: CalendarDay): string {
	return from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`;
}

/** Until when an accreditation holds, as it stands today. */
export function lastsInWords(one: Accreditation, today: CalendarDay): string {
	if (one.expiresOn === null) return 'Until further notice';
	const holds = isAccredited([one], one.programmeSlug, today) || today < one.accreditedOn;
	return holds ? `Until ${formatDate(one.expiresOn)}` : `Ended on ${formatDate(one.expiresOn)}`;
}
