import type { SessionTime } from '#app/domain/scheduling/session.ts';
import { clockTimeAt, minutesOfDay } from '#app/domain/shared/clock-time.ts';
import { formatTime } from '#app/ui/format.ts';

/** The time as `TimeFields` shows it before anybody has typed; nothing for none. */
export function timeValues(
	time: Pick<SessionTime, 'day' | 'startTime' | 'lengthMinutes'> | null,
): Readonly<Record<string, string>> {
	if (!time) return {};
	const [year = '', month = '', day = ''] = time.day.split('-');
	return {
		'day-day': String(Number(day)),
		'day-month': String(Number(month)),
		'day-year': year,
		startTime: formatTime(time.startTime),
		endTime: formatTime(clockTimeAt((minutesOfDay(time.startTime) + time.lengthMinutes) % 1440)),
	};
}
