import type { Exit } from '../../attrition/enrolment.ts';
import type { ExitReason } from '../../attrition/exit-reasons.ts';

const REASONS: readonly (readonly [RegExp, ExitReason])[] = [
	[/^(new |his |her )?(work|job|shifts?|working)( patterns?| hours)?$/i, 'work'],
	[/^(moved|moved (away|area|house)|relocated)$/i, 'moved-away'],
	[/^(health|ill|illness|ill health|sick|sickness)$/i, 'health'],
	[/^(childcare|caring|carer)$/i, 'caring'],
	[/^died$/i, 'died'],
];
const BY_THE_SERVICE = /^\W*(removed|de-?selected|excluded)\b/i;

/**
 * How and why a place ended, from what the register says (`withdrew - work (merged)`) and the cause in it. Only a cause
 * that is plainly one of ours is taken for it; every other is “something else” with the words as they were typed.
 */
export function exitFromWords(raw: string, cause: string | null): Pick<Exit, 'kind' | 'reason' | 'note'> {
	const words = raw
		.replace(/ \(merged\)$/, '')
		.replace(/\s+/g, ' ')
		.trim();
	const movedAway = /^moved away\b/i.test(words) && cause === null ? 'moved-away' : null;
	const plain = cause?.replace(/\s+/g, ' ').trim() ?? '';
	const reason = REASONS.find(([pattern]) => pattern.test(plain))?.[1] ?? movedAway ?? 'other';
	const said = words === '' ? 'The register does not say why.' : `The register says: ${words.slice(0, 300)}`;
	return { kind: BY_THE_SERVICE.test(words) ? 'removed' : 'left', reason, note: said };
}
