import type { TemplateChannel } from '#app/domain/reminders/message-template.ts';
import { languageName } from '#app/domain/reminders/wording/message-language.ts';
import type { WordingKey, WordingState } from '#app/domain/reminders/wording/wording.ts';

/** What the state of words is called. */
export const WORDING_STATE_NAMES: Readonly<Record<WordingState, string>> = {
	'in-use': 'In use',
	'newer-waits': 'New words wait',
	waits: 'Waits for approval',
	withdrawn: 'Withdrawn',
	'no-longer-shipped': 'In use, no longer in content',
};

/** What follows from the state, in a sentence or two. English is what every other language falls back to. */
export function wordingConsequence(state: WordingState, isEnglish: boolean): string {
	const instead = isEnglish ? 'No such message leaves' : 'Such a message leaves in English';
	switch (state) {
		case 'in-use':
			return 'These are the words in which such a message leaves.';
		case 'newer-waits':
			return 'The words in use still leave. The new ones do only once a lead approves them.';
		case 'waits':
			return `Nobody has approved these words. ${instead} until a lead does.`;
		case 'withdrawn':
			return `The words were withdrawn. ${instead} until a lead approves some.`;
		case 'no-longer-shipped':
			return 'These words still leave, though the content folder has none for this message any more. Withdraw them if they are not to leave.';
	}
}

const BY_CHANNEL: Readonly<Record<TemplateChannel, string>> = { email: 'by email', text: 'by text message' };

/** Which message it is for: `To participants, by email, in English`. */
export function wordingCaption({ channel, language }: Pick<WordingKey, 'channel' | 'language'>): string {
	return `To participants, ${BY_CHANNEL[channel]}, in ${languageName(language)}`;
}
