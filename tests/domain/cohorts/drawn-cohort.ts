import type { Mark } from '#app/domain/attendance/marks.ts';
import type { EnrolmentState } from '#app/domain/attrition/enrolment-states.ts';
import type { CohortEvidence } from '#app/domain/cohorts/summarise-cohort.ts';
import type { CohortLog } from '#app/domain/cohorts/summarise-delivery.ts';
import type { MemberRecord } from '#app/domain/cohorts/summarise-person.ts';
import type { ActivityRating } from '#app/domain/fidelity/activity-ratings.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import type { Session } from '#app/domain/scheduling/session.ts';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { CohortId, EnrolmentId, LogId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { instant, instantOf, plusMinutes } from '#app/domain/shared/instant.ts';

const MARKS: Readonly<Record<string, Mark>> = {
	P: 'attended',
	L: 'late',
	E: 'left-early',
	A: 'absent-notified',
	N: 'absent-no-contact',
	S: 'stood-down',
	// Made up for: the absence stays in the register and a catch-up stands beside it.
	c: 'absent-no-contact',
};

/**
 * A cohort as it hangs on the wall. The first line holds the sessions, weekly from 6 January 2026: H held, X cancelled,
 * s still scheduled. Each other line is a person: a letter a session (- not yet recorded, . to come, _ not enrolled),
 * then the state of the place where it is not `on-programme`.
 */
export function drawnCohort(drawing: string, logs: readonly CohortLog[] = []): CohortEvidence {
	const [states = '', ...people] = drawing.trim().split('\n');
	const sessions = letters(states).map(drawnSession);
	return {
		programme: programmeOf(sessions.length),
		sessions,
		keptTimes: [],
		skippedWeeks: [],
		members: people.map((line) => drawnMember(line.trim(), sessions)),
		logs,
	};
}

/** A log of a drawn session: `core` and `extra` are the two activities of every plan; null is not rated. */
export function drawnLog(
	planNumber: number,
	core: ActivityRating | null,
	extra: ActivityRating | null,
	{ by = 'first', savedAt = '2026-01-06T21:00:00Z' } = {},
): CohortLog {
	const rated = { core, extra };
	return {
		id: `log-${planNumber}-${by}` as LogId,
		sessionId: sessionId(planNumber),
		staffId: by as StaffId,
		version: 1,
		savedAt: instant(savedAt),
		ratings: (['core', 'extra'] as const).flatMap((activityKey) => {
			const rating = rated[activityKey];
			return rating ? [{ activityKey, rating, minutes: 60, reason: null }] : [];
		}),
	};
}

function drawnSession(letter: string, index: number): Session {
	const day = plusDays(calendarDay('2026-01-06'), 7 * index);
	const startTime = clockTime('18:00');
	const startsAt = instantOf(day, startTime)!;
	const state = letter === 'H' ? 'held' : letter === 'X' ? 'cancelled' : 'scheduled';
	return {
		id: sessionId(index + 1),
		cohortId: 'cohort' as CohortId,
		planNumber: index + 1,
		kind: 'group',
		enrolmentId: null,
		state,
		stateReason: state === 'cancelled' ? 'venue flooded' : null,
		time: { day, startTime, lengthMinutes: 120, startsAt, endsAt: plusMinutes(startsAt, 120) },
		timeVersion: 1,
		sequence: 0,
	};
}

function drawnMember(line: string, sessions: readonly Session[]): MemberRecord {
	const [name = '', ...words] = line.split(/\s+/);
	const row = words.filter((word) => word.length === 1);
	const state = (words.find((word) => word.length > 1) ?? 'on-programme') as EnrolmentState;
	return {
		enrolmentId: name as EnrolmentId,
		state,
		joinsAtPlan: row.findIndex((letter) => letter !== '_') + 1,
		facts: sessions.flatMap(({ planNumber, state: sessionState, time }, index) => {
			const letter = row[index] ?? '_';
			const mark = MARKS[letter] ?? null;
			const fact = { planNumber, sessionState, startsAt: time!.startsAt, expected: true, mark, minutes: null };
			return letter === '_' ? [] : [fact];
		}),
		caughtUpPlans: row.flatMap((letter, index) => (letter === 'c' ? [index + 1] : [])),
	};
}

/** Two activities a plan, one core; two thirds of the plans complete it; one catch-up within 28 days. */
function programmeOf(planCount: number): Programme {
	const activity = (key: string, core: boolean) => ({ key, title: key, minutes: 60, core, mechanism: 'change' });
	return {
		slug: 'drawn',
		version: '1',
		variant: null,
		name: 'Drawn programme',
		side: 'perpetrator',
		summary: '',
		notice: '',
		modules: [],
		plans: Array.from({ length: planCount }, (_, index) => ({
			number: index + 1,
			module: 'only',
			kind: 'group' as const,
			title: `Plan ${index + 1}`,
			aim: '',
			minutes: 120,
			gapBeforeWeeks: 0,
			joiningAllowed: true,
			activities: [activity('core', true), activity('extra', false)],
			materials: [],
			guidance: [],
			homework: null,
		})),
		thresholds: {
			groupSize: { min: 4, max: 12, viable: 4 },
			lastJoiningSession: 3,
			minimumFacilitators: 2,
			mixedPairWanted: true,
			completion: {
				shareOfSessions: 2 / 3,
				requiredSessions: [],
				requiredIndividualSessions: 0,
				shareOfCoreActivities: null,
			},
			catchUps: { allowed: 1, withinDays: 28 },
			absenceLadder: [],
			excusedAbsenceStartsLadder: false,
			lateMinutes: 20,
			observationShare: 0.1,
			observationNoticeDays: 7,
			fidelityBands: { good: 80, watch: 60 },
			referrerContacts: 3,
		},
		asks: { engagement: null, homework: false },
		fidelityChecklist: [],
		logicModel: { inputs: [], activities: [], mechanisms: [], outputs: [], outcomes: [], impacts: [] },
		variants: [],
	};
}

function sessionId(planNumber: number): SessionId {
	return `session-${planNumber}` as SessionId;
}

function letters(line: string): readonly string[] {
	return line.trim().split(/\s+/);
}
