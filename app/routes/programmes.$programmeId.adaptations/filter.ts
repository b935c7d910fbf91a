import { ADAPTATION_STANDINGS, stands } from '#app/domain/fidelity/adaptation-records.ts';
import type { RegisterFilter } from '#app/domain/fidelity/adaptations/adaptation-register.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import type { RegisterAsked } from '#app/use-cases/adaptations/review-register.ts';

export const ALL_VERSIONS = 'all';

/** The standings that the register knows: what was corrected or withdrawn is not in it. */
export const SHOWN_STANDINGS = ADAPTATION_STANDINGS.filter((standing) => stands({ standing }));

/**
 * The filters in the address: this version unless another one or all are asked for. What is no filter of ours is left out,
 * because an old link should still open the page.
 */
export function readFilter(request: Request, { version }: Pick<Programme, 'version'>): RegisterAsked {
	const asked = new URL(request.url).searchParams;
	return {
		version: asked.get('version') === ALL_VERSIONS ? null : asked.get('version') || version,
		about: readAbout(asked.get('about') ?? ''),
		standing: SHOWN_STANDINGS.find((one) => one === asked.get('standing')) ?? null,
	};
}

/** `3` is the whole plan, `3:welcome` one activity of it, `3:` what is about no activity in particular. */
export function aboutAsText(about: NonNullable<RegisterFilter['about']>): string {
	const { planNumber, activityKey } = about;
	return activityKey === undefined ? String(planNumber) : `${planNumber}:${activityKey ?? ''}`;
}

function readAbout(text: string): RegisterFilter['about'] {
	const found = /^(\d{1,4})(:(.*))?$/.exec(text);
	if (!found) return null;
	const planNumber = Number(found[1]);
	return found[2] === undefined ? { planNumber } : { planNumber, activityKey: found[3] || null };
}
