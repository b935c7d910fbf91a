/** The levels of engagement that a programme words, from 1 to 4. */
export const ENGAGEMENT_LEVELS = [1, 2, 3, 4] as const;
export type EngagementLevel = (typeof ENGAGEMENT_LEVELS)[number];

/** What a programme version asks of everybody who attended: a word for each level, or null where it asks for none. */
export type Asks = { readonly engagement: readonly string[] | null; readonly homework: boolean };
