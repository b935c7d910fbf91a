/** Who acts after a run of absences: one more circle at each step (domain rules §5.9). */
export const LADDER_STEPS = ['facilitator-call', 'coordinator-referrer-partner-support', 'lead-decision'] as const;
export type LadderStep = (typeof LADDER_STEPS)[number];

/** `withinDays`: how long whoever acts has for it; null leaves it to the kind of task. */
export type LadderRung = {
	readonly missedInARow: number;
	readonly step: LadderStep;
	readonly withinDays: number | null;
};
