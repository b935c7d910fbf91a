import type { Refused } from '../shared/outcome.ts';
import { sentenceForLayOut } from './lay-out-refusals.ts';
import type { MoveOutRefusal } from './move-out-of.ts';

/** Why a cohort's sessions cannot move out of closed days by themselves, and what to do. */
export function sentenceForMoveOut(refusal: Refused<MoveOutRefusal>): string {
	const { planNumber, other } = refusal.details;
	if (refusal.code !== 'out-of-order') return sentenceForLayOut(refusal);
	return `Session ${planNumber} would come after session ${other}, of which something is recorded already. Move session ${planNumber} by itself.`;
}
