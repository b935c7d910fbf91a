import { z } from 'zod';
import { TASK_OUTCOMES } from '#app/domain/tasks/task-outcomes.ts';
import { oneOfCodes, optionalText, shownVersion } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import type { TaskView } from './task-view.ts';

const OUTCOME = 'Choose what came of it';

export const taskForm = z.object({
	version: shownVersion(),
	outcome: oneOfCodes(TASK_OUTCOMES, OUTCOME),
	note: optionalText(2000),
});

export const SENTENCES: RefusalSentences = {
	'not-open': () => ({ field: 'form', sentence: 'This task is not open any more: there is nothing left to do' }),
	'outcome-missing': () => ({ field: 'outcome', sentence: OUTCOME }),
	'note-missing': () => ({ field: 'note', sentence: 'Enter what was agreed, or why nothing is to be done' }),
};

/** What stands now, for somebody whose page was opened before a colleague changed the task. */
export function staleTask({ state, owner, cameOfIt }: TaskView): string {
	const now =
		state === 'open' ? `It is open and lies with: ${owner}` : `It is settled: ${cameOfIt ?? 'not needed any more'}`;
	return `Somebody changed this while you had it open. ${now}. What you entered is below`;
}
