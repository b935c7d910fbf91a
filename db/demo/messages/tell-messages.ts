import { CLOCK, type StaffActor } from '#app/domain/access/actor.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { nudgeStaff } from '#app/use-cases/notices/nudge-staff.ts';
import { listCallsOfToday } from '#app/use-cases/reminders/calls-of-today.ts';
import { recordCall } from '#app/use-cases/reminders/record-call.ts';
import { stopMessages } from '#app/use-cases/reminders/stop-messages.ts';
import { turnKind } from '#app/use-cases/reminders/turn-kind.ts';
import type { Chapter } from '../chapters.ts';
import { certainly, type Member, type Stage } from '../stage.ts';

type Told = { readonly chapter: Chapter; readonly members: readonly Member[]; readonly cohortId: CohortId };

/**
 * One cohort has a kind turned off, somebody wants no messages at all, whoever is to be rung first was not reached yet, and
 * staff are nudged about what waits.
 */
export function tellMessages({ context, actor, now }: Stage, { chapter, members, cohortId }: Told): void {
	const coordinator = actor(chapter.coordinator);
	certainly(turnKind(context, coordinator, { kind: 'joining', cohortId, isOn: false }));
	const { personId } = members.at(-2)!;
	certainly(stopMessages(context, coordinator, { personId, reason: 'They asked us to ring, and not to write' }));
	ringInVain({ context, now }, coordinator);
	nudgeStaff(context, CLOCK);
}

function ringInVain({ context, now }: Pick<Stage, 'context' | 'now'>, who: StaffActor): void {
	const call = listCallsOfToday(context, who).find(({ reach }) => reach && reach.hours.from <= now);
	if (!call?.reach) return;
	const said = { outcome: 'not-reached', rungAt: now, contactId: call.reach.contact.id, note: null } as const;
	certainly(recordCall(context, who, { id: call.details.id, ...said }));
}
