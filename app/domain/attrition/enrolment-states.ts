/** A person's place in a cohort: `enrolled` until the first session attended, then `on-programme`; the rest are ends. */
export const ENROLMENT_STATES = ['enrolled', 'on-programme', 'completed', 'left', 'removed'] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];
