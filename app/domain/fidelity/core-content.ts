import type { CompletionRule } from '../programmes/programme.ts';
import { isMissing, isReceived, type ReceivedCell } from './received-content.ts';

/**
 * How the rule on core content stands for one person: `no-rule` when the programme asks for none; `met`; `open`, it can
 * still be met by what is to come; `depends-on-logs`, only if what nobody has logged was delivered; `needs-catch-up`.
 */
export type CoreStanding = 'no-rule' | 'met' | 'open' | 'depends-on-logs' | 'needs-catch-up';

/** Counts of core activities; the five add up to `planned`. `notExpected` are of plans that the person was never due at. */
export type CoreContent = {
	readonly planned: number;
	readonly received: number;
	readonly missing: number;
	readonly notKnown: number;
	readonly toCome: number;
	readonly notExpected: number;
	/** Core activities that the rule asks for; null without a rule. */
	readonly needed: number | null;
	readonly standing: CoreStanding;
};

/** Core activities that one person is known not to have had, of one plan. */
export type MissingContent = { readonly planNumber: number; readonly cells: readonly ReceivedCell[] };

// A share such as 0.8 of 15 is 12.000000000000002 in binary, which is no thirteenth activity.
const DUST = 1e-9;

/** What the person received of the core activities, against the programme’s rule: content, not only chairs filled (§7.8). */
export function coreContent(
	cells: readonly ReceivedCell[],
	{ shareOfCoreActivities }: Pick<CompletionRule, 'shareOfCoreActivities'>,
): CoreContent {
	const core = cells.filter((cell) => cell.core);
	const count = (...states: readonly ReceivedCell['state'][]) =>
		core.filter(({ state }) => states.includes(state)).length;
	const counts = {
		planned: core.length,
		received: core.filter(({ state }) => isReceived(state)).length,
		missing: core.filter(({ state }) => isMissing(state)).length,
		notKnown: count('not-known'),
		toCome: count('to-come'),
		notExpected: count('not-expected'),
	};
	const needed =
		shareOfCoreActivities === null ? null : Math.max(0, Math.ceil(shareOfCoreActivities * core.length - DUST));
	return { ...counts, needed, standing: standingOf(counts, needed) };
}

/** The core activities that are missing, by plan in plan order: what a catch-up would have to make up for. */
export function missingContent(cells: readonly ReceivedCell[]): readonly MissingContent[] {
	const missing = cells.filter(({ core, state }) => core && isMissing(state));
	return [...Map.groupBy(missing, ({ planNumber }) => planNumber)].map(([planNumber, own]) => ({
		planNumber,
		cells: own,
	}));
}

type Counts = Pick<CoreContent, 'received' | 'toCome' | 'notKnown'>;

function standingOf({ received, toCome, notKnown }: Counts, needed: number | null): CoreStanding {
	if (needed === null) return 'no-rule';
	if (received >= needed) return 'met';
	if (received + toCome >= needed) return 'open';
	return received + toCome + notKnown >= needed ? 'depends-on-logs' : 'needs-catch-up';
}
