/** What is recorded of one session: its register, its delivery logs, its debrief. */
export const SESSION_DAY_ACTIONS = {
	'register-recorded': { kind: 'change', label: 'Saved a register' },
	'delivery-log-recorded': { kind: 'change', label: 'Saved a delivery log' },
	'debrief-recorded': { kind: 'change', label: 'Saved a debrief note' },
	'debrief-action-agreed': { kind: 'change', label: 'Agreed an action in a debrief' },
	'supervision-asked': { kind: 'change', label: 'Asked to bring a session to supervision' },
	'supervision-taken-back': { kind: 'change', label: 'Took back that a session is brought to supervision' },
} as const;
