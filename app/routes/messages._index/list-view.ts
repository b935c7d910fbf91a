import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { MESSAGE_STATES, type MessageState, parseMessageState } from '#app/domain/reminders/message-states.ts';
import { STATE_NAMES } from '#app/domain/reminders/reason-sentences.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { lineOf } from '#app/ui/messages/message-line.ts';
import { reviewWordings, waitsForLead } from '#app/use-cases/reminders/wordings/review-wordings.ts';
import { whoApproves } from '#app/use-cases/reminders/wordings/who-approves.ts';
import { countMessages, listMessages, MESSAGES_PER_PAGE } from '#db/queries/outbox.ts';

export type OutboxView = ReturnType<typeof readOutbox>;

/** The filter in the address; what is no filter of ours is left out, because an old link should still open the list. */
export function readFilter(request: Request): { readonly state: MessageState | null; readonly page: number } {
	const asked = new URL(request.url).searchParams;
	const page = asked.get('page') ?? '';
	return {
		state: parseMessageState(asked.get('state') ?? ''),
		page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
	};
}

/** One page of the outbox in words, in two reads whatever its length. */
export function readOutbox(context: RequestContext, actor: StaffActor, filter: ReturnType<typeof readFilter>) {
	const { db, config } = context;
	const counts = countMessages(db, actor);
	const all = MESSAGE_STATES.reduce((sum, state) => sum + counts[state], 0);
	const total = filter.state ? counts[filter.state] : all;
	const pages = Math.max(1, Math.ceil(total / MESSAGES_PER_PAGE));
	const page = Math.min(filter.page, pages);
	const messages = listMessages(db, actor, { state: filter.state, page });
	showsPeople(
		context,
		messages.map(({ personId }) => personId),
	);
	const chip = (state: MessageState | null, label: string, count: number) => ({
		label,
		count,
		href: paths.messagesWhere({ state }),
		current: filter.state === state,
	});
	return {
		total,
		page,
		pages,
		state: filter.state,
		unknown: counts.unknown,
		blocked: counts.blocked,
		callsHref: mayAtAll(actor, 'read', 'safe-contact') ? paths.calls() : null,
		kindsHref: mayAtAll(actor, 'write', 'message-kinds.organisation') ? paths.messageKinds() : null,
		...wordingsOf(context, actor),
		writesFiles: config.smtpUrl === null,
		chips: [
			chip(null, 'All', all),
			...MESSAGE_STATES.filter((state) => counts[state] > 0 || state === filter.state).map((state) =>
				chip(state, STATE_NAMES[state], counts[state]),
			),
		],
		messages: messages.map(lineOf),
		approving: whoApproves(db, actor, messages),
	};
}

/** For who may approve words: where they are, and of how many messages some wait. */
function wordingsOf(context: RequestContext, actor: StaffActor) {
	const wordings = reviewWordings(context, context.db, actor);
	const waiting = wordings.filter(waitsForLead).length;
	return { wordingsHref: wordings.length > 0 ? paths.wordings() : null, wordingsWaiting: waiting };
}
