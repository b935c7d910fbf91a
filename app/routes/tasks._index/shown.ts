/** Which tasks the list shows, as its address says it. */
export const SHOWN = ['own', 'all', 'settled'] as const;
export type Shown = (typeof SHOWN)[number];
