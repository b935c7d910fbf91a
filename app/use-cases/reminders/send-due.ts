import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { flushed, flushingLater } from '#db/flushed.ts';
import { findMessageToJudge } from '#db/queries/reminder-facts.ts';
import { updateMessage } from '#db/stores/outbox.ts';
import { audited } from '../audit/audited.ts';
import { afterDelivery } from './after-delivery.ts';
import { momentOf } from './moment-of.ts';
import { releaseLapsedLeases } from './release-leases.ts';
import { planBeside } from './replan.ts';
import { markHandedOver, type TakenMessage, takeDueMessage } from './take-message.ts';

/** What became of the messages that were due: `toRetry` are those that were not taken this time. */
export type SentCounts = {
	readonly sent: number;
	readonly toRetry: number;
	readonly failed: number;
	readonly unknown: number;
	readonly heldBack: number;
};
type Result = keyof SentCounts;

/** What will be tried again is written anew then. */
const FORGOTTEN = { sentTo: null, subject: null, body: null, safeContactId: null };

/** So many messages are under way to the mail server at once. */
const AT_ONCE = 4;

/**
 * Sends what is due, each message once however many processes do so at the same time: leased in one transaction, marked
 * as handed over in another just before the mail server gets it, its result kept in a third (domain rules §8.3). No more in
 * a minute than the settings allow, and to one person one after the other; what is left over is due the next time. Throws
 * what went wrong with one of them only when none is on its way any more.
 */
export async function sendDue(waiting: AppContext, actor: Actor): Promise<SentCounts> {
	// Each message has three transactions; only that it is handed over has to be on the disk before anything else happens.
	const context = { ...waiting, db: flushingLater(waiting.db) };
	releaseLapsedLeases(context, actor);
	const counts: Record<Result, number> = { sent: 0, toRetry: 0, failed: 0, unknown: 0, heldBack: 0 };
	const sendOneByOne = async () => {
		for (let taken = takeDueMessage(context, actor); taken; taken = takeDueMessage(context, actor)) {
			counts[await sendOne(context, actor, taken)] += 1;
		}
	};
	const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, sendOneByOne));
	await flushed(context.db);
	for (const one of ended) if (one.status === 'rejected') throw one.reason;
	return counts;
}

async function sendOne(context: AppContext, actor: Actor, taken: TakenMessage): Promise<Result> {
	const { id } = taken;
	const delivery = await handOver(context, taken, async () => {
		if (!markHandedOver(context, actor, taken)) return false;
		await flushed(context.db);
		return true;
	});
	const asLeft = delivery.state === 'sent' && delivery.asLeft !== undefined ? { body: delivery.asLeft } : {};
	const record = ['message', id] as const;
	return audited(context, { actor, action: 'message-settled', record }, (tx, tell) => {
		const now = context.clock.now();
		const message = findMessageToJudge(tx, actor, { id, ...momentOf(context) });
		if (!message || message.leaseOwner !== taken.owner) return 'heldBack';
		const { counted, change } = afterDelivery(message, delivery, now);
		tell({ people: [message.personId], details: { result: counted } });
		updateMessage(tx, message, counted === 'toRetry' ? { ...change, ...FORGOTTEN } : { ...change, ...asLeft });
		if (counted !== 'sent') planBeside(context, tx, message);
		return counted;
	});
}

type MayLeave = NonNullable<Parameters<AppContext['mailer']['send']>[1]>;
type Delivery = Awaited<ReturnType<NonNullable<AppContext['texter']>['send']>>;

async function handOver(context: AppContext, taken: TakenMessage, mayLeave: MayLeave): Promise<Delivery> {
	const { mailer, texter, config } = context;
	const { id, channel, kind, to, subject, body } = taken;
	if (channel === 'email') {
		const messageId = `${id}@${config.mailFrom.address.split('@')[1]}`;
		return mailer.send({ messageId, to, subject, text: body }, mayLeave);
	}
	if (!texter) throw new Error('a text may leave where nothing sends texts');
	return texter.send({ reference: id, to, kind, text: body }, mayLeave);
}
