/** What is recorded of one session: who came, what concerned somebody, how people took part, what was delivered, its debrief. */
export const SESSION_DAY_ACTIONS = {
	'register-recorded': { kind: 'change', label: 'Saved a register' },
	'concern-described': { kind: 'change', label: 'Said more of a concern' },
	'taking-part-recorded': { kind: 'change', label: 'Saved how people took part' },
	'delivery-log-recorded': { kind: 'change', label: 'Saved a delivery log' },
	'adaptation-recorded': { kind: 'change', label: 'Said what is changed in a session' },
	'adaptation-decided': { kind: 'change', label: 'Approved or declined a proposed change of a session' },
	'adaptation-corrected': { kind: 'change', label: 'Corrected what is changed in a session' },
	'adaptation-withdrawn': { kind: 'change', label: 'Withdrew what is changed in a session' },
	'adaptation-tasks-closed': { kind: 'change', label: 'Closed tasks about proposals whose session began' },
	'debrief-recorded': { kind: 'change', label: 'Saved a debrief note' },
	'agreed-note-recorded': { kind: 'change', label: 'Saved what the writers of two logs agreed' },
	'debrief-action-agreed': { kind: 'change', label: 'Agreed an action in a debrief' },
	'supervision-asked': { kind: 'change', label: 'Asked to bring a session to supervision' },
	'supervision-taken-back': { kind: 'change', label: 'Took back that a session is brought to supervision' },
} as const;
