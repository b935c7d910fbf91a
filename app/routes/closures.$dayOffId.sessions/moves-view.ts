import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import type { DayOffId } from '#app/domain/scheduling/day-off.ts';
import { sentenceForMoveOut } from '#app/domain/scheduling/move-out-refusals.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { ASKED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { paths } from '#app/paths.ts';
import { formatDay } from '#app/ui/format.ts';
import { moveLines, whenInWords } from '#app/ui/schedule/move-lines.ts';
import { sessionTitle } from '#app/ui/session-name.ts';
import { countSlotRefusal } from '#app/use-cases/clashes/slot-refusals.ts';
import { type CohortHit, type PlannedMovesOut, planMovesOut } from '#app/use-cases/places/plan-moves-out.ts';
import { clashSentences } from '#app/use-cases/sessions/clash-sentences.ts';

export type MovesView = NonNullable<ReturnType<typeof movesView>>;
export type CohortMoves = ReturnType<typeof cohortMoves>;

const KINDS = { closure: 'Closure', 'bank-holiday': 'Bank holiday', 'school-holiday': 'School holiday' } as const;

/** The days off, and for each cohort that they hit its sessions with the time that they have and the one they would get. */
export function movesView(context: AppContext, actor: Actor, dayOffId: DayOffId) {
	const outcome = planMovesOut(context, context.db, actor, dayOffId);
	if (!outcome.done)
		return outcome.code === 'not-found' ? null : waitingView(ASKED_TOO_OFTEN[outcome.code]!(outcome.details).sentence);
	const plan = outcome.value;
	countSlotRefusal(
		context,
		actor,
		plan.cohorts.flatMap(({ clashes }) => clashes),
	);
	const { kind, from, to, label } = plan.dayOff;
	const cohorts = plan.cohorts.map((hit) => cohortMoves(context, actor, hit));
	return {
		waits: null,
		kind: KINDS[kind],
		label,
		days: from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`,
		back: backOf(plan),
		cohorts,
		sessions: cohorts.reduce((sum, { hit }) => sum + hit, 0),
		ticked: cohorts.filter(({ isReady }) => isReady).map(({ id }) => id),
		fingerprint: plan.fingerprint,
	};
}

/** For whoever asked for too many slots: that they have to wait, and nothing of any session. */
function waitingView(waits: string) {
	const nothing = { cohorts: [] as CohortMoves[], sessions: 0, ticked: [] as CohortId[], fingerprint: '' };
	return { waits, kind: 'Closed days', label: 'sessions', days: '', back: paths.closures(), ...nothing };
}

function backOf({ dayOff }: PlannedMovesOut): string {
	switch (dayOff.kind) {
		case 'closure':
			return paths.closures();
		case 'bank-holiday':
			return paths.bankHolidays(dayOff.nation);
		case 'school-holiday':
			return paths.schoolHolidays(dayOff.areaId);
	}
}

function cohortMoves(context: AppContext, actor: Actor, { term, hit, outcome, clashes }: CohortHit) {
	const { moves, stays } = outcome.done ? outcome.value : { moves: [], stays: [] };
	const titleOf = (plan: number) => planNumbered(term.programme, plan).title;
	const { id, name } = term.cohort;
	return {
		id,
		name,
		href: paths.cohort(id),
		problem: outcome.done ? null : sentenceForMoveOut(outcome),
		lines: moveLines({ moves, titleOf, clashes: clashSentences(context.db, actor, clashes) }),
		stays: stays.map((session) => ({ name: sessionTitle(session), when: whenInWords(session.time) })),
		hit,
		canMove: moves.length > 0,
		isReady: moves.length > 0 && clashes.length === 0,
	};
}
