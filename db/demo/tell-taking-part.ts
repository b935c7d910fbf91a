import { OPERATOR, type StaffActor } from '#app/domain/access/actor.ts';
import { type HomeworkAnswer, isAskedOf, type TakingPartAnswer } from '#app/domain/attendance/taking-part.ts';
import { ENGAGEMENT_LEVELS, type EngagementLevel } from '#app/domain/programmes/asks.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import { type Instant, plusMinutes } from '#app/domain/shared/instant.ts';
import { describeConcerns } from '#app/use-cases/concerns/describe-concerns.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { recordTakingPart } from '#app/use-cases/taking-part/record-taking-part.ts';
import { listConcerns } from '../queries/attendance/concerns.ts';
import { listTakingPart } from '../queries/attendance/taking-part.ts';
import { findSessionDay } from '../queries/session-day.ts';
import { listSessions, type SessionRow } from '../queries/sessions.ts';
import { findStaffActor } from '../queries/staff.ts';
import { listSessionTeam } from '../queries/team/covers.ts';
import type { Chance } from './chance.ts';
import { certainly, type Stage } from './stage.ts';

const HOMEWORK: readonly HomeworkAnswer[] = ['done', 'done', 'done', 'partly', 'not-done'];

/** How many of the answers nobody gave, where the page was filled in at all. */
const SHARE_MISSING = 1 / 12;

/**
 * How people took part in the held sessions of these cohorts, the newest of all but the first left out; and two
 * concerns: one of the first cohort, raised yesterday and said in words, with the referrer to be told; one of
 * the third, not said in words yet.
 */
export function tellTakingPart(stage: Stage, cohortIds: readonly CohortId[]): void {
	const held = cohortIds.map((cohortId) =>
		listSessions(stage.context.db, stage.actor('ruth'), [cohortId]).filter(
			({ state, kind }) => state === 'held' && kind !== 'catch-up',
		),
	);
	for (const [index, sessions] of held.entries()) {
		for (const session of index === 0 ? sessions : sessions.slice(0, -1)) tellAnswers(stage, session);
	}
	tellConcern(
		stage,
		held[0]!.at(-1)!,
		-24 * 60,
		'He said “you will see what happens” twice, and left without his coat.',
	);
	tellConcern(stage, held[2]!.at(-1)!, -3 * 60, null);
	stage.at(stage.now);
}

function tellAnswers(stage: Stage, session: SessionRow): void {
	const { context, chance } = stage;
	const who = firstOfTeam(stage, session.id);
	if (!who) return;
	stage.at(plusMinutes(session.time!.endsAt, 10));
	const choices = listTakingPart(context.db, who, session.id)
		.filter(({ mark }) => isAskedOf(mark))
		.map(({ enrolmentId, version }) => ({
			enrolmentId,
			openedVersion: version,
			answer: answerOf(chance, session.planNumber),
		}));
	certainly(recordTakingPart(context, who, { sessionId: session.id, choices, correctionReason: null }));
}

/** More take part unasked as the weeks go by; before the first session no homework was set. */
function answerOf(chance: Chance, planNumber: number): TakingPartAnswer {
	const level = Math.min(3, Math.floor(chance.next() * 3 + planNumber / 10));
	const homework = planNumber === 1 ? 'none-set' : chance.pick(HOMEWORK);
	return {
		engagement: chance.happens(SHARE_MISSING) ? null : (ENGAGEMENT_LEVELS[level] as EngagementLevel),
		homework: chance.happens(SHARE_MISSING) ? null : homework,
	};
}

/**
 * Ticks the first on the register who attended, and says what it was, with the referrer to be told,
 * unless there are no words yet.
 */
function tellConcern(stage: Stage, session: SessionRow, minutes: number, words: string | null): void {
	const { context, now } = stage;
	const who = firstOfTeam(stage, session.id)!;
	const ticked = listTakingPart(context.db, who, session.id).find(({ mark }) => isAskedOf(mark))!;
	const raisedAt = afterSession(session, plusMinutes(now, minutes), now);
	stage.at(raisedAt);
	const concerns = [ticked.enrolmentId];
	const register = { sessionId: session.id, choices: [], restAttended: false, correctionReason: null };
	certainly(recordRegister(context, who, { ...register, concerns }));
	if (words === null) return;
	stage.at(plusMinutes(raisedAt, 8));
	const { id } = listConcerns(context.db, who, session.id)[0]!;
	const sayings = [{ id, opened: 0, words, tellReferrer: true }];
	certainly(describeConcerns(context, who, { sessionId: session.id, sayings }));
}

/** The moment; where the session was not over by then, soon after its end and before the story ends. */
function afterSession(session: SessionRow, moment: Instant, now: Instant): Instant {
	const { endsAt } = session.time!;
	if (endsAt <= moment) return moment;
	const [soon, last] = [plusMinutes(endsAt, 15), plusMinutes(now, -10)];
	return soon < last ? soon : last;
}

/** The first of the session’s team who may say how people took part. */
function firstOfTeam({ context: { db } }: Stage, sessionId: SessionId): StaffActor | undefined {
	const day = findSessionDay(db, OPERATOR, sessionId)!;
	return listSessionTeam(db, day.session)
		.map(({ staffId, name }) => findStaffActor(db, { staffId, name }))
		.find((one) => findSessionDay(db, one, sessionId, 'write', 'taking-part') !== null);
}
