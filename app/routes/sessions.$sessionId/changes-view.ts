import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { PlanDecision } from '#app/domain/scheduling/changes/plan-decisions.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import { paths } from '#app/paths.ts';
import { formatDay, formatInstant } from '#app/ui/format.ts';
import { askedByInWords } from '#app/ui/schedule/asked-by-words.ts';
import { whenInWords } from '#app/ui/schedule/move-lines.ts';
import { findPlanDecision, listSessionsOfPlan, listTimesOf } from '#db/queries/schedule-changes.ts';
import type { SessionDay } from '#db/queries/session-day.ts';
import { findSession } from '#db/queries/sessions.ts';

export type ChangesView = ReturnType<typeof readChanges>;

/** What has become of the session’s dates and its plan, and what the actor may change of them. */
export function readChanges({ db, clock }: AppContext, actor: StaffActor, { session, may }: SessionDay) {
	const others = listSessionsOfPlan(db, actor, session);
	const decision = findPlanDecision(db, actor, session.id);
	const standing = others.find(({ state }) => state !== 'cancelled') ?? null;
	const isCancelled = session.state === 'cancelled';
	const begun = hasStarted(session, clock.now());
	const arranges = may('write', 'session');
	const isPlaceholder = session.kind === 'individual' && session.enrolmentId === null;
	const isCatchUp = session.kind === 'catch-up';
	const isOpen = isCancelled && !standing && !decision && !isCatchUp;
	const mayMove = arranges && !isPlaceholder && !isCatchUp && (isOpen || (session.state === 'scheduled' && !begun));
	const maySplit = session.state !== 'cancelled' && begun && session.enrolmentId === null && !isCatchUp && !decision;
	return {
		times: historyOf(listTimesOf(db, actor, session.id)),
		earlier: others
			.filter(({ state }) => state === 'cancelled' && !isCancelled)
			.map(({ id, time, stateReason }) => ({ href: paths.session(id), when: whenInWords(time), reason: stateReason })),
		again: isCancelled && standing ? { href: paths.session(standing.id), when: whenInWords(standing.time) } : null,
		decision: decision && decisionInWords(db, actor, decision),
		moveHref: mayMove ? paths.move(session.id) : null,
		decideHref:
			arranges && (maySplit || (isOpen && session.enrolmentId === null)) ? paths.planDecision(session.id) : null,
		bookHref: arranges && isPlaceholder ? paths.bookings(session.id) : null,
	};
}

/** Every date that the session had, the newest first; nothing while it stands where it was laid out. */
function historyOf(times: ReturnType<typeof listTimesOf>) {
	if (times.length < 2) return [];
	return times.map((time) => ({
		when: whenInWords(time),
		set: `${formatInstant(time.setAt)}${time.setBy ? `, by ${time.setBy}` : ''}`,
		askedBy: askedByInWords(time.askedBy),
		why: time.why,
	}));
}

const DECISION_WORDS: Readonly<Record<PlanDecision, (other: string) => string>> = {
	'not-delivered': () => 'The plan is recorded as not delivered',
	merged: (other) => `The plan is delivered together with that of ${other}`,
	split: (other) => `The rest of the plan runs over into ${other}`,
};

function decisionInWords(
	db: AppContext['db'],
	actor: StaffActor,
	decision: NonNullable<ReturnType<typeof findPlanDecision>>,
) {
	const other = decision.otherSessionId && findSession(db, actor, decision.otherSessionId, 'read', 'session');
	const name = other
		? `session ${other.planNumber}${other.time ? ` on ${formatDay(other.time.day)}` : ''}`
		: 'another session';
	return `${DECISION_WORDS[decision.decision](name)}: ${decision.reason}`;
}
