import type { AttendanceFact } from '../attendance/attendance-fact.ts';
import { wasThere } from '../attendance/attendance-fact.ts';
import { type AttendanceRate, attendanceRate, type RunOfAbsences, runOfAbsences } from '../attendance/rate.ts';
import { type ReceivedSoFar, receivedSoFar } from '../attendance/received-so-far.ts';
import { type BestPossible, bestPossible } from '../attrition/best-possible.ts';
import { isActive } from '../attrition/enrolment.ts';
import type { EnrolmentState } from '../attrition/enrolment-states.ts';
import type { Programme } from '../programmes/programme.ts';
import { hasStarted, type Session } from '../scheduling/session.ts';
import type { EnrolmentId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import { type RegisterCell, registerCell } from './register-cell.ts';

/** One member of a cohort with all their rows, those of sessions to come included, and their done catch-ups. */
export type MemberRecord = {
	readonly enrolmentId: EnrolmentId;
	readonly state: EnrolmentState;
	readonly joinsAtPlan: number;
	/** Entered by mistake and taken out again: in no figure on who stays. */
	readonly isInError?: boolean;
	readonly facts: readonly AttendanceFact[];
	readonly caughtUpPlans: readonly number[];
	/** Plans for which a catch-up is booked that its register has not answered for. */
	readonly bookedPlans?: readonly number[];
};

export type PersonSummary = {
	readonly enrolmentId: EnrolmentId;
	readonly isActive: boolean;
	/** One cell for each session of the cohort, in plan order. */
	readonly cells: readonly RegisterCell[];
	readonly attendance: AttendanceRate;
	readonly run: RunOfAbsences;
	readonly best: BestPossible;
	readonly received: ReceivedSoFar;
	/** Catch-ups without which the completion rule cannot be met; 0 when none is needed. */
	readonly catchUpsNeeded: number;
	readonly caughtUp: number;
	/** The plan of the last session attended; null for somebody who never came. */
	readonly lastAttended: number | null;
};

/** Everything that the cohort's page says of one person, from the rules that hold everywhere. */
export function summarisePerson(
	member: MemberRecord,
	sessions: readonly Session[],
	programme: Programme,
	now: Instant,
): PersonSummary {
	const { enrolmentId, facts, caughtUpPlans, bookedPlans, joinsAtPlan } = member;
	const active = isActive(member.state);
	const best = bestPossible({ facts, caughtUpPlans, bookedPlans, joinsAtPlan, isActive: active }, programme, now);
	const attended = facts.filter(wasThere).map(({ planNumber }) => planNumber);
	return {
		enrolmentId,
		isActive: active,
		cells: sessions.map((session) => cellAt(session, member, now)),
		attendance: attendanceRate(facts),
		run: runOfAbsences(facts),
		best,
		received: receivedSoFar(facts, caughtUpPlans, programme.thresholds),
		catchUpsNeeded: Math.max(0, best.needed - (best.possible - best.catchUpsOpen)),
		caughtUp: new Set(caughtUpPlans).size,
		lastAttended: attended.length === 0 ? null : Math.max(...attended),
	};
}

function cellAt(session: Session, { facts, caughtUpPlans }: MemberRecord, now: Instant): RegisterCell {
	const row = rowAt(session, facts);
	// A placeholder stands for the individual session that was booked for this person.
	const own = session.time === null && row ? { state: row.sessionState, startsAt: row.startsAt } : null;
	return registerCell({
		row,
		state: own?.state ?? session.state,
		hasStarted: own ? own.startsAt !== null && own.startsAt <= now : hasStarted(session, now),
		isCaughtUp: caughtUpPlans.includes(session.planNumber),
	});
}

/** The person's row at this session. A plan has several when it was scheduled again, or booked for the person alone. */
function rowAt({ planNumber, time, state }: Session, facts: readonly AttendanceFact[]): AttendanceFact | null {
	const own = facts.filter((fact) => fact.planNumber === planNumber);
	if (own.length < 2) return own[0] ?? null;
	const live = own.filter(({ expected, sessionState }) => expected && sessionState !== 'cancelled');
	if (time === null) return live[0] ?? own[0]!;
	return own.find(({ startsAt, sessionState }) => startsAt === time.startsAt && sessionState === state) ?? null;
}
