/**
 * What is done about observations of sessions: who observes, what they score, what is released, which sessions are drawn.
 */
export const OBSERVATION_ACTIONS = {
	'observer-assigned': { kind: 'change', label: 'Assigned an observer to a session' },
	'observer-taken-back': { kind: 'change', label: 'Took an observer’s assignment back' },
	'observation-recorded': { kind: 'change', label: 'Saved an observation' },
	'observation-released': { kind: 'change', label: 'Released an observation to the facilitators' },
	'observations-drawn': { kind: 'change', label: 'Drew the sessions to observe' },
} as const;
