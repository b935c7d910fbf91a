import type { StaffActor } from '#app/domain/access/actor.ts';
import { isChanged } from '#app/domain/fidelity/activity-ratings.ts';
import type { SaidAdaptation } from '#app/domain/fidelity/adaptation-records.ts';
import { chooseLog } from '#app/domain/fidelity/delivery-log.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import type { AdaptationId, SessionId } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { decideAdaptation } from '#app/use-cases/adaptations/decide-adaptation.ts';
import { recordAdaptation } from '#app/use-cases/adaptations/record-adaptation.ts';
import { correctAdaptation } from '#app/use-cases/adaptations/revise-adaptation.ts';
import { listSessionLogs } from '../../queries/delivery-logs.ts';
import { findSessionDay, type SessionDay } from '../../queries/session-day.ts';
import { listSessions } from '../../queries/sessions.ts';
import { certainly, type Stage } from '../stage.ts';
import { teamOf } from '../tell-debriefs.ts';
import type { ToldCohorts } from '../tell-families.ts';

const USUAL = {
	...{ when: 'implementation', isLasting: false, level: 'cohort', what: 'content', contextChange: null },
	...{ fidelity: 'consistent', goal: 'better-fit' },
} as const;

/** What was done otherwise than the plan says, one after the other for each evening that is told of. */
const REACTIONS: readonly Omit<SaidAdaptation, 'activityKey'>[] = [
	{
		...{ ...USUAL, decidedBy: 'practitioner', contentChange: 'longer-or-shorter', goal: 'reach-or-engagement' },
		...{ how: 'Cut short, with the closing round in pairs', reason: 'The check-in ran over' },
	},
	{
		...{ ...USUAL, decidedBy: 'team', contentChange: 'substituting' },
		...{ how: 'Talked through in place of writing it down', reason: 'The worksheets were not printed' },
	},
	{
		...{ ...USUAL, decidedBy: 'practitioner', contentChange: 'departing', fidelity: 'inconsistent' },
		...{ how: 'Gave way to an open discussion', reason: 'The group wanted to talk about contact orders' },
	},
];

const PROPOSAL: Omit<SaidAdaptation, 'activityKey'> = {
	...{ ...USUAL, decidedBy: 'team', contentChange: 'tailoring', isLasting: true, goal: 'reach-or-engagement' },
	...{
		how: 'A film clip before the exercise, and the same questions after it',
		reason: 'The last exercise was hard to begin',
	},
};

/**
 * What was changed in the evenings of the first two cohorts: of those that a log says were changed every second one is
 * described, so that some are left unexplained. One change was approved beforehand, one record was corrected, and one
 * proposal for the next evening waits for a lead.
 */
export function tellAdaptationsOfTerm(stage: Stage, cohorts: ToldCohorts): void {
	const { context } = stage;
	const lead = stage.actor('ruth');
	const held = cohorts.flatMap(({ cohortId }) =>
		listSessions(context.db, lead, [cohortId])
			.filter(({ state }) => state === 'held')
			.flatMap(({ id }) => findSessionDay(context.db, lead, id) ?? []),
	);
	const changed = held.flatMap((day) => changedIn(stage, day).map((activityKey) => ({ day, activityKey })));
	for (const [at, { day, activityKey }] of changed.entries()) {
		if (at === 0) tellApproved(stage, day, activityKey);
		else if (at % 2 === 0) tellReaction(stage, day, activityKey, at / 2);
	}
	tellWaiting(stage, cohorts[0].cohortId);
	stage.at(stage.now);
}

/** The activities that the log of the session says were changed. */
function changedIn({ context, actor }: Stage, { session }: SessionDay): readonly string[] {
	const { used } = chooseLog(listSessionLogs(context.db, actor('ruth'), session.id));
	const changed = used?.ratings.filter(({ rating }) => isChanged(rating)) ?? [];
	return changed.map(({ activityKey }) => activityKey);
}

function tellReaction(stage: Stage, day: SessionDay, activityKey: string, number: number): void {
	stage.at(plusMinutes(day.session.time!.endsAt, 45));
	const [who] = teamOf(stage, day);
	if (!who) return;
	const said = { ...REACTIONS[number % REACTIONS.length]!, activityKey };
	const id = write(stage, who, day.session.id, said);
	if (number !== 1) return;
	stage.at(plusMinutes(day.session.time!.endsAt, 24 * 60));
	const why = 'Read again: only one of the two groups did so';
	const sessionId = day.session.id;
	certainly(
		correctAdaptation(stage.context, who, { sessionId, adaptationId: id, why, ...said, level: 'target-group' }),
	);
}

function tellApproved(stage: Stage, day: SessionDay, activityKey: string): void {
	const { context } = stage;
	const { session } = day;
	stage.at(plusMinutes(session.time!.startsAt, -2 * 24 * 60));
	const [who] = teamOf(stage, day);
	if (!who) return;
	const id = write(stage, who, session.id, { ...PROPOSAL, activityKey });
	stage.at(plusMinutes(session.time!.startsAt, -24 * 60));
	const decided = { sessionId: session.id, adaptationId: id, decision: 'approved', reason: null } as const;
	certainly(decideAdaptation(context, stage.actor('ruth'), decided));
}

/** Yesterday somebody of the team proposed a change of the next evening. */
function tellWaiting(stage: Stage, cohortId: ToldCohorts[0]['cohortId']): void {
	const { context, now } = stage;
	const lead = stage.actor('ruth');
	const next = listSessions(context.db, lead, [cohortId]).find(({ time }) => time !== null && time.startsAt > now);
	const day = next && findSessionDay(context.db, lead, next.id);
	if (!day) return;
	stage.at(plusMinutes(now, -24 * 60));
	const [who] = teamOf(stage, day);
	if (!who) return;
	const { activities } = planNumbered(context.content.programmeOf(day.cohort), day.session.planNumber);
	write(stage, who, day.session.id, { ...PROPOSAL, activityKey: activities[0]!.key });
}

function write({ context }: Stage, who: StaffActor, sessionId: SessionId, said: SaidAdaptation): AdaptationId {
	return certainly(recordAdaptation(context, who, { sessionId, ...said })).id;
}
