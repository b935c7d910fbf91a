import { inArray, isNull, not, or, type SQL } from 'drizzle-orm';
import { NEVER_A_PLACE } from '#app/domain/attrition/exit-reasons.ts';
import { enrolments } from '../../schema/index.ts';

/**
 * The condition that leaves out places that were entered by mistake and taken out again: a duplicate is nobody who left.
 * Every query that counts people carries it, so that every page counts the same people.
 */
export function wasAPlace(): SQL {
	const { exitReason } = enrolments;
	return or(isNull(exitReason), not(inArray(exitReason, [...NEVER_A_PLACE]))) as SQL;
}
