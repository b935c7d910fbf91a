/** The outcomes that a person's row in a register can have; an unanswered row has none and is “not yet recorded” (§5.2). */
export const MARKS = ['attended', 'late', 'left-early', 'absent-notified', 'absent-no-contact', 'stood-down'] as const;
export type Mark = (typeof MARKS)[number];

/** What a mark means for every count, report and chart: the one definition (domain rules §5.3, decision 0008). */
export type MarkMeaning = {
	readonly label: string;
	/** One letter for the keyboard and for printed registers. */
	readonly letter: string;
	/** Was in the room, for the attendance rate. */
	readonly attended: boolean;
	/** Was expected and not there: counts as missed, and makes a run of absences longer. */
	readonly missed: boolean;
	/** Goes into the attendance rate at all. */
	readonly inRate: boolean;
	readonly needsReason: boolean;
	readonly takesMinutes: boolean;
	readonly startsFollowUp: boolean;
};

export const MARK_MEANINGS: Readonly<Record<Mark, MarkMeaning>> = {
	attended: meaning('Attended', 'P', { attended: true }),
	late: meaning('Late', 'L', { attended: true, needsReason: true, takesMinutes: true }),
	'left-early': meaning('Left early', 'E', { attended: true, needsReason: true, takesMinutes: true }),
	'absent-notified': meaning('Apology', 'A', { missed: true, needsReason: true }),
	'absent-no-contact': meaning('No contact', 'N', { missed: true, startsFollowUp: true }),
	'stood-down': meaning('Stood down', 'S', { inRate: false, needsReason: true }),
};

/** Reads a code from a form or a file; null when it is none of ours. */
export function parseMark(text: string): Mark | null {
	return MARKS.find((mark) => mark === text) ?? null;
}

/** The reasons offered for a mark that needs one; `other` asks for words. */
export const REASONS = [
	'illness',
	'work',
	'caring',
	'court',
	'travel',
	'holiday',
	'appointment',
	'service-decision',
	'other',
	'not-given',
] as const;
export type Reason = (typeof REASONS)[number];

export const REASON_LABELS: Readonly<Record<Reason, string>> = {
	illness: 'Illness',
	work: 'Work',
	caring: 'Caring for someone',
	court: 'Court',
	travel: 'Travel',
	holiday: 'Holiday',
	appointment: 'Another appointment',
	'service-decision': 'Our decision',
	other: 'Something else',
	'not-given': 'No reason given',
};

/** Reads a reason from a form; null when it is none of ours. */
export function parseReason(text: string): Reason | null {
	return REASONS.find((reason) => reason === text) ?? null;
}

function meaning(label: string, letter: string, facts: Partial<MarkMeaning>): MarkMeaning {
	const plain = {
		attended: false,
		missed: false,
		inRate: true,
		needsReason: false,
		takesMinutes: false,
		startsFollowUp: false,
	};
	return { label, letter, ...plain, ...facts };
}
