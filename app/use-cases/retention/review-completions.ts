import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { judgeCompletion } from '#app/domain/attrition/judge-completion.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { reviewCohort } from '../cohorts/review-cohort.ts';
import { reviewReceived } from '../fidelity/review-received.ts';

export type CompletionsReview = NonNullable<ReturnType<typeof reviewCompletions>>;

/**
 * Everybody of the cohort whose place goes on, with whether they have received what the programme asks for: sessions, and
 * core content where it asks for that; a log that is kept back from the actor is not known here. Null when it is not the
 * actor’s to end places of the cohort, or to read what people received.
 */
export function reviewCompletions(context: AppContext, actor: Actor, cohortId: CohortId) {
	if (!mayOn(context.db, actor, 'write', 'exit', cohortId)) return null;
	const review = reviewCohort(context, actor, cohortId);
	const received = review && reviewReceived(context, actor, cohortId);
	if (!received) return null;
	const receivedBy = new Map(received.people.map((person) => [person.enrolmentId, person]));
	const people = review.record.members.flatMap((member, index) => {
		if (!isActive(member.state)) return [];
		const { best, catchUpsNeeded } = review.summary.people[index]!;
		const { core, missing } = receivedBy.get(member.enrolmentId)!;
		return [{ ...member, best, catchUpsNeeded, core, missing, judgement: judgeCompletion(best, core.standing) }];
	});
	const mayBook = received.record.may.bookCatchUps;
	return { cohort: review.record.cohort, programme: review.programme, people, mayBook };
}
