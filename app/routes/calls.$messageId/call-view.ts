import type { StaffActor } from '#app/domain/access/actor.ts';
import { whyNotSent } from '#app/domain/reminders/reason-sentences.ts';
import { takesCall } from '#app/domain/reminders/texts/call.ts';
import type { MessageId } from '#app/domain/shared/ids.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { callLine } from '#app/ui/messages/call-line.ts';
import { findCall } from '#app/use-cases/reminders/calls/calls-of-today.ts';
import { mayStop } from '#db/queries/messages/stops.ts';

export type CallView = NonNullable<ReturnType<typeof readCall>>;

/** A call to make, or what became of the message since; null for who may not read how the person is reached. */
export function readCall(context: RequestContext, actor: StaffActor, id: MessageId) {
	const call = findCall(context, actor, id);
	if (!call) return null;
	const { details } = call;
	showsPeople(context, [details.personId]);
	return {
		line: callLine(call, actor.staffId),
		why: call.reach ? null : whyNoCall(call),
		takesCall: takesCall(details),
		maySay: mayStop(context.db, actor, details.personId),
		messageHref: paths.message(id),
	};
}

function whyNoCall({ details: { state, reason }, noneLeft }: NonNullable<ReturnType<typeof findCall>>): string {
	if (noneLeft) return 'No safe hour is left. Do not ring: tell the person in another way that is safe.';
	if (state === 'blocked' && takesCall({ state, reason })) return 'Nobody is to ring about this today.';
	return whyNotSent(state, reason) ?? 'Nobody is to ring about this.';
}
