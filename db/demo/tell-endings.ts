import { mayComplete } from '#app/domain/attrition/judge-completion.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import { recordCompletions } from '#app/use-cases/retention/record-completions.ts';
import { reviewCompletions } from '#app/use-cases/retention/review-completions.ts';
import { findEnrolment } from '../queries/enrolments.ts';
import { listSessions } from '../queries/sessions.ts';
import type { Chapter } from './chapters.ts';
import { certainly, type Stage } from './stage.ts';

/** Yesterday the coordinator said of the group that is over who completed; who missed too much for that has left. */
export function tellEndings(stage: Stage, { coordinator }: Chapter, cohortId: CohortId): void {
	const { context, now } = stage;
	const actor = stage.actor(coordinator);
	stage.at(plusMinutes(now, -24 * 60));
	const { people } = reviewCompletions(context, actor, cohortId)!;
	const completed = people.filter(({ judgement }) => mayComplete(judgement));
	const chosen = completed.map(({ enrolmentId }) => enrolmentId);
	certainly(recordCompletions(context, actor, { cohortId, chosen }));
	const lastDay = listSessions(context.db, actor, [cohortId]).at(-1)!.time!.day;
	for (const { enrolmentId } of people.filter((person) => !completed.includes(person))) {
		const { version } = findEnrolment(context.db, actor, enrolmentId, 'write', 'exit')!;
		const exit = { on: lastDay, kind: 'left', reason: 'missed-too-many', note: null } as const;
		certainly(recordExit(context, actor, { enrolmentId, version, ...exit }));
	}
	stage.at(now);
}
