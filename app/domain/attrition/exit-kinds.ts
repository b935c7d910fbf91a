/** Drop-out by the person and de-selection by the service are separate facts (domain rules §3.7). */
export const EXIT_KINDS = ['left', 'removed'] as const;
export type ExitKind = (typeof EXIT_KINDS)[number];
