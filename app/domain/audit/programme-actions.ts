/** What is done with a programme's versions in the provider's own wording. The wording itself is in no entry. */
export const PROGRAMME_ACTIONS = {
	'version-started': { kind: 'change', label: 'Started a draft of a programme version' },
	'version-written': { kind: 'change', label: 'Changed a session plan in a draft version' },
	'version-published': { kind: 'change', label: 'Published a programme version' },
	'version-thrown-away': { kind: 'change', label: 'Threw a draft version away' },
} as const;
