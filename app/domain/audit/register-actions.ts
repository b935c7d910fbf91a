/** What is recorded of a session that was held: who came, what concerned somebody, how people took part, what was delivered. */
export const REGISTER_ACTIONS = {
	'register-recorded': { kind: 'change', label: 'Saved a register' },
	'concern-described': { kind: 'change', label: 'Said more of a concern' },
	'taking-part-recorded': { kind: 'change', label: 'Saved how people took part' },
	'delivery-log-recorded': { kind: 'change', label: 'Saved a delivery log' },
} as const;
