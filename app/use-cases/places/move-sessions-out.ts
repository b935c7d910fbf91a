import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { DayOffId } from '#app/domain/scheduling/day-off.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { audited } from '../audit/audited.ts';
import { type Asked, saveMoves } from '../sessions/save-moves.ts';
import { type CohortHit, planMovesOut } from './plan-moves-out.ts';

type ToMove = {
	readonly dayOffId: DayOffId;
	/** The cohorts that were ticked. */
	readonly cohortIds: readonly CohortId[];
	/** Of the plan that the person looked at. */
	readonly fingerprint: string;
};
export type MovedCounts = { readonly sessions: number; readonly cohorts: number };
type Refusal = 'not-found' | 'too-many-slots' | 'nothing-chosen' | 'plan-changed' | 'cannot-move' | 'clashes';

/**
 * Moves the sessions of these cohorts out of the days off, all or none, exactly as the plan was shown: each gets its new
 * time with the service as who asked and the reason in its history, a higher version of its time (so that its reminders
 * are planned anew) and a higher sequence in calendars. The plan is made anew: refused when it is no longer the one that
 * was looked at, and, with the names in `cohorts`, when one of them cannot move or would clash with something, moved
 * cohorts included. (§2.5, §2.7, §2.9)
 */
export function moveSessionsOut(
	context: AppContext,
	actor: Actor,
	{ dayOffId, cohortIds, fingerprint }: ToMove,
): Outcome<MovedCounts, Refusal> {
	return audited(context, { actor, action: 'sessions-moved-out' }, (tx, tell) => {
		const outcome = planMovesOut(context, tx, actor, dayOffId, cohortIds);
		if (!outcome.done) return outcome;
		const plan = outcome.value;
		tell({ record: [RECORDS[plan.dayOff.kind], dayOffId] });
		if (cohortIds.length === 0) return refused('nothing-chosen');
		const chosen = plan.cohorts.filter(({ term }) => cohortIds.includes(term.cohort.id));
		if (plan.fingerprint !== fingerprint || chosen.length < new Set(cohortIds).size) return refused('plan-changed');
		const asked = { askedBy: 'service', why: plan.dayOff.label } as const;
		const stuck = chosen.filter(({ outcome }) => !outcome.done || outcome.value.moves.length === 0);
		if (stuck.length > 0) return refused('cannot-move', { cohorts: namesOf(stuck) });
		const clashing = chosen.filter(({ clashes }) => clashes.length > 0);
		if (clashing.length > 0) return refused('clashes', { cohorts: namesOf(clashing) });
		const moved = chosen.map((hit) => moveCohort(context, tx, actor, hit, asked));
		const counts = { sessions: moved.reduce((sum, one) => sum + one, 0), cohorts: chosen.length };
		tell({ details: { ...counts, moved: chosen.map(({ term }) => term.cohort.id) } });
		return done(counts);
	});
}

const RECORDS = { closure: 'closure', 'bank-holiday': 'holiday', 'school-holiday': 'school-holiday' } as const;

function namesOf(hits: readonly CohortHit[]): readonly string[] {
	return hits.map(({ term }) => term.cohort.name);
}

/** Gives each of the cohort's sessions that move its new time; answers how many they are. */
function moveCohort(context: AppContext, tx: Db, actor: Actor, { term, outcome }: CohortHit, asked: Asked): number {
	const moves = outcome.done ? outcome.value.moves : [];
	saveMoves(context, tx, actor, { moves, term: term.term, asked });
	return moves.length;
}
