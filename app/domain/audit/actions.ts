import { CALENDAR_ACTIONS } from './calendar-actions.ts';
import { CONTACT_ACTIONS } from './contact-actions.ts';
import { ENDING_ACTIONS } from './ending-actions.ts';
import { IMPORT_ACTIONS } from './import-actions.ts';
import { OBSERVATION_ACTIONS } from './observation-actions.ts';
import { PROGRAMME_ACTIONS } from './programme-actions.ts';
import { SESSION_DAY_ACTIONS } from './session-day-actions.ts';
import { TASK_ACTIONS } from './task-actions.ts';
import { TEAM_ACTIONS } from './team-actions.ts';

/** What sorts of things are kept in the audit trail; a lead filters by them. */
export const ACTION_KINDS = ['view', 'change', 'message', 'sign-in'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export const ACTION_KIND_NAMES: Readonly<Record<ActionKind, string>> = {
	view: 'Pages opened',
	change: 'Changes',
	message: 'Messages',
	'sign-in': 'Sign-ins and accounts',
};

type Described = { readonly kind: ActionKind; readonly label: string };

/** Everything that is ever kept in the audit trail, by the word that stands in the entry. A word is never given up. */
export const ACTIONS = {
	'page-viewed': { kind: 'view', label: 'Opened a page' },

	'cohort-laid-out': { kind: 'change', label: 'Laid out a cohort' },
	'cohort-states-kept': { kind: 'change', label: 'Moved cohorts on by the calendar' },
	'draft-opened': { kind: 'change', label: 'Opened a draft cohort' },
	'slot-refused': { kind: 'change', label: 'Was refused a slot without a reason' },
	'person-enrolled': { kind: 'change', label: 'Gave a person a place' },
	...ENDING_ACTIONS,
	...CONTACT_ACTIONS,
	'postcode-set': { kind: 'change', label: 'Set a person’s postcode' },
	...SESSION_DAY_ACTIONS,
	'session-moved': { kind: 'change', label: 'Moved a session' },
	'pattern-changed': { kind: 'change', label: 'Changed a cohort’s meeting pattern' },
	'plan-decided': { kind: 'change', label: 'Decided on a plan that had no session of its own' },
	'catch-up-booked': { kind: 'change', label: 'Booked a catch-up' },
	'catch-up-cancelled': { kind: 'change', label: 'Took people off a catch-up, or cancelled it' },
	'individual-session-booked': { kind: 'change', label: 'Booked an individual session' },
	'session-not-held': { kind: 'change', label: 'Recorded that a session did not go ahead' },
	'session-shortened': { kind: 'change', label: 'Recorded that a session ended early' },
	'session-not-held-undone': { kind: 'change', label: 'Took back that a session did not go ahead' },

	...IMPORT_ACTIONS,
	...PROGRAMME_ACTIONS,

	'area-added': { kind: 'change', label: 'Added an area' },
	'area-changed': { kind: 'change', label: 'Changed an area' },
	'venue-added': { kind: 'change', label: 'Added a venue' },
	'venue-renamed': { kind: 'change', label: 'Renamed a venue' },
	'venue-days-set': { kind: 'change', label: 'Said which side a venue belongs to on which weekdays' },
	'room-added': { kind: 'change', label: 'Added a room' },
	'room-renamed': { kind: 'change', label: 'Renamed a room' },
	'closure-added': { kind: 'change', label: 'Added a closure' },
	'closure-removed': { kind: 'change', label: 'Removed a closure' },
	'sessions-moved-out': { kind: 'change', label: 'Moved sessions out of closed days' },
	'school-holiday-added': { kind: 'change', label: 'Added a school holiday' },
	'school-holiday-removed': { kind: 'change', label: 'Removed a school holiday' },
	'bank-holiday-added': { kind: 'change', label: 'Added a bank holiday' },
	'bank-holiday-removed': { kind: 'change', label: 'Removed a bank holiday' },
	'bank-holidays-checked': { kind: 'change', label: 'Checked the bank holidays' },
	'bank-holidays-filled': { kind: 'change', label: 'Filled in bank holidays' },

	...CALENDAR_ACTIONS,

	'family-added': { kind: 'change', label: 'Added a family' },
	'family-member-added': { kind: 'change', label: 'Added a person to a family' },
	'family-member-changed': { kind: 'change', label: 'Changed how a person belongs to a family' },
	'family-member-removed': { kind: 'change', label: 'Took a person out of a family' },
	'family-worker-set': { kind: 'change', label: 'Said who holds a family' },
	'non-association-set': { kind: 'change', label: 'Said that two people may not meet' },
	'non-association-ended': { kind: 'change', label: 'Ended that two people may not meet' },
	'cohorts-linked': { kind: 'change', label: 'Linked two cohorts' },
	'cohorts-unlinked': { kind: 'change', label: 'Ended the link of two cohorts' },
	...OBSERVATION_ACTIONS,
	'person-restricted': { kind: 'change', label: 'Said who may see a person’s name' },
	'restriction-lifted': { kind: 'change', label: 'Let everybody see a person’s name again' },
	'both-sides-decided': { kind: 'change', label: 'Decided that a coordinator works on both sides' },
	'both-sides-ended': { kind: 'change', label: 'Ended that a coordinator works on both sides' },
	...TEAM_ACTIONS,
	...TASK_ACTIONS,
	'team-duties-kept': { kind: 'change', label: 'Ended or renewed teams’ access by the calendar' },

	'record-opened': { kind: 'change', label: 'Opened a record in an emergency' },
	'opening-ended': { kind: 'change', label: 'Closed an opened record' },
	'opening-reviewed': { kind: 'change', label: 'Reviewed an opened record' },
	'notices-read': { kind: 'change', label: 'Read notices' },

	'alert-closed': { kind: 'change', label: 'Closed an alert' },

	'reminders-planned': { kind: 'message', label: 'Planned messages' },
	'staff-nudged': { kind: 'message', label: 'Nudged staff' },
	'message-decided': { kind: 'message', label: 'Decided whether a message leaves' },
	'message-kind-turned-off': { kind: 'change', label: 'Turned off a kind of messages' },
	'message-kind-turned-on': { kind: 'change', label: 'Turned on a kind of messages' },
	'wording-approved': { kind: 'change', label: 'Approved the words of a message' },
	'wording-withdrawn': { kind: 'change', label: 'Withdrew the words of a message' },
	'wording-tested': { kind: 'message', label: 'Sent the words of a message to themselves' },
	'messages-stopped': { kind: 'change', label: 'Stopped all messages to a person' },
	'messages-resumed': { kind: 'change', label: 'Let messages to a person leave again' },
	'message-taken': { kind: 'message', label: 'Took up a message to send' },
	'message-handed-over': { kind: 'message', label: 'Handed a message to the mail server' },
	'message-settled': { kind: 'message', label: 'Noted what became of a message' },
	'messages-let-go': { kind: 'message', label: 'Let go of messages whose sender never came back' },

	'notice-taken': { kind: 'message', label: 'Took up a notice to staff' },
	'notice-handed-over': { kind: 'message', label: 'Handed a notice to the mail server' },
	'notice-settled': { kind: 'message', label: 'Noted what became of a notice' },
	'notices-let-go': { kind: 'message', label: 'Let go of notices whose sender never came back' },

	'signed-in': { kind: 'sign-in', label: 'Signed in' },
	'second-factor-given': { kind: 'sign-in', label: 'Gave the code of a second factor' },
	'recovery-code-given': { kind: 'sign-in', label: 'Gave a recovery code' },
	'second-factor-prepared': { kind: 'sign-in', label: 'Began to set up a second factor' },
	'second-factor-confirmed': { kind: 'sign-in', label: 'Set up a second factor' },
	'second-factor-removed': { kind: 'sign-in', label: 'Turned a second factor off' },
	'second-factor-reset': { kind: 'sign-in', label: 'Reset somebody’s second factor' },
	'recovery-codes-renewed': { kind: 'sign-in', label: 'Made new recovery codes' },
	'proved-again': { kind: 'sign-in', label: 'Gave their password once more' },
	'password-changed': { kind: 'sign-in', label: 'Changed their password' },
	'own-sign-ins-ended': { kind: 'sign-in', label: 'Signed themselves out elsewhere' },
	'sign-ins-ended': { kind: 'sign-in', label: 'Signed somebody out everywhere' },
	'identity-linked': { kind: 'sign-in', label: 'Linked an account to single sign-on' },
	'identity-unlinked': { kind: 'sign-in', label: 'Unlinked an account from single sign-on' },
	'form-kept': { kind: 'sign-in', label: 'Kept a form that came after a sign-in had run out' },
	'kept-form-settled': { kind: 'sign-in', label: 'Saved a form that was kept' },
	'kept-form-thrown-away': { kind: 'sign-in', label: 'Threw away a form that was kept' },
	'signed-out': { kind: 'sign-in', label: 'Signed out' },
	'invitation-accepted': { kind: 'sign-in', label: 'Chose a password by a link' },
	'staff-invited': { kind: 'sign-in', label: 'Invited a member of staff' },
	'link-renewed': { kind: 'sign-in', label: 'Made a new link for a member of staff' },
	'first-link-made': { kind: 'sign-in', label: 'Made the first administrator’s link' },
	'duties-changed': { kind: 'sign-in', label: 'Changed somebody’s duties' },
	'account-closed': { kind: 'sign-in', label: 'Closed an account' },
} as const satisfies Readonly<Record<string, Described>>;

export type AuditAction = keyof typeof ACTIONS;

/** The action that the word in an entry stands for; null for a word that this version does not know. */
export function parseAction(word: string): AuditAction | null {
	return Object.hasOwn(ACTIONS, word) ? (word as AuditAction) : null;
}

/** The words of every action of a kind. */
export function actionsOfKind(kind: ActionKind): readonly AuditAction[] {
	return (Object.keys(ACTIONS) as AuditAction[]).filter((action) => ACTIONS[action].kind === kind);
}
