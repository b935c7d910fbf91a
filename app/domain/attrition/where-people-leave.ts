import type { ExitKind } from './exit-kinds.ts';
import { EXIT_REASON_GROUPS, type ExitReason } from './exit-reasons.ts';

/** One exit: who ended the place, why, and the last plan whose session was attended; null for somebody who never came. */
export type ExitFact = {
	readonly kind: ExitKind;
	/** Null when it is not known, or not the reader’s to know. */
	readonly reason: ExitReason | null;
	readonly lastAttended: number | null;
};

/** Drop-out and de-selection are counted apart, always (§3.7). */
export type ExitCounts = { readonly left: number; readonly removed: number };
type ReasonCount = ExitCounts & { readonly code: ExitReason; readonly label: string };
export type ReasonGroupCount = ExitCounts & {
	readonly key: string;
	readonly label: string;
	readonly reasons: readonly ReasonCount[];
};

/** The exits after each session that was somebody’s last, in plan order; who never came is not among them (§6.1). */
export function exitsBySession(
	exits: readonly ExitFact[],
): readonly (ExitCounts & { readonly afterSession: number; readonly reasons: readonly ReasonGroupCount[] })[] {
	const started = exits.flatMap(({ lastAttended, ...exit }) =>
		lastAttended === null ? [] : [{ ...exit, lastAttended }],
	);
	const bySession = Map.groupBy(started, ({ lastAttended }) => lastAttended);
	return [...bySession]
		.toSorted(([one], [other]) => one - other)
		.map(([afterSession, own]) => ({ afterSession, ...countExits(own), reasons: exitsByReason(own) }));
}

/** The exits by reason, in the two levels of the reference data and in its order; groups and reasons without any left out. */
export function exitsByReason(exits: readonly Pick<ExitFact, 'kind' | 'reason'>[]): readonly ReasonGroupCount[] {
	return EXIT_REASON_GROUPS.flatMap(({ key, label, reasons }) => {
		const counted = reasons.flatMap((reason): ReasonCount[] => {
			const own = exits.filter((exit) => exit.reason === reason.code);
			return own.length === 0 ? [] : [{ ...reason, ...countExits(own) }];
		});
		const ofGroup = exits.filter((exit) => reasons.some(({ code }) => code === exit.reason));
		return counted.length === 0 ? [] : [{ key, label, ...countExits(ofGroup), reasons: counted }];
	});
}

/** How many left by themselves, and how many the service removed. */
export function countExits(exits: readonly Pick<ExitFact, 'kind'>[]): ExitCounts {
	const left = exits.filter(({ kind }) => kind === 'left').length;
	return { left, removed: exits.length - left };
}
