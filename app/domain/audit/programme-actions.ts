/** What is done with a programme: its versions in the provider's own wording, which is in no entry, and its bands. */
export const PROGRAMME_ACTIONS = {
	'version-started': { kind: 'change', label: 'Started a draft of a programme version' },
	'version-written': { kind: 'change', label: 'Changed a session plan in a draft version' },
	'version-published': { kind: 'change', label: 'Published a programme version' },
	'version-thrown-away': { kind: 'change', label: 'Threw a draft version away' },
	'bands-set': { kind: 'change', label: 'Set the bands of fidelity of a programme' },
} as const;
