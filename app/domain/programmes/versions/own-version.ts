import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { Programme, SessionPlan } from '../programme.ts';

export const VERSION_STATES = ['draft', 'published'] as const;

/** Stands wherever a plan of an own version does, in place of the notice that the shipped plans are placeholders. */
export const OWN_NOTICE =
	'The wording of this version is your organisation’s own or held under licence. Keep it among staff.';

/**
 * A version of a programme in the provider's own wording: the session plans are its own, and all else (side, thresholds,
 * modules, logic model, variants) is that of the shipped version under it (decision 0024).
 */
export type OwnVersion = {
	readonly version: string;
	/** The day from which a new cohort takes it; null for a draft. */
	readonly takesEffectOn: CalendarDay | null;
	readonly plans: readonly SessionPlan[];
};

/** The programme that an own version is, laid over the shipped version under it, which is in no variant. */
export function programmeInOwnWording(shipped: Programme, { version, takesEffectOn, plans }: OwnVersion): Programme {
	return { ...shipped, version, plans, notice: OWN_NOTICE, ...(takesEffectOn === null ? {} : { takesEffectOn }) };
}

/**
 * The number of the next own version over a shipped one: `1.1`, `1.2` and so on over `1`, so that a version that a later
 * Plumbline brings (`2`) never takes the number of one that is in use. `taken` are all that the programme has had.
 */
export function nextVersionOver(shipped: string, taken: readonly string[]): string {
	const numbers = taken.filter((version) => version.startsWith(`${shipped}.`)).map((version) => lastNumberOf(version));
	return `${shipped}.${Math.max(0, ...numbers) + 1}`;
}

/**
 * The version of the same programme, in the same variant, that a cohort takes when its first session is on this day: of
 * those in effect by then the one that took effect last. A shipped version is in effect from the beginning, and gives way
 * to an own one. Of two from the same day, the higher number. Null when the programme has no version in that variant.
 */
export function versionInForce(
	programmes: readonly Programme[],
	{ slug, variant }: Pick<Programme, 'slug' | 'variant'>,
	firstDay: CalendarDay,
): Programme | null {
	const inEffect = programmes.filter(
		(one) => one.slug === slug && one.variant === variant && (one.takesEffectOn ?? '') <= firstDay,
	);
	return inEffect.toSorted(bySeniority).at(-1) ?? null;
}

function bySeniority(one: Programme, other: Programme): number {
	const [since, later] = [one.takesEffectOn ?? '', other.takesEffectOn ?? ''];
	if (since !== later) return since < later ? -1 : 1;
	return compareVersions(one.version, other.version);
}

/** Below zero when the first version comes before the other: `1` before `1.2`, and `1.2` before `1.10`. */
export function compareVersions(one: string, other: string): number {
	return one.localeCompare(other, 'en', { numeric: true });
}

function lastNumberOf(version: string): number {
	const last = Number(version.slice(version.lastIndexOf('.') + 1));
	return Number.isInteger(last) ? last : 0;
}
