import { hasStarted, type Session } from '../scheduling/session.ts';
import type { StaffId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import { writtenAlone } from '../shared/written-alone.ts';
import { type ObservationForm, scaleOf } from './observation-form.ts';

/** From where somebody observes: in the room or by a live picture, or from a recording of the session. */
export const OBSERVATION_MODES = ['live', 'recording'] as const;
export type ObservationMode = (typeof OBSERVATION_MODES)[number];
export const MODE_NAMES: Readonly<Record<ObservationMode, string>> = { live: 'Live', recording: 'From a recording' };

/** One item as it was filled in; without a score it is missing, never the lowest. */
export type ItemEntry = { readonly itemKey: string; readonly score: number | null };
export type ItemScore = { readonly itemKey: string; readonly score: number };
export type ItemFault = {
	readonly itemKey: string;
	readonly fault: 'unknown-item' | 'item-twice' | 'off-scale';
};

export type ObservationRefusal = 'session-cancelled' | 'session-not-started' | 'faulty-scores' | 'nothing-scored';

/**
 * Whether these scores may be saved of the session, and the scores as they are stored, in the order of the form. Refused
 * before the session starts and when it did not go ahead; as `faulty-scores` with every fault when an item is unknown,
 * comes twice or has a score without a description. Items may be left out, but whoever submits scores at least one
 * (§7.3).
 */
export function checkObservation(
	entries: readonly ItemEntry[],
	form: Pick<ObservationForm, 'items'>,
	session: Pick<Session, 'state' | 'time'>,
	{ now, isSubmitted }: { readonly now: Instant; readonly isSubmitted: boolean },
): Outcome<readonly ItemScore[], ObservationRefusal> {
	if (session.state === 'cancelled') return refused('session-cancelled');
	if (!hasStarted(session, now)) return refused('session-not-started');
	const faults = faultsOfScores(entries, form);
	if (faults.length > 0) return refused('faulty-scores', { faults });
	const scores = form.items.flatMap(({ key }) => {
		const score = entries.find(({ itemKey }) => itemKey === key)?.score ?? null;
		return score === null ? [] : [{ itemKey: key, score }];
	});
	return isSubmitted && scores.length === 0 ? refused('nothing-scored') : done(scores);
}

/** Every fault of the entries, in their order. */
export function faultsOfScores(
	entries: readonly ItemEntry[],
	{ items }: Pick<ObservationForm, 'items'>,
): readonly ItemFault[] {
	return entries.flatMap(({ itemKey, score }, index): readonly ItemFault[] => {
		const item = items.find(({ key }) => key === itemKey);
		if (!item) return [{ itemKey, fault: 'unknown-item' }];
		if (entries.findIndex((one) => one.itemKey === itemKey) !== index) {
			return [{ itemKey, fault: 'item-twice' }];
		}
		return score === null || isOnScale(score, scaleOf(item)) ? [] : [{ itemKey, fault: 'off-scale' }];
	});
}

function isOnScale(score: number, { lowest, highest }: ReturnType<typeof scaleOf>): boolean {
	return Number.isInteger(score) && score >= lowest && score <= highest;
}

/** One saved version of an observation. */
export type ObservationVersion = { readonly version: number; readonly isSubmitted: boolean; readonly savedAt: Instant };

export type ObservationState = 'draft' | 'submitted' | 'released' | 'corrected';

/**
 * Where an observation stands; `corrected`: a version after the released one waits to be released too. Null without any.
 */
export function observationState(
	versions: readonly ObservationVersion[],
	releasedVersion: number | null,
): ObservationState | null {
	const newest = versions.at(-1);
	if (!newest) return null;
	if (releasedVersion !== null) return newest.version > releasedVersion ? 'corrected' : 'released';
	return versions.some(({ isSubmitted }) => isSubmitted) ? 'submitted' : 'draft';
}

/** One who observes the session, and when they first submitted; null until they have. */
export type Rater = { readonly observerId: StaffId; readonly submittedAt: Instant | null };

/**
 * Whether the others’ scores are kept back from this reader: who observes the session sees no other observation of it
 * until all who observe it have submitted, so that each judges alone (§7.2, §7.3).
 */
export function isKeptApart(raters: readonly Rater[], readerId: StaffId): boolean {
	const observes = raters.some(({ observerId }) => observerId === readerId);
	return observes && raters.some(({ submittedAt }) => submittedAt === null);
}

/** From two raters’ versions, those that were submitted independently, as `writtenAlone` says; null until both have. */
export function independentVersions<Version extends ObservationVersion>(
	first: readonly Version[],
	second: readonly Version[],
): readonly [Version, Version] | null {
	const submitted = (versions: readonly Version[]) => versions.filter(({ isSubmitted }) => isSubmitted);
	return writtenAlone(submitted(first), submitted(second));
}
