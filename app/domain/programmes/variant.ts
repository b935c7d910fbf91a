import type { Programme, ProgrammeKey } from './programme.ts';

/**
 * The programme run in one of its variants: the plans that the variant names take its kind (group, individual, review),
 * all else stays. Null is the programme as it is laid out. Throws for a key that the programme has not, and for a
 * programme that is in a variant already, because both are bugs.
 */
export function variantOf(programme: Programme, key: string | null): Programme {
	if (key === programme.variant) return programme;
	const variant = programme.variants.find((candidate) => candidate.key === key);
	if (!variant || programme.variant !== null) {
		throw new Error(`${programme.slug}@${programme.version} (${programme.variant}) has no variant “${key}”`);
	}
	const { completion } = programme.thresholds;
	const requiredIndividualSessions = variant.requiredIndividualSessions ?? completion.requiredIndividualSessions;
	return {
		...programme,
		variant: variant.key,
		plans: programme.plans.map((plan) => ({
			...plan,
			kind: variant.plans.find(({ number }) => number === plan.number)?.kind ?? plan.kind,
		})),
		thresholds: { ...programme.thresholds, completion: { ...completion, requiredIndividualSessions } },
	};
}

/** The programme as it is laid out, followed by each of its variants. */
export function everyVariantOf(programme: Programme): readonly Programme[] {
	return [programme, ...programme.variants.map(({ key }) => variantOf(programme, key))];
}

/** What staff read: `Caring Dads, 15 group and 2 individual sessions, version 1`. Participants never see it. */
export function programmeLabel(programme: Pick<Programme, 'name' | 'version' | 'variant' | 'variants'>): string {
	const variant = programme.variants.find(({ key }) => key === programme.variant);
	return [programme.name, variant?.name, `version ${programme.version}`].filter(Boolean).join(', ');
}

/** Whether a cohort counts with a programme: a version stands for its variants too, a variant for itself alone. */
export function countsWith(programme: ProgrammeKey, cohort: ProgrammeKey): boolean {
	const { slug, version, variant } = programme;
	return cohort.slug === slug && cohort.version === version && (variant === null || cohort.variant === variant);
}

/**
 * Whether a cohort counts in what leaves the team of a programme: a version without its variants, each of which has a file
 * of its own. From two files that overlap, what is hidden in them could be worked out (§9.9).
 */
export function countsAlone(programme: ProgrammeKey, cohort: ProgrammeKey): boolean {
	return countsWith(programme, cohort) && cohort.variant === programme.variant;
}

/** What such a file calls the programme. */
export function programmeLabelAlone(programme: Pick<Programme, 'name' | 'version' | 'variant' | 'variants'>): string {
	const hasVariants = programme.variant === null && programme.variants.length > 0;
	return hasVariants ? `${programmeLabel(programme)}, without its variants` : programmeLabel(programme);
}
