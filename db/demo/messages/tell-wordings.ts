import type { AppContext } from '#app/context.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { approveWording } from '#app/use-cases/reminders/wordings/decide-wording.ts';
import { reviewWordings } from '#app/use-cases/reminders/wordings/review-wordings.ts';
import { chanceFrom } from '../chance.ts';
import { certainly, type Stage, storyId } from '../stage.ts';

/** How one message read in the content of last year. */
const BEFORE = { from: 'We hope that all is well, and that we see you next time.', to: 'Please come next time.' };

/**
 * A lead approved the words of every message a year ago; content has since been changed for one of them, and its new words
 * wait. Ids of its own keep the rest of the story as it is.
 */
export function tellWordings({ context, actor, at, now }: Stage): void {
	at(plusMinutes(now, -365 * 24 * 60));
	const apart = chanceFrom(20261207);
	const then: AppContext = {
		...context,
		ids: { next: <AnyId>() => storyId(apart) as AnyId },
		content: {
			...context.content,
			messages: context.content.messages.map((one) => ({ ...one, body: one.body.replace(BEFORE.from, BEFORE.to) })),
		},
	};
	const lead = actor('ruth');
	for (const { id, shipped } of reviewWordings(then, context.db, lead)) {
		certainly(approveWording(then, lead, { wordingId: id, read: shipped! }));
	}
	at(now);
}
