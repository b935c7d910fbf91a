/** The moment at which the demonstration stands in the journeys: a Tuesday, an hour before the evening's session. */
export const DEMO_NOW = '2026-11-24T17:30:00Z';
/** The same evening, five minutes after the session. */
export const DEMO_EVENING = '2026-11-24T20:35:00Z';

export type StoryTime = typeof DEMO_NOW | typeof DEMO_EVENING;
