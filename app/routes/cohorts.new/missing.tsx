import { WarningText } from '#app/ui/components/warning-text.tsx';
import type { CohortOptions } from '#app/use-cases/cohorts/list-cohort-options.ts';

/** Says what an administrator has to set up before a cohort can be laid out; nothing when it is all there. */
export function MissingForLayOut({ options }: { readonly options: CohortOptions }) {
	const missing = [
		options.areas.length === 0 && 'There is no area that you arrange.',
		options.facilitators.length === 0 && 'Nobody with an active account is a facilitator.',
	].filter((sentence) => sentence !== false);
	if (missing.length === 0) return null;
	return <WarningText>{missing.join(' ')} Ask your administrator to set this up first.</WarningText>;
}
