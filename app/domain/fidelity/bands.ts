import type { Programme, Thresholds } from '../programmes/programme.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';

/** The whole percentages at which “good” and “watch” begin; below “watch” is to act upon. */
export type Bands = Thresholds['fidelityBands'];

/**
 * Limits that could be a programme’s bands: whole percentages from 0 to 100, “watch” below “good”. Refused with the limit
 * that is none (`not-a-percentage`), or with both when they are in no order (§7.7).
 */
export function checkBands({ good, watch }: Bands): Outcome<Bands, 'not-a-percentage' | 'out-of-order'> {
	for (const [limit, percent] of Object.entries({ good, watch })) {
		if (!Number.isInteger(percent) || percent < 0 || percent > 100) return refused('not-a-percentage', { limit });
	}
	return watch < good ? done({ good, watch }) : refused('out-of-order', { good, watch });
}

/**
 * The programme with the bands that the provider set for it, or as its version says when they set none (decision 0028).
 * Every page that shows a band reads them from the programme that this returns.
 */
export function withBands(programme: Programme, bands: Bands | null): Programme {
	if (!bands) return programme;
	const { good, watch } = bands;
	return { ...programme, thresholds: { ...programme.thresholds, fidelityBands: { good, watch } } };
}
