import type { Adaptation } from '#app/domain/fidelity/frame.ts';
import { answerInWords } from './frame-words.ts';

/** What was changed, with its kind: `Content: tailoring`. */
export function whatInWords({ what, contentChange, contextChange }: Adaptation): string {
	const kind = contentChange ?? contextChange;
	return [answerInWords(what), kind && answerInWords(kind).toLowerCase()].filter(Boolean).join(': ');
}

/** The other answers in one line, in the order of the questions. */
export function answersInWords({ when, decidedBy, level, fidelity, goal, isLasting }: Adaptation): string {
	const answers = [when, decidedBy, level, fidelity, goal].map(answerInWords);
	return [...answers, isLasting ? 'To last' : 'For this session only'].join(' · ');
}
