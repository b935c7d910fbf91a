import type { AppContext } from '#app/context.ts';
import { fileSentence } from '#app/delivery/spreadsheet/file-sentences.ts';
import { readSpreadsheet } from '#app/delivery/spreadsheet/read-spreadsheet.ts';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { planSentence } from '#app/domain/imports/cohort/import-sentences.ts';
import type { PlanRefusal } from '#app/domain/imports/cohort/plan-import.ts';
import type { RegisterReading } from '#app/domain/imports/cohort/register-choices.ts';
import { notARegisterSentence } from '#app/domain/imports/register-sentences.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import { type Details, type Outcome, type Refused, refused } from '#app/domain/shared/outcome.ts';
import { type BroughtIn, bringInRegister } from '#app/use-cases/imports/bring-in-register.ts';
import { findNamedCohort, type NamedCohort } from '#app/use-cases/imports/find-named-cohort.ts';

type ToImport = {
	readonly file: { readonly bytes: Uint8Array; readonly fileName: string };
	readonly reading: RegisterReading;
	readonly named: NamedCohort;
	readonly accepted: boolean;
};

/** Imports a register as the operator; a refusal's details hold its `message`. */
export async function importRegisterNow(
	context: AppContext,
	{ file, reading, named, accepted }: ToImport,
): Promise<Outcome<BroughtIn>> {
	const workbook = await readSpreadsheet(file.bytes, file.fileName);
	if (!workbook.done) return withMessage(workbook, fileSentence(workbook));
	const cohort = findNamedCohort(context, OPERATOR, named);
	if (!cohort.done) return withMessage(cohort, sentenceFor(cohort));
	const toBringIn = { file: { ...file, workbook: workbook.value }, reading, cohort: cohort.value, accepted };
	const outcome = bringInRegister(context, OPERATOR, toBringIn);
	return outcome.done ? outcome : withMessage(outcome, sentenceFor(outcome));
}

function withMessage({ code, details }: Refused, message: string): Refused {
	const { prepared: _, ...shown } = details;
	return refused(code, { ...shown, message });
}

const known = (details: Details) => listInWords((details.known as string[]).map((name) => `“${name}”`)) || 'none';

const SENTENCES: Readonly<Record<string, (details: Details) => string>> = {
	'no-such-area': (details) => `There is no area “${details.name}”. There are: ${known(details)}.`,
	'no-such-venue': (details) => `There is no venue “${details.name}” in that area. There are: ${known(details)}.`,
	'no-such-room': (details) => `There is no room “${details.name}” in that venue. There are: ${known(details)}.`,
	'no-such-staff': ({ email }) => `Nobody has an account with the address ${email}. Check --lead and --co.`,
	'unknown-facilitator': () => 'Somebody of the team is not an active facilitator. Check --lead and --co.',
	'facilitator-twice': () => 'The lead facilitator is named as a co-facilitator too. Leave them out of --co.',
	clashes: () => 'Sessions to come clash with another cohort. Change the place, the time or the team.',
	'warning-not-accepted': () =>
		'The programme wants more facilitators than are named. Name more with --co, or add --accept-few-facilitators.',
};
const NOT_A_REGISTER = ['no-such-sheet', 'choose-a-sheet', 'not-a-register', 'register-too-large'];

function sentenceFor(refusal: Refused): string {
	const own = SENTENCES[refusal.code];
	if (own) return own(refusal.details);
	if (NOT_A_REGISTER.includes(refusal.code)) return notARegisterSentence(refusal);
	return `${planSentence(refusal as Refused<PlanRefusal>)}.`;
}
