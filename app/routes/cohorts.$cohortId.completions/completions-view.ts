import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayComplete } from '#app/domain/attrition/judge-completion.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { completionInWords } from '#app/ui/catch-ups/catch-up-words.ts';
import { missingLine } from '#app/ui/fidelity/missing-lines.ts';
import { formatCount } from '#app/ui/format.ts';
import { type CompletionsReview, reviewCompletions } from '#app/use-cases/retention/review-completions.ts';

export type CompletionsView = NonNullable<ReturnType<typeof readCompletionsView>>;

/** Who may be recorded as having completed, and who may not with why; null when it is not the actor’s to say. */
export function readCompletionsView(context: RequestContext, actor: StaffActor, cohortId: CohortId) {
	const review = reviewCompletions(context, actor, cohortId);
	if (!review) return null;
	const { cohort, programme, people, mayBook } = review;
	showsPeople(
		context,
		people.map(({ personId }) => personId),
	);
	return {
		name: cohort.name,
		caption: programmeLabel(programme),
		backHref: paths.retention(cohortId),
		receivedHref: paths.received(cohortId),
		ready: people.filter(({ judgement }) => mayComplete(judgement)).map(readyPerson),
		others: people.filter(({ judgement }) => !mayComplete(judgement)).map((person) => otherPerson(person, mayBook)),
	};
}

type Person = CompletionsReview['people'][number];

function readyPerson({ enrolmentId, name, reference, best, core, judgement }: Person) {
	const sessions = `${best.received} of ${formatCount('session', best.plans)} received, ${best.needed} are asked for`;
	const open = `${formatCount('core activity', core.notKnown)} without a log: judge whether they were delivered`;
	return {
		id: enrolmentId,
		label: name === reference ? name : `${name}, ${reference}`,
		hint: judgement === 'depends-on-logs' ? `${sessions}; ${open}` : sessions,
	};
}

function otherPerson(person: Person, mayBook: boolean) {
	const { name, reference, personId, enrolmentId, core } = person;
	// Content is asked for only where the programme has a rule on it; what was never missed is no reason.
	const missing = core.needed === null || core.standing === 'met' ? [] : person.missing;
	return {
		...{ name, reference, href: paths.person(personId), why: whyNot(person), exit: paths.exit(enrolmentId) },
		missing: missing.map((one) => missingLine(one, enrolmentId, mayBook)),
	};
}

function whyNot({ judgement, best, catchUpsNeeded, core }: Person): string {
	if (judgement === 'to-come') return `${formatCount('session', best.toCome)} to come`;
	if (judgement === 'core-missing') {
		return `Enough sessions, and ${core.received} of the ${core.needed} core activities asked for`;
	}
	if (best.standing !== 'impossible' && best.notRecorded > 0) {
		return `${formatCount('session', best.notRecorded)} not yet recorded`;
	}
	return completionInWords(best, catchUpsNeeded);
}
