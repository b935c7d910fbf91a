import { COUNTED_QUESTIONS, type CountedQuestion } from '#app/domain/fidelity/adaptations/adaptation-register.ts';
import { answerInWords, QUESTION_NAMES } from './frame-words.ts';

/** What each counted question is called in the register of adaptations. */
export const COUNTED_NAMES: Readonly<Record<CountedQuestion, string>> = {
	...{ change: 'How it is changed', lasting: 'Is it to last' },
	...{ goal: QUESTION_NAMES.goal, fidelity: QUESTION_NAMES.fidelity, level: QUESTION_NAMES.level },
	...{ decidedBy: QUESTION_NAMES.decidedBy, when: QUESTION_NAMES.when },
};

const LASTING: Readonly<Record<string, string>> = { lasting: 'From now on', once: 'For one session only' };

/** An answer to a counted question, as it is read. */
export function countedInWords(answer: string): string {
	return LASTING[answer] ?? answerInWords(answer);
}

/** Answers with how often each was given: `Tailoring: 3, Adding: 1`. */
export function answersInWords(counts: readonly { readonly answer: string; readonly count: number }[]): string {
	return counts.map(({ answer, count }) => `${countedInWords(answer)}: ${count}`).join(', ');
}

/** The counted questions in their order, each with the answers that were given and how often: `Tailoring 3, Adding 1`. */
export function countsInWords(
	answers: Readonly<Record<CountedQuestion, readonly { answer: string; count: number }[]>>,
) {
	return COUNTED_QUESTIONS.map((question) => ({
		key: COUNTED_NAMES[question],
		value: answersInWords(answers[question]),
	}));
}

/** The answers of one record, in the order of the questions: `Tailoring · A better fit`. */
export function onlyInWords(answers: Readonly<Record<CountedQuestion, string>>): string {
	return COUNTED_QUESTIONS.map((question) => countedInWords(answers[question])).join(' · ');
}

type Plans = readonly {
	readonly number: number;
	readonly title: string;
	readonly activities: readonly { readonly key: string; readonly title: string }[];
}[];
type About = { readonly planNumber: number; readonly activityKey: string | null };

/** The plan and the activity that a record is about, by their titles in this version; what it does not have by its key. */
export function aboutInWords(plans: Plans, { planNumber, activityKey }: About) {
	const plan = plans.find(({ number }) => number === planNumber);
	const activity = plan?.activities.find(({ key }) => key === activityKey);
	const isElsewhere = activityKey !== null && !activity;
	return {
		title: plan?.title ?? `Session ${planNumber}`,
		activity: isElsewhere ? `${activityKey} (not in this version)` : (activity?.title ?? 'No activity in particular'),
	};
}
