import { isCorrection, mayCorrect } from '#app/domain/attendance/correction.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { type Refused, refused } from '#app/domain/shared/outcome.ts';
import type { SessionDay } from '#db/queries/session-day.ts';
import type { SortedChoices } from './sort-choices.ts';

/**
 * Refuses corrections that are too late for this person, or lack their reason (details:
 * `enrolmentIds`); null when none does. (§5.5)
 */
export function refuseCorrections(
	{ delivers, arranges, session }: SessionDay,
	writes: SortedChoices['writes'],
	reason: string | null,
	now: Instant,
): Refused<'correction-reason-missing' | 'too-late-to-correct'> | null {
	const corrected = writes.filter(({ row, entry }) => isCorrection(row, entry, session));
	if (corrected.length === 0) return null;
	const leave = mayCorrect({ facilitates: delivers, oversees: arranges }, session, now);
	const enrolmentIds = corrected.map(({ row }) => row.enrolmentId);
	if (leave === 'needs-reason') return reason === null ? refused('correction-reason-missing', { enrolmentIds }) : null;
	return leave === 'freely' ? null : refused('too-late-to-correct', { enrolmentIds });
}
