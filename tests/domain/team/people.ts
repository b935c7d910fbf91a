import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type SessionId, type StaffId } from '#app/domain/shared/ids.ts';

export const [ann, bob, cat, dan, eve, fay] = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay'].map((id) =>
	asId<StaffId>(id),
) as [StaffId, StaffId, StaffId, StaffId, StaffId, StaffId];

export function timeAt(day: string, time = '18:30', minutes = 120) {
	return sessionTimeAt(calendarDay(day), clockTime(time), minutes)!;
}

export function session(id: string, day: string | null) {
	return { id: asId<SessionId>(id), time: day === null ? null : timeAt(day) };
}
