import { type Share, shareOf } from '../statistics/percentages.ts';
import { type Interval, wilsonInterval } from '../statistics/proportion.ts';
import { type AttendanceFact, isExposure, wasMissed, wasThere } from './attendance-fact.ts';
import { MARK_MEANINGS } from './marks.ts';

/** `count` attended of `outOf` that count; the Wilson interval goes from 0 to 1 and is null when nothing counts. */
export type AttendanceRate = Share & {
	readonly interval: Interval | null;
	/** Expected at a held session and without a mark: outside the rate, and shown beside it. */
	readonly notRecorded: number;
};

/**
 * Attended out of expected with an outcome, for one person or for many. Late and left early are attended, both absences
 * are missed; stood down, not yet recorded, cancelled sessions and sessions to come are outside it (§5.3, §6.3).
 */
export function attendanceRate(facts: readonly AttendanceFact[]): AttendanceRate {
	const exposed = facts.filter(isExposure);
	const counted = exposed.filter((fact) => fact.mark !== null && MARK_MEANINGS[fact.mark].inRate);
	const attended = counted.filter(wasThere).length;
	return {
		...shareOf(attended, counted.length),
		interval: wilsonInterval(attended, counted.length),
		notRecorded: exposed.filter((fact) => fact.mark === null).length,
	};
}

/** Sessions missed, and of these the ones with an apology: an accepted absence is missed all the same (§5.4). */
export type Missed = { readonly missed: number; readonly withApology: number };

/** How many expected sessions that were held people missed, and how many of them with an apology. */
export function countMissed(facts: readonly AttendanceFact[]): Missed {
	const missed = facts.filter(wasMissed);
	return { missed: missed.length, withApology: missed.filter(({ mark }) => mark === 'absent-notified').length };
}

/** `unexplained` are those of the run without contact; the ladder's first step asks for them. */
export type RunOfAbsences = { readonly missed: number; readonly unexplained: number };

/**
 * How many sessions in a row one person has missed since they last attended, by the time of the sessions. Cancelled, not
 * yet recorded and stood down neither break nor lengthen the run, nor does an apology for a session to come (§5.2, §5.9).
 */
export function runOfAbsences(facts: readonly AttendanceFact[]): RunOfAbsences {
	let lastAttended = '';
	for (const fact of facts) {
		if (fact.startsAt !== null && fact.startsAt > lastAttended && wasThere(fact)) lastAttended = fact.startsAt;
	}
	const run = facts.filter((fact) => fact.startsAt !== null && fact.startsAt > lastAttended && wasMissed(fact));
	return { missed: run.length, unexplained: run.filter((fact) => fact.mark === 'absent-no-contact').length };
}
