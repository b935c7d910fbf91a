import { z } from 'zod';
import { paragraphsOf } from '#app/domain/programmes/guidance.ts';
import { MOST_ACTIVITIES, type WrittenPlan } from '#app/domain/programmes/versions/edit-plan.ts';
import { optionalText, requiredText, shownVersion } from '#app/http/form-fields.ts';
import { checkForm, type ReadForm, type SentForm } from '#app/http/read-form.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import { MINUTES, readRows, typedMinutes } from './rows.ts';

const words = z.object({
	version: shownVersion(),
	title: requiredText('Enter a title', 120),
	aim: requiredText('Enter the goal of the session', 500),
	minutes: typedMinutes,
	materials: z
		.string('Answer this once')
		.max(3000, 'Enter at most 3000 characters')
		.default('')
		.transform((text) => linesOf(text).filter((line) => line !== '')),
	guidance: requiredText('Enter the guidance: at least one paragraph', 20_000).transform((text) =>
		paragraphsOf(linesOf(text).join('\n')),
	),
	homework: optionalText(2000),
});

export type PlanForm = { readonly version: number; readonly written: WrittenPlan };

/** Reads a session plan as it was typed: its own words, and a row for each activity. Every error at once. */
export function readPlanForm(sent: SentForm): ReadForm<PlanForm> {
	const read = checkForm(sent, words);
	const { activities, errors } = readRows(sent);
	const form = { ...read.form, errors: { ...read.form.errors, ...errors } };
	if (!read.ok || Object.keys(errors).length > 0) return { ok: false, form };
	const { version, ...plan } = read.value;
	return { ok: true, form, value: { version, written: { ...plan, activities } } };
}

function linesOf(text: string): readonly string[] {
	return text.split(/\r?\n/).map((line) => line.trim());
}

const AGAIN = 'The activities on this page are not those of the plan. Open the page again and make your change there';

export const SENTENCES: RefusalSentences = {
	published: () => ({
		...{ field: 'form', status: 409 },
		sentence: 'Nothing was saved: this version was published meanwhile, and a published version never changes',
	}),
	'words-missing': () => ({ field: 'form', sentence: 'Nothing was saved: something that has to be there is empty' }),
	'minutes-out-of-range': () => ({ field: 'minutes', sentence: MINUTES }),
	'guidance-marked-up': () => ({
		field: 'guidance',
		sentence: 'Guidance is plain paragraphs: take out the headings, lists, bold and links',
	}),
	'no-activities': () => ({ field: 'form', sentence: 'Nothing was saved: a plan has at least one activity' }),
	'too-many-activities': () => ({
		field: 'form',
		sentence: `Nothing was saved: a plan has at most ${MOST_ACTIVITIES} activities`,
	}),
	'unknown-activity': () => ({ field: 'form', status: 409, sentence: AGAIN }),
	'activity-twice': () => ({ field: 'form', status: 409, sentence: AGAIN }),
	'unknown-mechanism': () => ({ field: 'form', sentence: 'Choose from the list what each activity is for' }),
};

export const STALE =
	'Somebody has changed this draft since you opened the page. What you typed is kept: compare it with the plan as it stands, then save again';
