/**
 * `draft` while something stands in its way past which nobody may book: nobody has a place in it, no feed shows it (§2.9);
 * `recruiting` before its first session, `running` from then on, `finished` after its last, `cancelled` when it is given up.
 */
export const COHORT_STATES = ['draft', 'recruiting', 'running', 'finished', 'cancelled'] as const;
export type CohortState = (typeof COHORT_STATES)[number];

export const TEAM_DUTIES = ['lead-facilitator', 'co-facilitator'] as const;
export type TeamDuty = (typeof TEAM_DUTIES)[number];
