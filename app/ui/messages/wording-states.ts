import type { TemplateChannel } from '#app/domain/reminders/message-template.ts';
import { languageName } from '#app/domain/reminders/wording/message-language.ts';
import type { WordingKey, WordingState } from '#app/domain/reminders/wording/wording.ts';
import type { TagColour } from '../components/tag.tsx';

/** What the state of words is called, and its colour. */
export const WORDING_STATES_SHOWN: Readonly<
	Record<WordingState, { readonly name: string; readonly colour: TagColour }>
> = {
	'in-use': { name: 'In use', colour: 'green' },
	'newer-waits': { name: 'New words wait', colour: 'orange' },
	waits: { name: 'Waits for approval', colour: 'red' },
	withdrawn: { name: 'Withdrawn', colour: 'red' },
	'no-longer-shipped': { name: 'In use, no longer in content', colour: 'yellow' },
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
