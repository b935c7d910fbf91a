import type { StaffActor } from '#app/domain/access/actor.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { missingLine } from '#app/ui/fidelity/missing-lines.ts';
import { reviewReceived } from '#app/use-cases/fidelity/review-received.ts';
import type { EnrolmentRow } from '#db/queries/enrolments.ts';

/** Core content that somebody has missed, each with the way to its catch-up; nothing for who may not read the logs. (§7.8) */
export function missingCore(
	context: RequestContext,
	actor: StaffActor,
	{ id, cohortId }: Pick<EnrolmentRow, 'id' | 'cohortId'>,
) {
	const review = reviewReceived(context, actor, cohortId);
	const person = review?.people.find(({ enrolmentId }) => enrolmentId === id);
	if (!review || !person) return [];
	return person.missing.map((one) => missingLine(one, id, review.record.may.bookCatchUps));
}
