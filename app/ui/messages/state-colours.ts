import type { MessageState } from '#app/domain/reminders/message-states.ts';
import type { TagColour } from '../components/tag.tsx';

/** How each state is coloured wherever it shows. */
export const STATE_COLOURS: Readonly<Record<MessageState, TagColour>> = {
	queued: 'blue',
	blocked: 'red',
	leased: 'blue',
	sent: 'green',
	failed: 'red',
	unknown: 'orange',
	suppressed: 'grey',
	expired: 'yellow',
};
