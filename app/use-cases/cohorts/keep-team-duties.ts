import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { isTeamDone } from '#app/domain/cohorts/team-duty.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import { listShorterDuties, listTeamTerms } from '#db/queries/access/team-terms.ts';
import { endTeam, goOnWithTeam } from '#db/stores/cohorts.ts';
import { setCoverEnd, setFormerEnd } from '#db/stores/team/teams.ts';
import { audited } from '../audit/audited.ts';

/**
 * Ends what the teams of cohorts may see once the days for corrections after the last session are over, and gives it back
 * to the team of a cohort that goes on after all, or when the clock had been wrong. The same for who stood in at a session,
 * and for who left a team and had registers to finish.
 */
export function keepTeamDuties(context: AppContext, actor: Actor): void {
	if (actor.kind !== 'operator') return;
	const now = context.clock.now();
	audited(context, { actor, action: 'team-duties-kept' }, (tx, tell) => {
		const changed: CohortId[] = [];
		for (const { cohortId, lastDay, onDuty, ended } of listTeamTerms(tx)) {
			const isDone = isTeamDone(lastDay, dayOf(now));
			if (isDone && onDuty > 0) endTeam(tx, cohortId, now);
			if (!isDone && ended > 0) goOnWithTeam(tx, cohortId);
			if (isDone ? onDuty > 0 : ended > 0) changed.push(cohortId);
		}
		tell({ details: { cohorts: changed } });
		keepShorterDuties(tx, now);
	});
}

/** The same for who stood in at a session, and for who left a team. */
function keepShorterDuties(tx: Db, now: Instant): void {
	const { covers, former } = listShorterDuties(tx);
	const endOf = (lastDay: CalendarDay | null) => (isTeamDone(lastDay, dayOf(now)) ? now : null);
	const hasChanged = (end: Instant | null, endedAt: Instant | null) => (end === null) !== (endedAt === null);
	for (const { id, lastDay, endedAt } of covers) {
		const end = endOf(lastDay);
		if (hasChanged(end, endedAt)) setCoverEnd(tx, id, end);
	}
	for (const term of former) {
		const end = endOf(dayOf(term.leftAt));
		if (hasChanged(end, term.endedAt)) setFormerEnd(tx, term, end);
	}
}
