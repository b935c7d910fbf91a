/** Why places end, in two levels: reference data (domain rules §3.7). A cause on the survivor side is kept there only. */
export const EXIT_REASON_GROUPS = [
	{
		key: 'motivation-and-behaviour',
		label: 'Motivation and behaviour',
		reasons: [
			{ code: 'motivation-changed', label: 'Motivation changed' },
			{ code: 'missed-too-many', label: 'Missed too many sessions' },
			{ code: 'behaviour-in-sessions', label: 'Behaviour in sessions' },
			{ code: 'behaviour-outside', label: 'Behaviour outside sessions' },
			{ code: 'attitude', label: 'Attitude to the programme' },
			{ code: 'issues-with-members', label: 'Issues with other members' },
		],
	},
	{
		key: 'personal-and-health',
		label: 'Personal and health',
		reasons: [
			{ code: 'health', label: 'Health' },
			{ code: 'alcohol-or-drugs', label: 'Alcohol or drugs' },
			{ code: 'told-by-solicitor', label: 'Told by a solicitor not to attend' },
			{ code: 'personal-safety', label: 'Personal safety' },
			{ code: 'not-with-another', label: 'May not be with another participant' },
			{ code: 'died', label: 'Died' },
		],
	},
	{
		key: 'circumstances',
		label: 'Circumstances',
		reasons: [
			{ code: 'moved-away', label: 'Moved away' },
			{ code: 'work', label: 'Work' },
			{ code: 'caring', label: 'Caring for someone' },
			{ code: 'need-met-another-way', label: 'Need met another way' },
			{ code: 'no-contact-with-child', label: 'No contact with the child any more' },
		],
	},
	{
		key: 'service',
		label: 'Service',
		reasons: [
			{ code: 'risk-or-safeguarding', label: 'Risk escalated or safeguarding' },
			{ code: 'not-enough-time', label: 'Not enough time left' },
			{ code: 'cohort-cancelled', label: 'Cohort cancelled' },
			{ code: 'service-ended-place', label: 'The service ended the place' },
		],
	},
	{
		key: 'administrative',
		label: 'Administrative',
		reasons: [
			{ code: 'duplicate', label: 'Duplicate' },
			{ code: 'in-error', label: 'Entered in error' },
			{ code: 'ineligible', label: 'Not eligible' },
		],
	},
	{ key: 'other', label: 'Other', reasons: [{ code: 'other', label: 'Something else' }] },
] as const;

export type ExitReasonGroup = (typeof EXIT_REASON_GROUPS)[number];
export type ExitReason = ExitReasonGroup['reasons'][number]['code'];

/** Exits that only put a mistake right: there never was such a place, so that it is in no figure on who stays. */
export const NEVER_A_PLACE: readonly ExitReason[] = ['duplicate', 'in-error'];

type ReasonEntry = { readonly code: ExitReason; readonly label: string };

/** Reads a code from a form or a file; null when it is none of ours. */
export function parseExitReason(text: string): ExitReason | null {
	return allReasons().find(({ code }) => code === text)?.code ?? null;
}

/** What a page calls the reason. */
export function exitReasonLabel(reason: ExitReason): string {
	return allReasons().find(({ code }) => code === reason)!.label;
}

/** The group, the upper of the two levels, to which the reason belongs. */
export function groupOfExitReason(reason: ExitReason): ExitReasonGroup {
	return EXIT_REASON_GROUPS.find(({ reasons }) => reasons.some(({ code }) => code === reason))!;
}

function allReasons(): readonly ReasonEntry[] {
	return EXIT_REASON_GROUPS.flatMap(({ reasons }): readonly ReasonEntry[] => reasons);
}
