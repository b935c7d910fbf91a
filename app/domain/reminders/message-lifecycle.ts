import { type Instant, plusMinutes } from '../shared/instant.ts';
import { REFUSED_MESSAGES, type SendingFacts, type SendingRefusal } from './may-we-send.ts';
import type { KindTimings } from './message-kinds.ts';
import type { MessageState } from './message-states.ts';
import { announcedFrom, firstMomentApart, planMessage } from './plan-messages.ts';

/**
 * A message that has not left and still may, or may again: only these are judged anew. An expired one may when a clock
 * that went ahead was put right.
 */
export const OPEN_STATES = ['queued', 'blocked', 'suppressed', 'expired'] as const satisfies readonly MessageState[];

export type OpenMessage = {
	readonly state: (typeof OPEN_STATES)[number];
	readonly reason: string | null;
	readonly dueAt: Instant;
	readonly plannedAt: Instant;
	readonly attempts: number;
	readonly facts: SendingFacts;
};

/** What becomes of a message; `dueAt` is absent where it stays. */
export type MessageChange = {
	readonly state: MessageState;
	readonly reason: string | null;
	readonly dueAt?: Instant;
};

/**
 * What planning makes of a message that is there already: suppressed when its cause went and queued again when it came
 * back, blocked and unblocked, moved to another safe hour, or expired; an expired one keeps the reason that held it back.
 * Null when nothing changes. What is due or being retried is left to the sender.
 */
export function judgeAgain(message: OpenMessage, timings: KindTimings, now: Instant): MessageChange | null {
	const change = whatIsWanted(message, timings, now);
	const stays =
		change.state === message.state &&
		change.reason === message.reason &&
		(change.dueAt === undefined || change.dueAt === message.dueAt);
	return stays ? null : change;
}

/** What becomes of a message that may not leave now: it waits for the next safe hour, or it is blocked, suppressed or expired. */
export function afterRefusal(
	message: Pick<OpenMessage, 'facts' | 'reason'>,
	reason: SendingRefusal,
	now: Instant,
): MessageChange {
	const { contact, message: wanted } = message.facts;
	if (REFUSED_MESSAGES[reason] === 'expired') return { state: 'expired', reason: message.reason ?? reason };
	if (REFUSED_MESSAGES[reason] !== 'queued') return { state: REFUSED_MESSAGES[reason], reason };
	const dueAt = contact && firstMomentApart(message.facts, contact, now, wanted.useBy);
	return dueAt ? { state: 'queued', reason: message.reason, dueAt } : { state: 'blocked', reason: 'no-safe-hour-left' };
}

/** What becomes of a message that the mail server did not take: tried again after a while if that may help and is in time. */
export function afterFailure(
	{ attempts, useBy }: { readonly attempts: number; readonly useBy: Instant },
	{ retry, reason }: { readonly retry: boolean; readonly reason: string },
	now: Instant,
): MessageChange & { readonly state: 'queued' | 'failed' } {
	const wait = WAIT_MINUTES[Math.min(attempts, WAIT_MINUTES.length) - 1] ?? WAIT_MINUTES[0];
	const dueAt = plusMinutes(now, wait);
	return retry && dueAt <= useBy ? { state: 'queued', reason, dueAt } : { state: 'failed', reason };
}

/** How long a sender has a message: longer than a mail may take, so that nobody else takes up one that is on its way. */
export const LEASE_MINUTES = 5;

/** A lease that ends later than this was given by a clock that went ahead, and holds as little as one that is over. */
export function furthestLease(now: Instant): Instant {
	return plusMinutes(now, 2 * LEASE_MINUTES);
}

/**
 * What becomes of a message whose sender never came back: queued again if nothing had been handed to the mail server;
 * else nobody can tell whether it arrived, and it is never sent again by itself (domain rules §8.3).
 */
export function afterLapsedLease({ handedOverAt }: { readonly handedOverAt: Instant | null }): MessageChange {
	return handedOverAt === null ? { state: 'queued', reason: null } : { state: 'unknown', reason: 'sender-stopped' };
}

/** Minutes until the next try, after the first, the second, and so on. */
const WAIT_MINUTES = [1, 5, 15, 30, 60] as const;

function whatIsWanted({ facts, ...message }: OpenMessage, timings: KindTimings, now: Instant): MessageChange {
	const asItIs = { state: message.state, reason: message.reason };
	const { kind, timeVersion, decision } = facts.message;
	const { time } = facts.session;
	if (time === null) return { state: 'suppressed', reason: 'session-moved' };
	const announced = announcedFrom(facts, now);
	// What was announced for a moment keeps it: only a moment that is announced anew is a quarter of an hour ahead.
	const earliest = message.state === 'queued' && message.dueAt < announced ? message.dueAt : announced;
	const { plannedAt } = message;
	const planning = { kind, timings, timeVersion, time, now, plannedAt, decision };
	const plan = planMessage(facts, { ...planning, earliest: earliest > now ? earliest : now });
	switch (plan.state) {
		case 'expired':
			return message.state === 'suppressed' ? asItIs : { state: 'expired', reason: message.reason ?? plan.reason };
		case 'queued':
			if (message.state === 'queued' && (message.attempts > 0 || message.dueAt <= now)) return asItIs;
			return { state: 'queued', reason: null, dueAt: plan.dueAt };
		default:
			return { state: plan.state, reason: plan.reason };
	}
}
