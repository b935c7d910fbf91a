import type { AttendanceFact } from '#app/domain/attendance/attendance-fact.ts';
import { runOfAbsences } from '#app/domain/attendance/rate.ts';
import { countRecorded } from '#app/domain/attendance/received-so-far.ts';
import { bestPossible } from '#app/domain/attrition/best-possible.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import type { Session } from '#app/domain/scheduling/session.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { RegisterRowWithHistory } from '#db/queries/registers.ts';

/** The line below a name: what was received, how many were missed in a row, and what may still be missed (§5.9, §5.10). */
export function standingInWords(
	{ row, history, caughtUpPlans }: RegisterRowWithHistory,
	sessions: ReadonlyMap<SessionId, Session>,
	programme: Programme,
	now: Instant,
): string {
	const facts: AttendanceFact[] = [];
	for (const [sessionId, expected, mark, minutes] of history) {
		const session = sessions.get(sessionId);
		if (!session) continue;
		const { planNumber, state, time } = session;
		const startsAt = time?.startsAt ?? null;
		facts.push({ expected: expected === 1, mark, minutes, planNumber, sessionState: state, startsAt });
	}
	const run = runOfAbsences(facts);
	const person = { facts, caughtUpPlans, joinsAtPlan: row.joinsAtPlan, isActive: isActive(row.enrolmentState) };
	const best = bestPossible(person, programme, now);
	const outOf = countRecorded(facts, caughtUpPlans);
	const parts = [
		outOf === 0 ? 'First session' : `Received ${best.received} of ${outOf}`,
		run.missed > 0 && `missed the last ${run.missed}`,
		best.standing === 'possible' && `may miss ${best.mayMiss} more`,
		best.standing === 'last-chance' && 'may miss no more',
		best.standing === 'impossible' && 'can no longer complete',
	];
	// A line that breaks here keeps the dot at its end.
	return parts.filter(Boolean).join('\u00a0· ');
}
