import type { AppContext } from '#app/context.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { takeBounce } from '#app/use-cases/contacts/take-bounce.ts';
import { listMessages } from '../../queries/outbox.ts';
import { listContactsOf } from '../../queries/safe-contacts.ts';
import { chanceFrom } from '../chance.ts';
import type { Chapter } from '../chapters.ts';
import { type Stage, storyId } from '../stage.ts';

type Group = { readonly chapter: Chapter; readonly cohortId: CohortId };

/**
 * Just now a mail server wrote that nobody has one of the addresses: the message did not arrive, the next is kept back, and the
 * team has a task. Nothing where nobody was written to in these days. Ids of its own keep the rest of the story as it is.
 */
export function tellBounce(stage: Stage, groups: readonly Group[]): void {
	const { context } = stage;
	const [one] = groups.flatMap((group) => mailsStillHeld(stage, group));
	if (!one) return;
	const apart = chanceFrom(20261208);
	const then: AppContext = { ...context, ids: { next: <AnyId>() => storyId(apart) as AnyId } };
	const domain = context.config.mailFrom.address.split('@')[1];
	takeBounce(then, { messageId: `${one.id}@${domain}`, recipients: [one.to], action: 'failed', status: '5.1.1' });
}

/** The mails that left to addresses at which people are reached still, the latest first. */
function mailsStillHeld({ context: { db }, actor }: Stage, { chapter, cohortId }: Group) {
	const reader = actor(chapter.coordinator);
	const left = listMessages(db, reader, { state: 'sent', page: 1 }, { cohortId });
	const people = left.map(({ personId }) => personId);
	const held = new Map(listContactsOf(db, reader, people).map((one) => [one.personId, one.contact.address]));
	return left.flatMap(({ id, personId, sentTo }) =>
		sentTo?.includes('@') && held.get(personId) === sentTo ? [{ id, to: sentTo }] : [],
	);
}
