import { z } from 'zod';
import type { KindTimings } from '#app/domain/reminders/message-kinds.ts';
import { WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import { type ClockTime, parseClockTime } from '#app/domain/shared/clock-time.ts';
import type { Reading } from './content-faults.ts';
import { readYaml } from './read-document.ts';

/** The file that says when each kind of message leaves. */
export const KIND_TIMINGS = 'kinds.yaml';

const whole = (least: number, most: number) => z.number().int().min(least).max(most);

const at = z
	.string()
	.transform((text) => parseClockTime(text))
	.refine((parsed) => parsed !== null, 'must be a time such as "09:00"')
	.transform((parsed) => parsed as ClockTime);

const before = z.strictObject({ days_before: whole(1, 14), latest_minutes_before: whole(30, 24 * 60) });
const atOnce = z.strictObject({ latest_minutes_before: whole(0, 24 * 60) });
const after = z.strictObject({ hours_after: whole(0, 14 * 24) });

const timingsSchema = z.strictObject({
	...{ joining: before, reminder: before, changed: atOnce, cancelled: atOnce },
	missed_you: z.strictObject({ within_days: whole(1, 14) }),
	session_tomorrow: z.strictObject({ days_before: whole(1, 7), at }),
	...{ register_overdue: after, log_overdue: after },
	tasks_due: z.strictObject({ at }),
	week_ahead: z.strictObject({ weekday: z.enum(WEEKDAYS), at }),
});

type Read = z.output<typeof timingsSchema>;

/** Reads `kinds.yaml`: when each kind leaves. Refused where joining would be said no earlier than the reminder; null then. */
export function readKindTimings(reading: Reading): KindTimings | null {
	const file = readYaml(reading, KIND_TIMINGS, timingsSchema);
	if (!file) return null;
	const { value, find } = file;
	if (value.joining.days_before > value.reminder.days_before) return toTimings(value);
	find(['joining', 'days_before'], 'Joining is said earlier than the reminder: give it more days before.');
	return null;
}

function toTimings(read: Read): KindTimings {
	const whenBefore = ({ days_before: daysBefore, latest_minutes_before: latestMinutesBefore }: Read['joining']) => ({
		daysBefore,
		latestMinutesBefore,
	});
	return {
		joining: whenBefore(read.joining),
		reminder: whenBefore(read.reminder),
		changed: { latestMinutesBefore: read.changed.latest_minutes_before },
		cancelled: { latestMinutesBefore: read.cancelled.latest_minutes_before },
		missedYou: { withinDays: read.missed_you.within_days },
		sessionTomorrow: { daysBefore: read.session_tomorrow.days_before, at: read.session_tomorrow.at },
		registerOverdue: { hoursAfter: read.register_overdue.hours_after },
		logOverdue: { hoursAfter: read.log_overdue.hours_after },
		tasksDue: read.tasks_due,
		weekAhead: read.week_ahead,
	};
}
