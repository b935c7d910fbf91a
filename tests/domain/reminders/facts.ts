import { loadContent } from '#app/content/load-content.ts';
import type { SafeContact } from '#app/domain/people/safe-contact.ts';
import type { ToldOf } from '#app/domain/reminders/cause-of-message.ts';
import type { SendingFacts } from '#app/domain/reminders/may-we-send.ts';
import { type KindTimings, lastUseOf, type MessageKind, wantedAt } from '#app/domain/reminders/message-kinds.ts';
import type { SessionTime } from '#app/domain/scheduling/session.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay, WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';

/** A session of two hours that starts at this wall time, as `2026-03-10T18:30`. */
export function timeOf(startsLocal: string): SessionTime {
	const [day = '', start = ''] = startsLocal.split('T');
	const time = sessionTimeAt(calendarDay(day), clockTime(start), 120);
	if (!time) throw new Error(`no session starts at ${startsLocal}`);
	return time;
}

/** A contact that is safe on every day from 9am to 9pm for a long time yet. */
export function contactOf(overrides: Partial<SafeContact> = {}): SafeContact {
	return {
		id: asId('contact'),
		channel: 'email',
		address: 'alex@example.org',
		safeDays: WEEKDAYS,
		safeFrom: clockTime('09:00'),
		safeUntil: clockTime('21:00'),
		reviewBy: calendarDay('2028-12-31'),
		mayLeaveVoicemail: false,
		mayNameOrganisation: false,
		withholdsNumber: true,
		codeWord: null,
		language: null,
		isConfirmed: true,
		failingSince: null,
		...overrides,
	};
}

/** As the shipped content says. */
export const TIMINGS: KindTimings = loadContent().kindTimings;

/** The message of this kind about a session at this time, planned a week before. */
export function messageOf(kind: MessageKind, time: SessionTime, change: Partial<SendingFacts['message']> = {}) {
	const plannedAt = instant('2026-03-03T10:00:00Z');
	const useBy = lastUseOf(kind, time, TIMINGS);
	return { kind, timeVersion: 1, useBy, decision: null, wantedAt: wantedAt(kind, time, TIMINGS, plannedAt), ...change };
}

/** A message of this kind about the session, that waits to leave at this moment unless it stands otherwise. */
export function toldOf(kind: MessageKind, at: string, change: Partial<ToldOf> = {}): ToldOf {
	return { kind, timeVersion: 1, state: 'queued', at: instant(at), ...change };
}

/** A person who is expected at a session on Tuesday 10 March 2026 at 6:30pm, with nothing in the way of a reminder. */
export function factsOf(overrides: Partial<SendingFacts> = {}): SendingFacts {
	const time = timeOf('2026-03-10T18:30');
	return {
		message: messageOf('reminder', time),
		session: { state: 'scheduled', time, timeVersion: 1 },
		cohortState: 'running',
		enrolmentState: 'on-programme',
		isExpected: true,
		mark: null,
		side: 'survivor',
		isOn: true,
		hasWords: true,
		isFirst: false,
		isWelcomed: false,
		isToldOfEnd: false,
		told: [],
		isStopped: false,
		contact: contactOf(),
		isShared: false,
		sentBy: ['email'],
		otherSideAt: [],
		...overrides,
	};
}
