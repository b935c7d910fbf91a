import type { StaffActor } from '#app/domain/access/actor.ts';
import { MESSAGE_STATES } from '#app/domain/reminders/message-states.ts';
import { STATE_NAMES } from '#app/domain/reminders/reason-sentences.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { kindLine } from '#app/ui/messages/kind-lines.ts';
import { lineOf } from '#app/ui/messages/message-line.ts';
import { kindsHere } from '#app/use-cases/reminders/kinds-here.ts';
import { mayTurn } from '#app/use-cases/reminders/turn-kind.ts';
import { whoApproves } from '#app/use-cases/reminders/wordings/who-approves.ts';
import { findCohort } from '#db/queries/cohorts.ts';
import { countMessages, listMessages } from '#db/queries/outbox.ts';

export type CohortMessagesView = NonNullable<ReturnType<typeof readCohortMessages>>;

/** What of a cohort is written to whom: the kinds that are on, and the latest of its messages; null for who may not turn any. */
export function readCohortMessages(context: RequestContext, actor: StaffActor, cohortId: CohortId) {
	const { db } = context;
	const cohort = mayTurn(db, actor, cohortId) ? findCohort(db, actor, cohortId) : null;
	if (!cohort) return null;
	const counts = countMessages(db, actor, { cohortId });
	const messages = listMessages(db, actor, { state: null, page: 1 }, { cohortId });
	showsPeople(
		context,
		messages.map(({ personId }) => personId),
	);
	return {
		...{ cohortId, name: cohort.name, kinds: kindsHere(context, cohortId).map(kindLine) },
		counts: MESSAGE_STATES.flatMap((state) =>
			counts[state] > 0 ? [{ key: STATE_NAMES[state], value: String(counts[state]) }] : [],
		),
		messages: messages.map(lineOf),
		approving: whoApproves(db, actor, messages),
	};
}
