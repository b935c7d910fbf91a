import type { CoreStanding } from './core-content.ts';
import type { ReceivedState } from './received-content.ts';

/** One sign and its words for what somebody had of an activity; a sign is never shown without the words beside or behind it. */
export const RECEIVED_WORDS: Readonly<Record<ReceivedState, { readonly symbol: string; readonly words: string }>> = {
	received: { symbol: '✓', words: 'Received' },
	changed: { symbol: '~', words: 'Received, changed' },
	'caught-up': { symbol: 'c', words: 'Caught up' },
	'not-delivered': { symbol: 'N', words: 'There, not delivered' },
	'in-part': { symbol: 'P', words: 'There for too short a time' },
	missed: { symbol: 'M', words: 'Missed' },
	'not-held': { symbol: '×', words: 'Session cancelled' },
	'not-known': { symbol: '?', words: 'Not known: not recorded' },
	'to-come': { symbol: '·', words: 'To come' },
	'not-expected': { symbol: '', words: 'Not expected' },
};

/** How the programme’s rule on core content stands for somebody. */
export const CORE_STANDINGS: Readonly<Record<CoreStanding, string>> = {
	'no-rule': 'The programme asks for no share of core content',
	met: 'Has received enough core content',
	open: 'Can still receive enough',
	'depends-on-logs': 'Depends on what is not recorded',
	'needs-catch-up': 'Needs a catch-up',
};
