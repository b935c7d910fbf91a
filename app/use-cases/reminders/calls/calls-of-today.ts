import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { SafeContact } from '#app/domain/people/safe-contact.ts';
import type { MessageKind } from '#app/domain/reminders/message-kinds.ts';
import { channelOf, wordsToSay } from '#app/domain/reminders/render-message.ts';
import { type CallHours, callToday } from '#app/domain/reminders/texts/call.ts';
import type { MessageId } from '#app/domain/shared/ids.ts';
import { findMessageToRing, listCallDetails, listCallsAbout, listMessagesToRing } from '#db/queries/messages/calls.ts';
import type { MessageToJudge } from '#db/queries/reminder-facts.ts';
import { messageSender } from '../message-sender.ts';
import { momentOf } from '../moment-of.ts';
import { wordsInUse } from '../wordings/words-in-use.ts';

type Details = ReturnType<typeof listCallDetails>[number];

/** A call that is to be made today: how and what to say only where the rule allows it and the actor may be told. */
export type Call = {
	readonly details: Details;
	/** Null where no safe hour is left, and where a restriction keeps the person from the actor. */
	readonly reach: { readonly contact: SafeContact; readonly hours: CallHours; readonly say: string } | null;
	readonly noneLeft: boolean;
	readonly before: ReturnType<typeof listCallsAbout>;
};

/**
 * Whom somebody has to ring today in the place of a message, judged by the rule at this moment, those whose time ends first
 * before the others: of people whose safe contact the actor may read. Of whom a restriction keeps from them the reference.
 */
export function listCallsOfToday(context: AppContext, actor: StaffActor): readonly Call[] {
	const { now } = momentOf(context);
	const today = listMessagesToRing(context.db, actor, momentOf(context)).flatMap((message) => {
		const hours = callToday(message.facts, message.dueAt, now);
		return hours ? [{ message, hours }] : [];
	});
	const ids = today.map(({ message }) => message.id);
	const details = new Map(listCallDetails(context.db, actor, ids).map((one) => [one.id, one]));
	const before = Map.groupBy(listCallsAbout(context.db, ids), ({ messageId }) => messageId);
	const wordsOf = askedOnce(context);
	const calls = today.map(({ message, hours }) =>
		callOf(context, message, hours, {
			...{ details: details.get(message.id)!, before: before.get(message.id) ?? [], wordsOf },
		}),
	);
	return calls.toSorted((one, other) => (endOf(one) < endOf(other) ? -1 : 1));
}

/** A message that may be to be rung about, whatever became of it; null for who may not read how the person is reached. */
export function findCall(context: AppContext, actor: StaffActor, id: MessageId) {
	const message = findMessageToRing(context.db, actor, { id, ...momentOf(context) });
	if (!message) return null;
	const hours = message.state === 'blocked' ? callToday(message.facts, message.dueAt, context.clock.now()) : null;
	const [details] = listCallDetails(context.db, actor, [id]);
	const before = listCallsAbout(context.db, [id]);
	return callOf(context, message, hours, { details: details!, before, wordsOf: askedOnce(context) });
}

type WordsOf = (kind: MessageKind, contact: SafeContact) => ReturnType<typeof wordsInUse>;

/** The words in use, asked once for each kind, channel and language, however many are rung. */
function askedOnce({ db }: AppContext): WordsOf {
	const known = new Map<string, ReturnType<typeof wordsInUse>>();
	return (kind, contact) => {
		const key = [kind, channelOf(contact), contact.language].join(' ');
		if (!known.has(key)) known.set(key, wordsInUse(db, kind, contact));
		return known.get(key) ?? null;
	};
}

function callOf(
	{ config }: AppContext,
	{ kind, facts }: MessageToJudge,
	hours: CallHours | 'none-left' | null,
	{ wordsOf, ...about }: Pick<Call, 'details' | 'before'> & { readonly wordsOf: WordsOf },
): Call {
	const noneLeft = hours === 'none-left';
	const { contact, session } = facts;
	if (hours === null || noneLeft || !about.details.isReached || !contact || !session.time)
		return { ...about, noneLeft, reach: null };
	const words = wordsOf(kind, contact);
	if (words === null) throw new Error('somebody is to be rung in words that nobody approved');
	const say = wordsToSay(words, session.time, contact.mayNameOrganisation ? messageSender({ config }) : null);
	return { ...about, noneLeft, reach: { contact, hours, say } };
}

/** By when it has to be made; what cannot be made safely any more stands last. */
function endOf({ reach, details }: Call): string {
	return `${reach ? '0' : '1'} ${reach?.hours.until ?? details.useBy} ${details.id}`;
}
