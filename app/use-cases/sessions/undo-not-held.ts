import type { AppContext } from '#app/context.ts';
import { type Actor, CLOCK } from '#app/domain/access/actor.ts';
import { faultOfOrder } from '#app/domain/scheduling/changes/keeps-order.ts';
import { mayUndoNotHeld } from '#app/domain/scheduling/not-held.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { done, type Outcome, type Refused, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { isTakenElsewhere } from '#db/queries/catch-ups/catch-ups.ts';
import { listPeopleAtCatchUps } from '#db/queries/catch-ups/people-at.ts';
import { listRegisterRows } from '#db/queries/registers.ts';
import { findPlanDecision, listSessionsOfPlan } from '#db/queries/schedule-changes.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import type { SessionRow } from '#db/queries/sessions.ts';
import { listSessionTeam } from '#db/queries/team/covers.ts';
import { updateSession } from '#db/stores/sessions.ts';
import { audited } from '../audit/audited.ts';
import { type PersonsCatchUps, readCatchUps } from '../catch-ups/read-catch-ups.ts';
import { countSlotRefusal, NEUTRAL, refuseAsking } from '../clashes/slot-refusals.ts';
import { replan } from '../reminders/replan.ts';
import { clashesOn, listMoveClashes } from './move-clashes.ts';
import { expectAtPlaceholder } from './placeholder.ts';
import { besideTheTerm, readTerm } from './read-term.ts';
import { versionToStandAgain } from './said-not-to-be.ts';

type Refusal =
	| 'not-found'
	| 'not-cancelled'
	| 'day-is-over'
	| 'given-back'
	| 'scheduled-again'
	| 'decided-already'
	| 'none-left'
	| 'slot-not-available'
	| 'too-many-slots';

/**
 * Takes back, on the same day, that a session did not go ahead: its register is open again (§2.8). Refused as soon as its
 * plan was scheduled again or decided on; of a catch-up, when somebody has no catch-ups left; and while it is still ahead,
 * when its time has been taken meanwhile by another session of the cohort, or by anything that its team or its room is
 * needed for. That says no more, and is counted.
 */
export function undoNotHeld(
	context: AppContext,
	actor: Actor,
	{ sessionId }: { readonly sessionId: SessionId },
): Outcome<undefined, Refusal> {
	const now = context.clock.now();
	const record = ['session', sessionId] as const;
	const event = { actor, action: 'session-not-held-undone', record } as const;
	const outcome = audited(context, event, (tx): Outcome<undefined, Refusal> => {
		const waits = refuseAsking(context, tx, actor);
		if (waits) return waits;
		const day = findSessionDay(tx, actor, sessionId, 'write', 'register');
		if (!day) return refused('not-found');
		const { session } = day;
		const expected = listRegisterRows(tx, actor, session.id).length;
		const ruled = mayUndoNotHeld(session, expected, session.changedAt, now);
		if (!ruled.done) return ruled;
		const others = listSessionsOfPlan(tx, actor, session);
		if (others.some(({ state }) => state !== 'cancelled')) return refused('scheduled-again');
		const against = session.kind === 'catch-up' ? refuseCatchUp(context, tx, session) : null;
		if (against) return against;
		if (findPlanDecision(tx, actor, sessionId)) return refused('decided-already');
		if (!isStillFree(context, tx, session, now)) return refused('slot-not-available');
		updateSession(tx, session.id, session.version, {
			state: 'scheduled',
			stateReason: null,
			timeVersion: versionToStandAgain(context, tx, actor, session),
			sequence: session.sequence + 1,
			changedAt: now,
		});
		expectAtPlaceholder(tx, session, false);
		replan(context, tx, { cohortId: session.cohortId });
		return done();
	});
	if (!outcome.done && outcome.code === 'slot-not-available') countSlotRefusal(context, actor, [NEUTRAL]);
	return outcome;
}

/** A catch-up that stands again is one of those that the programme allows, as when it was booked. (§5.8) */
function refuseCatchUp(
	context: AppContext,
	tx: Db,
	{ id, cohortId, planNumber }: SessionRow,
): Refused<'scheduled-again' | 'none-left'> | null {
	if (isTakenElsewhere(tx, id, planNumber)) return refused('scheduled-again');
	const expected = new Set(listRegisterRows(tx, CLOCK, id).map(({ enrolmentId }) => enrolmentId));
	const isOwed = ({ catchUps }: PersonsCatchUps) => catchUps.some((one) => one.planNumber === planNumber);
	const people = readCatchUps(context, tx, CLOCK, cohortId)?.people ?? [];
	const isOver = people.some((one) => expected.has(one.enrolmentId) && isOwed(one) && one.left === 0);
	return isOver ? refused('none-left') : null;
}

/**
 * Whether the session can stand at its time again with whoever delivers it; one that is over clashes with nothing any more.
 * It is a rule, and asks of everything: somebody who stands in may not read the rest of the term.
 */
function isStillFree(context: AppContext, tx: Db, session: SessionRow, now: Instant): boolean {
	const { planNumber, time, cohortId, enrolmentId } = session;
	const read = readTerm(context, tx, CLOCK, cohortId);
	if (!read || time === null || time.endsAt <= now) return true;
	const stands = { planNumber, from: time, to: time };
	const again = read.term.map((one) => (one.id === session.id ? { ...one, state: 'scheduled' as const } : one));
	const isForSome = enrolmentId !== null || session.kind === 'catch-up';
	if (!isForSome && faultOfOrder(again, [stands], now)) return false;
	const others = besideTheTerm(read).filter((other) => other.id !== session.id);
	const own = isForSome ? [...read.term, ...others] : others;
	const team = listSessionTeam(tx, session).map(({ staffId }) => staffId);
	const people = listPeopleAtCatchUps(tx, [session]).get(session.id);
	const standsAs = new Map([[planNumber, session.id]]);
	if (people) {
		const asked = { days: [time.day], own, whose: { people, team }, standsAs };
		return clashesOn(context, tx, CLOCK, read, asked)([stands]).length === 0;
	}
	const moves = { moves: [stands], own, enrolmentId, standsAs };
	return listMoveClashes(context, tx, CLOCK, { ...read, team }, moves).length === 0;
}
