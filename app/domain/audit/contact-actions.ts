/** What is kept of how people are reached. */
export const CONTACT_ACTIONS = {
	'safe-contact-set': { kind: 'change', label: 'Set a safe contact' },
	'safe-contact-confirmed': { kind: 'change', label: 'Confirmed a safe contact as the second person' },
	'safe-contact-shared': { kind: 'change', label: 'Entered a safe contact that somebody else may read' },
	'call-recorded': { kind: 'message', label: 'Said what came of ringing somebody' },
	'text-reported': { kind: 'message', label: 'Was told what became of a text' },
	'mail-came-back': { kind: 'message', label: 'Learnt that a mail came back' },
	'safe-contact-ended': { kind: 'change', label: 'Ended a safe contact' },
} as const;
