import { CLOCK } from '#app/domain/access/actor.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { nudgeStaff } from '#app/use-cases/notices/nudge-staff.ts';
import { stopMessages } from '#app/use-cases/reminders/stop-messages.ts';
import { turnKind } from '#app/use-cases/reminders/turn-kind.ts';
import type { Chapter } from '../chapters.ts';
import { certainly, type Member, type Stage } from '../stage.ts';

type Told = { readonly chapter: Chapter; readonly members: readonly Member[]; readonly cohortId: CohortId };

/** One cohort has a kind turned off, somebody wants no messages at all, and staff are nudged about what waits. */
export function tellMessages({ context, actor }: Stage, { chapter, members, cohortId }: Told): void {
	const coordinator = actor(chapter.coordinator);
	certainly(turnKind(context, coordinator, { kind: 'joining', cohortId, isOn: false }));
	const { personId } = members.at(-2)!;
	certainly(stopMessages(context, coordinator, { personId, reason: 'They asked us to ring, and not to write' }));
	nudgeStaff(context, CLOCK);
}
