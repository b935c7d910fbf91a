import { done, type Outcome, refused } from '../shared/outcome.ts';
import type { GapKind } from './gap-kinds.ts';

/**
 * Whether a gap may be accepted as one that nobody can mend any more: with a reason, once. Not an attempt to reach a
 * partner, of which its own task says what came of it, nor an observation that waits to be released, which a lead can mend
 * with one click. (§7.9, decision 0027)
 */
export function checkAcceptance(
	{ kind, isAccepted }: { readonly kind: GapKind; readonly isAccepted: boolean },
	reason: string,
): Outcome<string, 'can-be-mended' | 'accepted-already' | 'reason-needed'> {
	if (!mayBeAccepted(kind)) return refused('can-be-mended');
	if (isAccepted) return refused('accepted-already');
	const words = reason.trim();
	return words === '' ? refused('reason-needed') : done(words);
}

/** Whether gaps of this kind can be beyond mending. */
export function mayBeAccepted(kind: GapKind): boolean {
	return kind !== 'partner-contact-missing' && kind !== 'observation-not-released';
}
