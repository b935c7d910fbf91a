import { bookedPlans, type CatchUp, catchUpsOf } from '#app/domain/attendance/catch-ups.ts';
import { runOfAbsences } from '#app/domain/attendance/rate.ts';
import { countRecorded } from '#app/domain/attendance/received-so-far.ts';
import { recordFromHistory } from '#app/domain/attendance/record-from-history.ts';
import { bestPossible } from '#app/domain/attrition/best-possible.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import type { Session } from '#app/domain/scheduling/session.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { formatCount } from '#app/ui/format.ts';
import type { RegisterRowWithHistory } from '#db/queries/registers.ts';

type Sessions = ReadonlyMap<SessionId, Session>;

/** What one person’s rows say: those of the term and of sessions booked for them, and apart from these their catch-ups. */
export function recordOf({ row, history, caughtUpPlans }: RegisterRowWithHistory, sessions: Sessions) {
	const { facts, booked } = recordFromHistory(history, sessions);
	const done = caughtUpPlans.map((planNumber) => ({ planNumber, doneOn: null, sessionId: null }));
	return { facts, booked, done, isActive: isActive(row.enrolmentState) };
}

/** The line below a name: what was received, how many were missed in a row, and what may still be missed (§5.9, §5.10). */
export function standingInWords(
	person: RegisterRowWithHistory,
	sessions: Sessions,
	programme: Programme,
	now: Instant,
): string {
	const { row, caughtUpPlans } = person;
	const { facts, booked, isActive } = recordOf(person, sessions);
	const run = runOfAbsences(facts);
	const bookedNow = bookedPlans(booked, now);
	const { joinsAtPlan } = row;
	const best = bestPossible({ facts, caughtUpPlans, bookedPlans: bookedNow, joinsAtPlan, isActive }, programme, now);
	const outOf = countRecorded(facts, caughtUpPlans);
	const parts = [
		outOf === 0 ? 'First session' : `Received ${best.received} of ${outOf}`,
		run.missed > 0 && `missed the last ${run.missed}`,
		best.standing === 'possible' && `may miss ${best.mayMiss} more`,
		best.standing === 'last-chance' && 'may miss no more',
		best.standing === 'impossible' && 'can no longer complete',
		best.catchUpsOpen > 0 && best.standing !== 'impossible' && `${formatCount('catch-up', best.catchUpsOpen)} open`,
	];
	// A line that breaks here keeps the dot at its end.
	return parts.filter(Boolean).join('\u00a0· ');
}

/** How many of these people need a catch-up of a plan and may still have it in time. */
export function countNeeding(
	people: readonly RegisterRowWithHistory[],
	planNumber: number,
	{ sessions, programme, now }: { readonly sessions: Sessions; readonly programme: Programme; readonly now: Instant },
): number {
	const isNeeded = (catchUp: CatchUp) => catchUp.planNumber === planNumber && catchUp.state === 'needed';
	return people.filter((person) => catchUpsOf(recordOf(person, sessions), programme.thresholds, now).some(isNeeded))
		.length;
}
