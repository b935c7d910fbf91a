import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { CohortId, StaffId } from '#app/domain/shared/ids.ts';
import { countInWords, listInWords } from '#app/domain/shared/in-words.ts';
import { dayOf, type Instant } from '#app/domain/shared/instant.ts';
import { paths } from '#app/paths.ts';
import { formatCount, formatDay, formatInstant, formatShortDay } from '#app/ui/format.ts';
import { STATE_WORDS } from '#app/ui/observations/score-words.ts';
import { sessionTitle } from '#app/ui/session-name.ts';
import { type ObservationPlan, reviewObservationPlan } from '#app/use-cases/observations/review-observation-plan.ts';

export type PlanView = NonNullable<ReturnType<typeof readPlanView>>;

/** All that the page on a cohort’s plan of observations shows; null for who may not draw. */
export function readPlanView(context: AppContext, actor: StaffActor, cohortId: CohortId) {
	const plan = reviewObservationPlan(context, actor, cohortId);
	if (!plan) return null;
	const { cohort, share, noticeDays, draws, toDraw, facilitators, names } = plan;
	const now = context.clock.now();
	const nameOf = (id: StaffId) => names.get(id) ?? 'Somebody who left';
	return {
		cohortId,
		name: cohort.name,
		rule: `${Math.round(share * 100)}% of the sessions to come of each facilitator, and at least one each. Its team is told of a session ${countInWords(noticeDays, 'day')} before, and not earlier.`,
		sessions: plan.planned.map((one) => sessionOf(one, nameOf, now)),
		facilitators: facilitators
			.map(({ staffId, observed, toObserve }) => [nameOf(staffId), String(observed), String(toObserve)])
			.toSorted(([one], [other]) => (one! < other! ? -1 : 1)),
		uncovered: listInWords(
			facilitators
				.filter(({ observed, toObserve }) => observed + toObserve === 0)
				.map(({ staffId }) => nameOf(staffId)),
		),
		shownDraws: draws.length,
		toDraw: toDraw === 0 ? null : `${formatCount('session', toDraw)} to come can be drawn.`,
		draws: draws.toReversed().map((draw) => drawOf(draw, plan)),
	};
}

type Planned = ObservationPlan['planned'][number];

function sessionOf(planned: Planned, nameOf: (id: StaffId) => string, now: Instant) {
	const { session, observations, team } = planned;
	return {
		id: session.id,
		title: sessionTitle(session),
		href: observations.length > 0 ? paths.sessionObservations(session.id) : paths.observers(session.id),
		day: session.time ? formatDay(session.time.day) : 'No date yet',
		team: listInWords(team.map(nameOf)),
		observers: listInWords(observations.map(({ observer }) => observer)) || 'Nobody yet',
		isOverdue: planned.isOverdue,
		state: stateOf(planned, now),
	};
}

/** What became of it; before the session, since when or from when its team knows. */
function stateOf({ session, observations, toldFrom, isDrawn }: Planned, now: Instant): string {
	if (session.state === 'cancelled') return 'Did not go ahead';
	const [first] = observations;
	if (first) return observations.map(({ state }) => STATE_WORDS[state]).join(', ');
	if (!isDrawn || !session.time || !toldFrom) return 'Not observed yet';
	if (session.time.endsAt <= now) return 'Not observed yet';
	return toldFrom <= dayOf(now) ? 'The team is told' : `The team is told on ${formatShortDay(toldFrom)}`;
}

function drawOf(draw: ObservationPlan['draws'][number], { sessions }: ObservationPlan) {
	const titleOf = (id: string) => {
		const session = sessions.find((one) => one.id === id);
		return session ? `session ${session.planNumber}` : 'a session that was cancelled';
	};
	return [
		String(draw.number),
		`${formatInstant(draw.drawnAt)}, ${draw.by}`,
		draw.seed,
		`${formatCount('session', draw.pool.length)}, ${Math.round(draw.share * 100)}%`,
		listInWords(draw.drawn.map(({ sessionId }) => titleOf(sessionId))),
	];
}
