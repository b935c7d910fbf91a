import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { MESSAGE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import { TEMPLATE_CHANNELS } from '#app/domain/reminders/message-template.ts';
import { ENGLISH } from '#app/domain/reminders/wording/message-language.ts';
import {
	isTemplateOf,
	type WordingKey,
	type WordingState,
	type Words,
	wordingId,
	wordingState,
} from '#app/domain/reminders/wording/wording.ts';
import type { Db } from '#db/client.ts';
import { type KeptWording, listWordings } from '#db/queries/messages/wordings.ts';

/** One message to participants: what is shipped, what leaves, and what left before. */
export type ReviewedWording = WordingKey & {
	readonly id: string;
	readonly state: WordingState;
	/** Null: it is in the content folder no longer. */
	readonly shipped: Words | null;
	/** Null: nobody approved any, or they were withdrawn. */
	readonly inUse: KeptWording | null;
	/** All that was ever approved, the latest first. */
	readonly approved: readonly KeptWording[];
};

/** How the words of every message to participants stand, English first; nothing for who may not approve them. */
export function reviewWordings({ content }: AppContext, db: Db, actor: Actor): readonly ReviewedWording[] {
	if (!mayAtAll(actor, 'write', 'message-wording')) return [];
	const kept = listWordings(db, actor);
	const languages = [...new Set([ENGLISH, ...content.otherLanguages, ...kept.map(({ language }) => language)])];
	const keys = languages.flatMap((language) =>
		TEMPLATE_CHANNELS.flatMap((channel) => MESSAGE_KINDS.map((kind) => ({ kind, channel, language }))),
	);
	return keys.flatMap((key) => {
		const shipped = content.messages.find((template) => isTemplateOf(template, key)) ?? null;
		const approved = kept.filter((row) => wordingId(row) === wordingId(key));
		if (!shipped && approved.length === 0) return [];
		const inUse = approved.find(({ endedAt }) => endedAt === null) ?? null;
		const state = wordingState(shipped, inUse, approved.length > 0);
		return shipped || inUse ? [{ ...key, id: wordingId(key), state, shipped, inUse, approved }] : [];
	});
}

/** The one with this id; null when there is none for the actor. */
export function reviewWording(context: AppContext, db: Db, actor: Actor, id: string): ReviewedWording | null {
	return reviewWordings(context, db, actor).find((one) => one.id === id) ?? null;
}

/** Whether a lead has something to look at: words that were never approved, were withdrawn, or are newer than those in use. */
export function waitsForLead({ state }: Pick<ReviewedWording, 'state'>): boolean {
	return state === 'waits' || state === 'newer-waits' || state === 'withdrawn';
}
