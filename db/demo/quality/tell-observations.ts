import type { ObservationMode } from '#app/domain/observations/observation.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { assignObserver } from '#app/use-cases/access/assign-observer.ts';
import { drawObservationPlan } from '#app/use-cases/observations/draw-observation-plan.ts';
import { recordObservation } from '#app/use-cases/observations/record-observation.ts';
import { releaseObservation } from '#app/use-cases/observations/release-observation.ts';
import { findOwnObservation } from '../../queries/observations/session-observations.ts';
import { listSessions, type SessionRow } from '../../queries/sessions.ts';
import { LATECOMERS } from '../cast.ts';
import { certainly, type Stage } from '../stage.ts';
import type { ToldCohorts } from '../tell-families.ts';

/** A score for each item of the form in its order; a dash where there was nothing to see. */
const CALM = '3 3 2 2 3 2 3 3 3 2 3 2 2 3 3';
const CALM_AGAIN = '3 2 2 2 3 3 3 2 3 - 3 2 1 3 3';
const LATER = '3 3 3 3 2 3 2 3 3 - 2 3 3 3 3';
const DRIFTING = '2 1 2 1 1 2 2 1 2 3 2 1 - 2 3';

const CALM_WORDS = [
	'Everybody was welcomed by name, and each excuse was met calmly and turned to the children.',
	'Leave more time for the closing round: two men had not spoken in it.',
] as const;
const DRIFTING_WORDS = [
	'You noticed when the group wandered off and brought it back.',
	'Agree beforehand who watches the time. The second core activity had ten of its thirty minutes.',
] as const;

/**
 * What observers saw: one evening of the first cohort by two raters, the first of them released; a later one from a
 * recording, which waits for the lead; one of the second cohort, released; and in both cohorts a draw of what is to come.
 */
export function tellObservations(stage: Stage, [goingWell, losingMen]: ToldCohorts): void {
	stage.hire(LATECOMERS);
	const [third, sixth] = heldOf(stage, goingWell.cohortId, [3, 6]);
	const [drifted] = heldOf(stage, losingMen.cohortId, [4]);
	tellScores(stage, 'owen', third!, CALM, CALM_WORDS);
	tellScores(stage, 'ada', third!, CALM_AGAIN, [null, null]);
	tellRelease(stage, 'owen', third!.id);
	tellScores(stage, 'ada', drifted!, DRIFTING, DRIFTING_WORDS);
	tellRelease(stage, 'ada', drifted!.id);
	tellScores(stage, 'owen', sixth!, LATER, CALM_WORDS, 'recording');
	stage.at(plusMinutes(stage.now, -24 * 60));
	for (const { cohortId } of [goingWell, losingMen]) {
		certainly(drawObservationPlan(stage.context, stage.actor('ruth'), { cohortId, shownDraws: 0 }));
	}
	stage.at(stage.now);
}

function heldOf({ context, actor }: Stage, cohortId: ToldCohorts[0]['cohortId'], plans: readonly number[]) {
	const held = listSessions(context.db, actor('ruth'), [cohortId]).filter(({ state }) => state === 'held');
	return plans.map((plan) => held.find(({ planNumber }) => planNumber === plan) ?? held.at(-1)!);
}

function tellScores(
	stage: Stage,
	observer: string,
	session: SessionRow,
	scores: string,
	[strengths, nextSteps]: readonly (string | null)[],
	mode: ObservationMode = 'live',
): void {
	const { context } = stage;
	const who = stage.actor(observer);
	const { endsAt, startsAt } = session.time!;
	stage.at(plusMinutes(startsAt, -60));
	const sessionId = session.id;
	certainly(assignObserver(context, stage.actor('ruth'), { sessionId, staffId: who.staffId }));
	stage.at(plusMinutes(endsAt, observer === 'ada' ? 50 : 20));
	const given = scores.split(' ');
	const entries = context.content
		.observationForm()
		.items.map(({ key }, at) => ({ itemKey: key, score: /^\d$/.test(given[at] ?? '') ? Number(given[at]) : null }));
	const words = { strengths: strengths ?? null, nextSteps: nextSteps ?? null, note: null };
	certainly(recordObservation(context, who, { sessionId, entries, mode, ...words, submits: true, openedVersion: 0 }));
}

function tellRelease(stage: Stage, observer: string, sessionId: SessionId): void {
	const { context } = stage;
	const { id, versions } = findOwnObservation(context.db, stage.actor(observer), sessionId)!;
	const { version, savedAt } = versions.at(-1)!;
	stage.at(plusMinutes(savedAt, 2 * 24 * 60));
	certainly(releaseObservation(context, stage.actor('ruth'), { sessionId, observationId: id, version }));
}
