import type { FidelityDimension } from '#app/domain/programmes/programme.ts';

/** Each dimension as a heading, and what an observer judges by it. */
export const DIMENSION_NAMES: Readonly<Record<FidelityDimension, string>> = {
	adherence: 'Adherence',
	dose: 'Dose',
	quality: 'Quality',
	responsiveness: 'Responsiveness',
	differentiation: 'Differentiation',
};

export const DIMENSION_MEANINGS: Readonly<Record<FidelityDimension, string>> = {
	adherence: 'Whether the plan was delivered.',
	dose: 'How much of the time and of the work people got.',
	quality: 'How it was delivered.',
	responsiveness: 'How people took part.',
	differentiation: 'Whether it was this programme and no other.',
};
