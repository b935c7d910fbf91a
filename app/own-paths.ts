import { type Said, saying } from './said-in-address.ts';

/** Addresses of what is somebody’s own: their account and their calendar. */
export const OWN_PATHS = {
	account: (said?: Said) => saying('/account', said),
	accountPassword: () => '/account/password',
	accountSecondFactor: () => '/account/second-factor',
	accountRecoveryCodes: () => '/account/second-factor/recovery-codes',
	accountSecondFactorRemoval: () => '/account/second-factor/removal',
	accountSignInsEnd: () => '/account/sign-ins/end',
	accountSingleSignOn: () => '/account/single-sign-on',
	accountSingleSignOnRemoval: () => '/account/single-sign-on/removal',
	myCalendar: (said?: Said) => saying('/calendar', said),
	myTermPlan: () => '/calendar/term-plan',
	myCalendarEnd: () => '/calendar/end',
	myCalendarInvitations: () => '/calendar/invitations',
	/** Where a mail server reports what came back. */
	mailBounces: () => '/mails/bounces',
	calendarFeed: (secret: string) => `/calendars/${secret}.ics`,
} as const;
