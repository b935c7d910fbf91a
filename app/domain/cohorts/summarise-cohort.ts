import { type AttendanceRate, attendanceRate } from '../attendance/rate.ts';
import { retentionOf } from '../attrition/retention.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Closure } from '../scheduling/meeting-pattern.ts';
import type { Session } from '../scheduling/session.ts';
import type { EnrolmentId, SessionId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import { type Share, shareOf } from '../statistics/percentages.ts';
import type { RestrictedMean } from '../statistics/restricted-mean.ts';
import { survivalCurve } from '../statistics/survival.ts';
import { FEW_PEOPLE } from './compare-retention.ts';
import { lossesBySession, meanSessionReached, type RetentionPoint, retentionPoints } from './retention-points.ts';
import { type KeptTime, noteSchedule, type ScheduleNotes } from './schedule-notes.ts';
import { countStarted, type StartedCount } from './started.ts';
import { type CohortDelivery, type CohortLog, summariseDelivery } from './summarise-delivery.ts';
import { type MemberRecord, type PersonSummary, summarisePerson } from './summarise-person.ts';

/** Everything that a cohort's figures are computed from: the sessions in plan order, the members in the order wanted. */
export type CohortEvidence = {
	readonly programme: Programme;
	readonly sessions: readonly Session[];
	readonly keptTimes: readonly KeptTime[];
	readonly skippedWeeks: readonly Closure[];
	readonly members: readonly MemberRecord[];
	readonly logs: readonly CohortLog[];
	/** The sessions whose logs wait for the reader’s own. */
	readonly keptBack?: readonly SessionId[];
};

export type CohortSummary = {
	readonly schedule: ScheduleNotes;
	readonly startedCount: StartedCount;
	readonly retention: {
		/** People whom the curve rests on: those who attended at least once. */
		readonly people: number;
		/** Too few to read much into: one more who leaves moves the curve by a tenth or more (facts/evaluation §3). */
		readonly isFew: boolean;
		readonly points: readonly RetentionPoint[];
		readonly mean: RestrictedMean | null;
		/** After which session people left, and how many. */
		readonly losses: readonly { readonly afterSession: number; readonly people: number }[];
		/** Everybody who was at risk then had left although others joined later: the curve stays at 0. Else null. */
		readonly emptiedEarlyAt: number | null;
	};
	readonly delivery: CohortDelivery;
	readonly people: readonly PersonSummary[];
	/** Over everybody's rows, those who left included. */
	readonly attendance: AttendanceRate;
	readonly completion: Completion;
};

export type Completion = {
	/** Of those whose place goes on, who can still meet the completion rule. */
	readonly canComplete: Share;
	/** Those who may not miss one more session. */
	readonly lastChance: readonly EnrolmentId[];
	readonly outOfReach: readonly EnrolmentId[];
	/** Catch-ups that would still count, over all of them. */
	readonly catchUpsOpen: number;
	/** Completed, of those who started. */
	readonly completed: Share;
};

/** All figures of one cohort at this moment, each by the one rule that every other page and report uses. */
export function summariseCohort(evidence: CohortEvidence, now: Instant): CohortSummary {
	const { programme, sessions, members } = evidence;
	const people = members.map((member) => summarisePerson(member, sessions, programme, now));
	const counted = members.filter(({ isInError }) => !isInError);
	const retention = retentionOf(counted, sessions);
	const places = members.flatMap(({ state, isInError }, index) =>
		isInError ? [] : [{ state, hasAttended: people[index]!.lastAttended !== null }],
	);
	const startedCount = countStarted(places);
	const completed = counted.filter(({ state }) => state === 'completed').length;
	return {
		schedule: noteSchedule(sessions, evidence.keptTimes, evidence.skippedWeeks),
		startedCount,
		retention: {
			people: retention.observations.length,
			isFew: retention.observations.length < FEW_PEOPLE,
			points: retentionPoints(retention),
			mean: meanSessionReached(retention),
			losses: lossesBySession(retention),
			emptiedEarlyAt: survivalCurve(retention.observations).emptiedEarlyAt,
		},
		delivery: summariseDelivery(sessions, evidence.logs, programme, now, evidence.keptBack),
		people,
		attendance: attendanceRate(counted.flatMap(({ facts }) => facts)),
		completion: { ...completionOf(people), completed: shareOf(completed, startedCount.started) },
	};
}

function completionOf(people: readonly PersonSummary[]): Omit<Completion, 'completed'> {
	const active = people.filter(({ isActive }) => isActive);
	const standing = (wanted: PersonSummary['best']['standing']) =>
		active.filter(({ best }) => best.standing === wanted).map(({ enrolmentId }) => enrolmentId);
	return {
		canComplete: shareOf(active.filter(({ best }) => best.standing !== 'impossible').length, active.length),
		lastChance: standing('last-chance'),
		outOfReach: standing('impossible'),
		catchUpsOpen: active.reduce((sum, { best }) => sum + best.catchUpsOpen, 0),
	};
}
