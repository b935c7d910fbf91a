import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import {
	type MoveRefusal,
	type MoveScope,
	type PlannedMove,
	planBookedMove,
	planMove,
} from '#app/domain/scheduling/changes/move-session.ts';
import type { ChosenTime } from '#app/domain/scheduling/changes/new-time.ts';
import type { ShownClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findPlanDecision } from '#db/queries/schedule-changes.ts';
import { findSession, type SessionRow } from '#db/queries/sessions.ts';
import { refuseAsking } from '../clashes/slot-refusals.ts';
import { listMoveClashes } from './move-clashes.ts';
import { besideTheTerm, readTerm, type TermToChange } from './read-term.ts';

export type ChosenMove = { readonly sessionId: SessionId; readonly to: ChosenTime };

/** A change as somebody looks at it before it is saved. */
export type LookedAt = PlannedMove & { readonly clashes: readonly ShownClash[] };

/** Both ways in which the session can move; `fingerprint` changes with whatever of them a person was shown. */
export type MovePlanned = {
	readonly term: TermToChange;
	readonly ways: Readonly<Record<MoveScope, Outcome<LookedAt, MoveRefusal>>>;
	readonly fingerprint: string;
};
export type MovePlanRefusal = MoveRefusal | 'not-found' | 'scheduled-again' | 'decided-already' | 'too-many-slots';

/**
 * What a new time for this session makes of its cohort's term, alone and with the later sessions; saves nothing, so that
 * a person can look first (§2.5). Refused when neither way is possible, and for a cancelled session whose plan was
 * scheduled again or decided on; and to who asks too often. A catch-up does not move: it is taken back and booked anew.
 */
export function planSessionMove(
	context: AppContext,
	db: Db,
	actor: Actor,
	{ sessionId, to }: ChosenMove,
): Outcome<MovePlanned, MovePlanRefusal> {
	const session = findSession(db, actor, sessionId, 'write', 'session');
	const term = session && readTerm(context, db, actor, session.cohortId);
	if (!session || session.kind === 'catch-up' || !term) return refused('not-found');
	const fault = faultOfPlan(db, actor, session, term);
	if (fault) return fault;
	const waits = refuseAsking(context, db, actor);
	if (waits) return waits;
	const now = context.clock.now();
	const own = ownOf(session, term);
	const { enrolmentId, planNumber, state } = session;
	// Whoever stood in at a cancelled session does not at the one that takes its place.
	const standsAs = new Map([[planNumber, state === 'cancelled' ? null : sessionId]]);
	const look = (scope: MoveScope): Outcome<LookedAt, MoveRefusal> => {
		const planned = planOf(session, term, { to, now }, scope);
		if (!planned.done) return planned;
		return done({
			...planned.value,
			clashes: listMoveClashes(context, db, actor, term, { ...planned.value, own, enrolmentId, standsAs }),
		});
	};
	const ways = { one: look('one'), later: look('later') };
	if (!ways.one.done && !ways.later.done) return ways.one;
	const versions = [...term.term, ...term.booked].map(({ id, version }) => [id, version]);
	const fingerprint = context.credentials.hashSecret(JSON.stringify([sessionId, to, ways, versions]));
	return done({ term, ways, fingerprint });
}

/** The clashes of both ways: what a person reads who looks at them. */
export function clashesShown({ ways }: MovePlanned): readonly ShownClash[] {
	return [ways.one, ways.later].flatMap((way) => (way.done ? way.value.clashes : []));
}

function faultOfPlan(db: Db, actor: Actor, { id, state, enrolmentId }: SessionRow, { term, booked }: TermToChange) {
	if (state === 'cancelled' && findPlanDecision(db, actor, id)) return refused('decided-already');
	const standing = enrolmentId === null ? term : booked;
	return standing.some((session) => session.id === id) ? null : refused('scheduled-again');
}

function planOf(
	session: SessionRow,
	{ term, booked, programme, pattern }: TermToChange,
	chosen: { readonly to: ChosenTime; readonly now: Instant },
	scope: MoveScope,
): Outcome<PlannedMove, MoveRefusal> {
	const own = booked.find(({ id }) => id === session.id);
	if (own) return scope === 'one' ? planBookedMove(own, { ...chosen, off: pattern.off }) : refused('not-in-order');
	const { planNumber } = session;
	return planMove({ term, plans: programme.plans, ...pattern, planNumber, ...chosen }, scope);
}

/** The sessions of the cohort itself in whose way the new times may be; the order of the plan keeps the group’s apart. */
function ownOf({ id, enrolmentId }: SessionRow, term: TermToChange): readonly SessionRow[] {
	const beside = besideTheTerm(term);
	return enrolmentId === null ? beside : [...term.term, ...beside].filter((other) => other.id !== id);
}
