import { countInWords, timeInWords } from '../shared/in-words.ts';
import type { KindTimings, SettableKind } from './message-kinds.ts';

/** When a message of the kind leaves, and to whom, as a sentence. */
export function whenItLeaves(kind: SettableKind, timings: KindTimings): string {
	const days = (count: number) => countInWords(count, 'day');
	const hours = (count: number) => countInWords(count, 'hour');
	switch (kind) {
		case 'joining':
			return `To a participant, ${days(timings.joining.daysBefore)} before their first session, at the same time of day.`;
		case 'reminder':
			return `To a participant, ${days(timings.reminder.daysBefore)} before each session, at the same time of day.`;
		case 'changed':
			return 'To a participant, at once when a session of which they were to be told moves. On the day of the reminder or later it leaves instead of it.';
		case 'cancelled':
			return 'To a participant, at once when a session does not go ahead.';
		case 'missed-you':
			return `To a participant who missed a session without a word, within ${days(timings.missedYou.withinDays)}, and only if somebody approves it.`;
		case 'session-tomorrow':
			return `To whoever delivers a session, ${days(timings.sessionTomorrow.daysBefore)} before, at ${timeInWords(timings.sessionTomorrow.at)}.`;
		case 'register-overdue':
			return `To whoever delivers a session, ${hours(timings.registerOverdue.hoursAfter)} after its end, until its register is saved or it is marked as not held.`;
		case 'log-overdue':
			return `To whoever delivers a session, ${hours(timings.logOverdue.hoursAfter)} after its end, until there is a delivery log or it is marked as not held.`;
		case 'tasks-due':
			return `To whoever has a task that is due, on its day at ${timeInWords(timings.tasksDue.at)}.`;
		case 'week-ahead':
			return `To whoever delivers a session or has a task, on ${weekdayInWords(timings.weekAhead.weekday)} at ${timeInWords(timings.weekAhead.at)}.`;
	}
}

function weekdayInWords(weekday: string): string {
	return `${weekday[0]!.toUpperCase()}${weekday.slice(1)}`;
}
