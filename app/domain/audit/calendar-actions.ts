/** What is done about the calendars of staff: their address, and invitations that are sent to them. */
export const CALENDAR_ACTIONS = {
	'calendar-made': { kind: 'change', label: 'Made a calendar address' },
	'calendar-ended': { kind: 'change', label: 'Ended a calendar address' },
	'calendar-invitations-begun': { kind: 'change', label: 'Asked for calendar invitations' },
	'calendar-invitations-ended': { kind: 'change', label: 'Asked for no more calendar invitations' },
	'calendar-invitations-planned': { kind: 'message', label: 'Planned calendar invitations' },
	'calendar-invitation-taken': { kind: 'message', label: 'Took up a calendar invitation' },
	'calendar-invitation-handed-over': { kind: 'message', label: 'Handed a calendar invitation to the mail server' },
	'calendar-invitation-settled': { kind: 'message', label: 'Noted what became of a calendar invitation' },
	'calendar-invitations-let-go': {
		kind: 'message',
		label: 'Let go of calendar invitations whose sender never came back',
	},
} as const;
