import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { idsToKeep } from '#app/domain/audit/entry.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant, instantOf } from '#app/domain/shared/instant.ts';
import { type Outcome, refused } from '#app/domain/shared/outcome.ts';
import {
	coversInTheWay,
	type TeamChange,
	type TeamMember,
	teamChange,
	teamMark,
} from '#app/domain/team/change-team.ts';
import type { Db } from '#db/client.ts';
import { listOpenCovers } from '#db/queries/access/session-teams.ts';
import { type CohortRow, findCohort, listTeams } from '#db/queries/cohorts.ts';
import { listSessions } from '#db/queries/sessions.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { insertTeamMember, moveOffTeam } from '#db/stores/team/teams.ts';
import { audited } from '../audit/audited.ts';
import { countSlotRefusal, NEUTRAL, refuseAsking } from '../clashes/slot-refusals.ts';
import { giveBackTasks } from '../tasks/give-back.ts';
import { checkJoining, type JoinRefusal } from './check-joining.ts';
import { changeKeepingAccredited } from './keeps-accredited.ts';
import { settleCovers } from './settle-covers.ts';

export type NewTeam = {
	readonly cohortId: CohortId;
	/** The first day of the new team; sessions that have begun keep theirs. */
	readonly from: CalendarDay;
	readonly team: readonly TeamMember[];
	/** The team that the page showed, as `teamMark` writes it. */
	readonly shown: string;
	/** What becomes of covers for those who leave; null when nobody was asked yet. */
	readonly covers: 'keep' | 'end' | null;
};
type Refusal =
	| JoinRefusal
	| 'not-found'
	| 'too-many-slots'
	| 'after-the-end'
	| 'cohort-over'
	| 'in-the-past'
	| 'changed-meanwhile'
	| 'unchanged'
	| 'covers-in-the-way'
	| 'nobody-accredited';

/**
 * Gives the sessions of a cohort from a day on another team; what has begun keeps the one that it had. Refused while a
 * cover would be overwritten of which nobody was asked, when a session would lose the last who is accredited for it, and
 * for somebody who joins and is not free then or works with the other side of a family here, without saying which where the
 * actor may not know it; that is counted, and who is told so too often has to wait (§2.9, §2.10).
 */
export function changeTeam(context: AppContext, actor: StaffActor, wanted: NewTeam): Outcome<undefined, Refusal> {
	const { cohortId, from, team, shown } = wanted;
	const record = ['cohort', cohortId] as const;
	const event = { actor, action: 'team-changed', record } as const;
	const outcome = audited(context, event, (tx, tell): Outcome<undefined, Refusal> => {
		const now = context.clock.now();
		const cohort = findCohort(tx, actor, cohortId);
		if (!cohort || !mayOn(tx, actor, 'write', 'cohort', cohortId)) return refused('not-found');
		const waits = refuseAsking(context, tx, actor);
		if (waits) return waits;
		const fault = faultOf(cohort, from, dayOf(now)) ?? faultOfEnd(tx, actor, cohort, from);
		if (fault) return refused(fault);
		const before = listTeams(tx, [cohortId]);
		if (teamMark(before) !== shown) return refused('changed-meanwhile');
		const change = teamChange(before, team);
		const { joining, leaving, changing } = change;
		if (joining.length + leaving.length + changing.length === 0) return refused('unchanged');
		tell({ details: { joining: idsOf(joining), leaving: idsOf(leaving), changing: idsOf(changing) } });
		const at = from === dayOf(now) ? now : instantOf(from, clockTime('00:00'))!;
		const toCome = listOpenCovers(tx, { cohortIds: [cohortId] }).filter(
			({ startsAt }) => startsAt !== null && startsAt > at,
		);
		const inTheWay = coversInTheWay(change, toCome);
		if (inTheWay.length > 0 && wanted.covers === null) return refused('covers-in-the-way', { covers: inTheWay });
		const joins = checkJoining(tx, actor, cohort, { change, at });
		if (!joins.done && joins.code === 'unknown-facilitator') return joins;
		const keeps = wanted.covers === 'keep';
		const lost = changeKeepingAccredited(context, tx, cohort, () => {
			settleCovers(context, tx, inTheWay, { change, keeps });
			applyChange(tx, cohortId, change, at);
		});
		for (const { staffId } of leaving) giveBackTasks(context, tx, actor, { ownerId: staffId });
		// Who is free is answered last, so that nobody can ask it without changing anything.
		return lost ?? joins;
	});
	if (!outcome.done && outcome.code === 'not-available') countSlotRefusal(context, actor, [NEUTRAL], cohortId);
	return outcome;
}

/** A team from a day after the last session would deliver nothing, and only tell who is free. */
function faultOfEnd(tx: Db, actor: StaffActor, { id }: CohortRow, from: CalendarDay): 'after-the-end' | null {
	const last = listSessions(tx, actor, [id])
		.flatMap(({ time }) => time?.day ?? [])
		.toSorted()
		.at(-1);
	return last !== undefined && from > last ? 'after-the-end' : null;
}

function faultOf({ state }: CohortRow, from: CalendarDay, today: CalendarDay): 'cohort-over' | 'in-the-past' | null {
	if (state === 'finished' || state === 'cancelled') return 'cohort-over';
	return from < today ? 'in-the-past' : null;
}

function idsOf(members: readonly TeamMember[]) {
	return idsToKeep(members.map(({ staffId }) => staffId));
}

function applyChange(tx: Db, cohortId: CohortId, { joining, leaving, changing }: TeamChange, at: Instant): void {
	for (const { staffId } of [...leaving, ...changing]) moveOffTeam(tx, cohortId, staffId, at);
	for (const one of [...joining, ...changing]) insertTeamMember(tx, { ...one, cohortId, joinedAt: at });
}
