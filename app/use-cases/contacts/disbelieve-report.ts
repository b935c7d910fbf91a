import type { AppContext } from '#app/context.ts';
import { type Refused, refused } from '#app/domain/shared/outcome.ts';
import { countAttempt } from '../account/count-attempt.ts';
import { audited } from '../audit/audited.ts';

/**
 * Refuses a report that came without the right token; `action` is what it would have done. It is an entry of its own, until
 * one address has brought so many within a quarter of an hour that nothing more is written of it.
 */
export function disbelieveReport(
	context: AppContext,
	action: 'text-reported' | 'mail-came-back',
	address: string | null,
): Refused<'wrong-token' | 'too-many-attempts'> {
	return (
		countAttempt(context, { guess: 'report', address }) ??
		audited(context, { actor: null, action }, () => refused('wrong-token'))
	);
}
