import type { Fate } from '#app/domain/attrition/enrolment-funnel.ts';

export const FATE_NAMES: Readonly<Record<Fate, string>> = {
	completed: 'Completed',
	'in-progress': 'In progress',
	'not-recorded': 'Ending not recorded',
	left: 'Left by themselves',
	removed: 'Removed by the service',
};

/** What no figure on who stays can show. */
export const PROVES_NOTHING =
	'What these figures do not prove: they say who left, when, and the reason that was recorded. They do not show why people left, nor that a programme, a place or anybody’s work kept the others; who joins one group differs from who joins another.';
