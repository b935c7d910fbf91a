import type { AdaptationStanding } from '#app/domain/fidelity/adaptation-records.ts';
import { FRAME, type FrameQuestion } from '#app/domain/fidelity/frame.ts';

/** What each of FRAME’s questions is called on a form and in a list. */
export const QUESTION_NAMES: Readonly<Record<FrameQuestion, string>> = {
	when: 'When in the life of the programme',
	planned: 'Planned or not',
	decidedBy: 'Who decided',
	what: 'What is changed',
	contentChange: 'How the content is changed',
	contextChange: 'How the context is changed',
	level: 'For whom it is delivered otherwise',
	fidelity: 'True to the model',
	goal: 'What it is for',
};

/** Answers whose words are not those of their code. */
const WORDS: Readonly<Record<string, string>> = {
	proactive: 'Planned beforehand',
	reactive: 'Unplanned',
	're-ordering': 'Re-ordering',
	removing: 'Leaving out',
	spreading: 'Spreading over sessions',
	'integrating-into-another': 'Putting it into another approach',
	'integrating-another': 'Putting another approach into it',
	departing: 'Departing from it',
	loosening: 'Loosening its structure',
	consistent: 'Keeps to the model',
	inconsistent: 'Departs from the model',
	'better-fit': 'A better fit',
	'reach-or-engagement': 'Reaching or engaging people',
	'scale-up': 'Scale-up',
};

/** An answer as it is read: `Programme leader`. */
export function answerInWords(answer: string): string {
	const words = answer.replaceAll('-', ' ');
	return WORDS[answer] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Every answer of a question, for a list to choose from, with nothing chosen. */
export function answersToChoose(question: FrameQuestion) {
	return [{ value: '', label: 'Choose' }, ...FRAME[question].map((value) => ({ value, label: answerInWords(value) }))];
}

/** Where an adaptation stands, as it is read in a list. */
export const STANDING_WORDS: Readonly<Record<AdaptationStanding, string>> = {
	approved: 'Planned, approved',
	waiting: 'Planned, waits for a lead',
	declined: 'Planned, declined',
	'not-decided': 'Proposed, not decided before the session',
	unplanned: 'Unplanned',
	corrected: 'Corrected',
	withdrawn: 'Withdrawn',
};
