/** What is done about teams: who is on them, who stands in, and when facilitators can. */
export const TEAM_ACTIONS = {
	'team-changed': { kind: 'change', label: 'Changed the team of a cohort' },
	'cover-asked': { kind: 'change', label: 'Asked somebody to stand in at a session' },
	'cover-accepted': { kind: 'change', label: 'Accepted to stand in at a session' },
	'cover-declined': { kind: 'change', label: 'Declined to stand in at a session' },
	'cover-withdrawn': { kind: 'change', label: 'Took back that somebody stands in at a session' },
	'accreditation-recorded': { kind: 'change', label: 'Recorded an accreditation' },
	'accreditation-removed': { kind: 'change', label: 'Took out an accreditation' },
	'hours-set': { kind: 'change', label: 'Said in which hours somebody works' },
	'leave-added': { kind: 'change', label: 'Recorded leave' },
	'leave-removed': { kind: 'change', label: 'Took leave back' },
	'accreditation-reminders': { kind: 'message', label: 'Told of accreditations that end' },
} as const;
