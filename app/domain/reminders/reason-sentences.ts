import { CAME_BACK_SENTENCES, parseCameBack } from './bounces.ts';
import type { SendingRefusal } from './may-we-send.ts';
import { parseSendingRefusal } from './may-we-send.ts';
import type { MessageState } from './message-states.ts';
import { UNDELIVERED_SENTENCES } from './texts/text-delivery.ts';

/** What a state is called on a page. */
export const STATE_NAMES: Readonly<Record<MessageState, string>> = {
	queued: 'Waiting',
	blocked: 'Blocked',
	leased: 'Leaving',
	sent: 'Sent',
	failed: 'Not delivered',
	unknown: 'Not confirmed',
	suppressed: 'Not needed',
	expired: 'Too late',
};

/** Why a message did not leave, or not yet, as a sentence; null when there is nothing to explain. */
export function whyNotSent(state: MessageState, reason: string | null): string | null {
	if (state === 'sent' || state === 'leased') return null;
	if (state === 'unknown') return UNKNOWN;
	const refusal = parseSendingRefusal(reason);
	if (refusal) return `${state === 'expired' ? EXPIRED : ''}${REFUSAL_SENTENCES[refusal]}`;
	if (reason === null) return null;
	const cameBack = parseCameBack(reason);
	if (cameBack) return CAME_BACK_SENTENCES[cameBack];
	if (Object.hasOwn(AFTER_ALL, reason)) return AFTER_ALL[reason]!;
	const said = `It was not taken when it was to leave: “${reason}”.`;
	if (state === 'queued') return `${said} It will be tried again.`;
	return state === 'expired' ? `${EXPIRED}${said}` : said;
}

/** What became of one that had left, or was to be said by telephone. */
const AFTER_ALL: Readonly<Record<string, string>> = {
	...UNDELIVERED_SENTENCES,
	'not-rung': 'Somebody decided that nobody rings about it, and said why.',
};

const EXPIRED = 'It was too late to be of use. ';
const UNKNOWN =
	'It was handed over and never confirmed, so it may or may not have arrived. It is not sent again by itself: ask the person in a way that is safe for them.';

/** Of two causes the same words: whether the address is somebody else’s, too, is not to be told from it (docs/security.md). */
const NEEDS_CHECKING = 'Contact details need checking. Look at them with the person, and ask a programme lead.';

/** What each reason means, and what somebody can do about it. */
export const REFUSAL_SENTENCES: Readonly<Record<SendingRefusal, string>> = {
	'session-moved': 'The session moved to another time.',
	'session-cancelled': 'The session is not going ahead.',
	'session-goes-ahead': 'The session is going ahead after all.',
	'cohort-cancelled': 'The cohort was cancelled.',
	'left-the-cohort': 'The person is no longer in the cohort.',
	'not-expected': 'The person is not expected at this session.',
	'apology-recorded': 'An apology is already on the register.',
	'already-marked': 'The register already says what happened.',
	'not-missed': 'The register does not say that they were missed without a word.',
	'not-the-first': 'It is not their first session in the cohort.',
	'joined-before': 'They were written to when they joined.',
	'nothing-changed': 'Nothing was said of another time of this session.',
	'told-already': 'Another message says the same at that time.',
	declined: 'Somebody decided that it does not leave.',
	'session-started': 'The session had begun.',
	'past-its-use': 'Too little time was left.',
	'kind-off': 'Messages of this kind are turned off.',
	'all-stopped': 'Somebody stopped all messages to this person.',
	'contact-unconfirmed':
		'The safe contact waits for a second person. Ask a colleague to look at it and confirm it; nothing is sent before.',
	'contact-failing': NEEDS_CHECKING,
	'contact-needs-checking': NEEDS_CHECKING,
	'rung-by-hand': 'This person is rung: nothing is sent by itself. Ring them within their safe hours.',
	'channel-not-available': 'Text messages are not set up here. Ring the person within their safe hours.',
	'wording-not-approved':
		'Its words wait for a programme lead to approve them. Ask a lead, or tell the person in another way that is safe.',
	'needs-approval': 'It leaves only if somebody approves it. Read it, and approve it or decline it.',
	'too-close-in-time': 'It waits a little while.',
	'no-safe-contact': 'There is no safe contact for this person. Agree one with them and record it.',
	'contact-review-overdue': 'The safe contact is past its review date. Check it with the person and record it again.',
	'no-safe-hour-left': 'No safe hour is left before the session. Tell the person in another way that is safe.',
	'outside-safe-hours': 'It waits for the next safe hour.',
};
