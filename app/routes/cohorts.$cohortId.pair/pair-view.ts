import type { StaffActor } from '#app/domain/access/actor.ts';
import type { PlanStep } from '#app/domain/pairs/step.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { formatDate } from '#app/ui/format.ts';
import { pairInWords } from '#app/ui/pairs/pair-words.ts';
import { readPairStep } from '#app/use-cases/pairs/read-pair-step.ts';
import { findPair } from '#db/queries/families/cohort-pairs.ts';
import type { CohortPairView, StepView } from './page.tsx';

/** The pair of a cohort, or those with which it could be one; null when it is not the actor's to arrange. */
export function readPairView(context: RequestContext, actor: StaffActor, cohortId: CohortId): CohortPairView | null {
	const found = findPair(context.db, actor, cohortId);
	if (!found) return null;
	const { cohort, linked, free } = found;
	const step = readPairStep(context, actor, cohortId);
	return {
		id: cohort.id,
		name: cohort.name,
		linked: linked && { id: linked.id, name: linked.name, area: linked.area },
		pair: step && pairInWords(step),
		steps: (step?.steps ?? []).map(stepInWords),
		free: free.map(({ id, name, area }) => ({ value: id, label: `${name} (${area})` })),
	};
}

function stepInWords({ planNumber, own, other, inStep }: PlanStep): StepView {
	const words = inStep === null ? 'No date to compare' : inStep ? 'Yes' : 'No';
	return { planNumber, own: dayInWords(own), other: dayInWords(other), inStep: words };
}

function dayInWords(day: CalendarDay | null): string {
	return day === null ? 'No date' : formatDate(day);
}
