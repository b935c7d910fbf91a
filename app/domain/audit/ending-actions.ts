/** How places end, and what puts an end right that was recorded by mistake. */
export const ENDING_ACTIONS = {
	'exit-recorded': { kind: 'change', label: 'Recorded an exit' },
	'exit-undone': { kind: 'change', label: 'Undid an exit or a completion' },
	'completion-recorded': { kind: 'change', label: 'Recorded who completed a programme' },
} as const;
