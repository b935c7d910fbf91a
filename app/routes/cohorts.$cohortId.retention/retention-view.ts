import type { StaffActor } from '#app/domain/access/actor.ts';
import { FATES, type Fate } from '#app/domain/attrition/enrolment-funnel.ts';
import { exitReasonLabel, groupOfExitReason } from '#app/domain/attrition/exit-reasons.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { lowerFirst } from '#app/domain/shared/in-words.ts';
import { TASK_MEANINGS } from '#app/domain/tasks/task-kinds.ts';
import { OUTCOME_NAMES } from '#app/domain/tasks/task-outcomes.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatDate } from '#app/ui/format.ts';
import { curveWords } from '#app/ui/retention/curve-words.ts';
import { exitsAfterSessions } from '#app/ui/retention/exits-after-sessions.ts';
import {
	type CohortRetentionReview,
	type RetainedPerson,
	reviewCohortRetention,
} from '#app/use-cases/retention/review-cohort-retention.ts';

export type RetentionView = NonNullable<ReturnType<typeof readRetentionView>>;
export type PersonView = RetentionView['fates'][number]['people'][number];

/** All that the page on who stays in a cohort shows; null when it is not the actor’s to read. */
export function readRetentionView(context: RequestContext, actor: StaffActor, cohortId: CohortId) {
	const review = reviewCohortRetention(context, actor, cohortId);
	if (!review) return null;
	const { record, programme, people, funnel, curve, incidence, byReason, lost } = review;
	showsPeople(
		context,
		people.map(({ personId }) => personId),
	);
	const planCount = programme.plans.length;
	return {
		name: record.cohort.name,
		caption: programmeLabel(programme),
		cohortHref: paths.cohort(cohortId),
		programmeHref: record.may.readProgramme ? paths.programmeRetention(programmeIdOf(programme)) : null,
		completionsHref: record.may.recordCompletions && review.isTermOver ? paths.completions(cohortId) : null,
		planCount,
		funnel,
		inError: record.inError,
		curve: curve && curveWords({ ...curve, stayed: curve.people - curve.left - curve.removed }, planCount),
		incidence,
		sessions: exitsAfterSessions(review.bySession, curve?.points ?? [], programme),
		readsReasons: record.may.readReasons,
		byReason,
		lost,
		fates: FATES.map((fate) => ({ fate, people: peopleOf(review, fate) })).filter(({ people: own }) => own.length > 0),
	};
}

function peopleOf({ people, record }: CohortRetentionReview, fate: Fate) {
	return people
		.filter((person) => person.fate === fate)
		.map((person) => ({
			name: person.name,
			reference: person.reference,
			href: paths.person(person.personId),
			came: person.attended ? `Session ${person.attended.last}` : 'Never attended',
			joinedLate: person.attended && person.attended.first > 1 ? `From session ${person.attended.first}` : null,
			endedOn: person.exitOn && formatDate(person.exitOn),
			reason: reasonOf(person, record.may.readReasons),
			opened: person.opened.map((task) => ({ words: taskInWords(task), href: paths.task(task.id) })),
			undo: fate === 'completed' && record.may.recordExits ? paths.exitUndo(person.enrolmentId) : null,
		}));
}

/** Both levels, or why there is none to read. */
function reasonOf({ exitKind, reason }: RetainedPerson, readsReasons: boolean): string | null {
	if (exitKind === null) return null;
	if (!readsReasons) return 'Not shown';
	return reason ? `${groupOfExitReason(reason).label}: ${lowerFirst(exitReasonLabel(reason))}` : 'Not known';
}

/** `Tell the referrer that a place ended: to do by 3 March 2026`. */
function taskInWords({ kind, state, outcome, dueOn }: RetainedPerson['opened'][number]): string {
	const { title } = TASK_MEANINGS[kind];
	if (state === 'open') return `${title}: to do by ${formatDate(dueOn)}`;
	return state === 'done' && outcome ? `${title}: ${lowerFirst(OUTCOME_NAMES[outcome])}` : `${title}: closed`;
}
