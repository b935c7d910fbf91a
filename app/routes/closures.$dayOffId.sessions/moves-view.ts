import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { SIDES } from '#app/domain/programmes/programme.ts';
import type { DayOffId } from '#app/domain/scheduling/day-off.ts';
import { sentenceForMoveOut } from '#app/domain/scheduling/move-out-refusals.ts';
import type { SessionTime } from '#app/domain/scheduling/session.ts';
import { type ShownClash, sentenceForClash } from '#app/domain/scheduling/shown-clashes.ts';
import { paths } from '#app/paths.ts';
import { formatDay, formatDayAndTime } from '#app/ui/format.ts';
import { type CohortHit, type PlannedMovesOut, planMovesOut } from '#app/use-cases/places/plan-moves-out.ts';
import { listFacilitators } from '#db/queries/staff.ts';

export type MovesView = NonNullable<ReturnType<typeof movesView>>;
export type CohortMoves = MovesView['cohorts'][number];

const KINDS = { closure: 'Closure', 'bank-holiday': 'Bank holiday', 'school-holiday': 'School holiday' } as const;

/** The days off, and for each cohort that they hit its sessions with the time that they have and the one they would get. */
export function movesView(context: AppContext, actor: Actor, dayOffId: DayOffId) {
	const plan = planMovesOut(context, context.db, actor, dayOffId);
	if (!plan) return null;
	const names = new Map(listFacilitators(context.db, actor, SIDES).map(({ id, name }) => [id, name]));
	const nameOf = (clash: ShownClash) => ('staffId' in clash ? (names.get(clash.staffId) ?? '') : '');
	const { kind, from, to, label } = plan.dayOff;
	const cohorts = plan.cohorts.map((hit) => cohortMoves(hit, (clash) => sentenceForClash(clash, nameOf(clash))));
	return {
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

function cohortMoves(
	{ term: { id, name }, hit, outcome, clashes }: CohortHit,
	sentence: (clash: ShownClash) => string,
) {
	const { moves, stays } = outcome.done ? outcome.value : { moves: [], stays: [] };
	return {
		id,
		name,
		href: paths.cohort(id),
		problem: outcome.done ? null : sentenceForMoveOut(outcome),
		lines: moves.map(({ planNumber, from, to }) => ({
			number: planNumber,
			was: inWords(from),
			becomes: inWords(to),
			clashes: clashes.filter((clash) => clash.planNumber === planNumber).map(sentence),
		})),
		stays: stays.map(({ planNumber, time }) => ({ number: planNumber, when: inWords(time) })),
		hit,
		canMove: moves.length > 0,
		isReady: moves.length > 0 && clashes.length === 0,
	};
}

function inWords({ day, startTime }: SessionTime): string {
	return formatDayAndTime(day, startTime);
}
