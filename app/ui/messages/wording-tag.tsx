import type { WordingState } from '#app/domain/reminders/wording/wording.ts';
import { Tag, type TagColour } from '../components/tag.tsx';
import { WORDING_STATE_NAMES } from './wording-states.ts';

/** How the words of a message stand. */
export function WordingTag({ state }: { readonly state: WordingState }) {
	return <Tag colour={COLOURS[state]}>{WORDING_STATE_NAMES[state]}</Tag>;
}

const COLOURS: Readonly<Record<WordingState, TagColour>> = {
	'in-use': 'green',
	'newer-waits': 'orange',
	waits: 'red',
	withdrawn: 'red',
	'no-longer-shipped': 'yellow',
};
