import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { supervisionState } from '#app/domain/debrief/supervision.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { agreementOver } from '#app/domain/team/practice.ts';
import { listActionsOf, listSupervisionAsked } from '#db/queries/team/practice.ts';
import { findFacilitator, listAccreditations } from '#db/queries/team/staff-time.ts';
import { readPracticeSessions } from './practice-sessions.ts';
import { programmesToAccredit } from './programmes-to-accredit.ts';

export type PracticeReview = NonNullable<ReturnType<typeof reviewPractice>>;

/**
 * What is seen of one facilitator’s work, to talk about in supervision: for a lead and for themself, null for anybody else.
 * It sets their log beside the other accounts of the very same sessions, and them beside nobody. The same number of reads
 * for one session as for a hundred (§7.2, §7.3).
 */
export function reviewPractice(context: AppContext, actor: StaffActor, staffId: StaffId) {
	const { db } = context;
	const facilitator = findFacilitator(db, actor, staffId, 'practice');
	if (!facilitator) return null;
	const programmes = programmesToAccredit(context.content);
	const sessions = readPracticeSessions(context, actor, staffId);
	return {
		facilitator,
		programmes,
		accreditations: listAccreditations(db, actor, [staffId], programmes),
		sessions,
		together: agreementOver(sessions.flatMap(({ logs }) => logs?.pair ?? [])),
		asked: listSupervisionAsked(db, actor, staffId).map(({ entries, task, ...own }) => ({
			...own,
			state: supervisionState(entries, task?.state ?? null),
			outcome: task?.outcome ?? null,
		})),
		actions: listActionsOf(db, actor, staffId),
	};
}
