import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { ownNamesIn } from '#app/domain/reminders/wording/telling-words.ts';
import { areSameWords } from '#app/domain/reminders/wording/wording.ts';
import type { Id } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listOwnNames } from '#db/queries/messages/own-names.ts';
import { endWording, insertWording } from '#db/stores/messages/message-wordings.ts';
import { audited } from '../../audit/audited.ts';
import { replan } from '../replan.ts';
import { reviewWording } from './review-wordings.ts';

/** The words as they stood on the page. */
type Read = { readonly subject: string; readonly body: string };
type Refusal = 'not-found' | 'changed-meanwhile' | 'names-a-place';

/**
 * Approves the words that are shipped now: from then on they leave, in the place of those before, and what waited for them
 * is planned in the same transaction. Refused for who may not, when they are not the ones that were read, and when they name a
 * place or a cohort of the organisation’s own. Twice is once.
 */
export function approveWording(
	context: AppContext,
	actor: StaffActor,
	{ wordingId, read }: { readonly wordingId: string; readonly read: Read },
): Outcome<undefined, Refusal> {
	return audited(context, { actor, action: 'wording-approved' }, (tx, tell) => {
		const found = reviewWording(context, tx, actor, wordingId);
		if (!found?.shipped) return refused('not-found');
		const { shipped, inUse, approved, kind, channel, language } = found;
		if (!areSameWords(shipped, { ...read, samples: {} })) return refused('changed-meanwhile');
		tell({ details: { wording: wordingId } });
		if (inUse && areSameWords(shipped, inUse)) return done();
		const { subject, body, samples } = shipped;
		const [named] = ownNamesIn(`${subject}\n${body}`, listOwnNames(tx));
		if (named !== undefined) return refused('names-a-place', { named });
		const at = context.clock.now();
		endWording(tx, found, actor.staffId, at);
		const number = (approved[0]?.number ?? 0) + 1;
		const id = context.ids.next<Id<'wording'>>();
		const words = { kind, channel, language, number, subject, body, samples };
		insertWording(tx, { id, ...words, approvedBy: actor.staffId, approvedAt: at });
		tell({ details: { wording: wordingId, number } });
		replan(context, tx);
		return done();
	});
}

/**
 * Withdraws the words in use: no such message leaves until a lead approves some, but one in another language leaves in
 * English. Refused for who may not, and when others are in use by now than those that were read.
 */
export function withdrawWording(
	context: AppContext,
	actor: StaffActor,
	{ wordingId, read }: { readonly wordingId: string; readonly read: Read },
): Outcome<undefined, Refusal> {
	return audited(context, { actor, action: 'wording-withdrawn' }, (tx, tell) => {
		const found = reviewWording(context, tx, actor, wordingId);
		if (!found) return refused('not-found');
		if (!found.inUse || !areSameWords(found.inUse, { ...read, samples: {} })) return refused('changed-meanwhile');
		tell({ details: { wording: wordingId, number: found.inUse.number } });
		endWording(tx, found, actor.staffId, context.clock.now());
		replan(context, tx);
		return done();
	});
}
