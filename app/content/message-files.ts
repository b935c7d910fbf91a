import { z } from 'zod';
import { MESSAGE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import { AUDIENCES, MESSAGE_EVENTS, type MessageTemplate } from '#app/domain/reminders/message-template.ts';
import { checkWording, type WordingFault } from '#app/domain/reminders/message-wording.ts';
import { ENGLISH, type MessageLanguage, parseOtherLanguage } from '#app/domain/reminders/wording/message-language.ts';
import { type Reading, within } from './content-faults.ts';
import { filesIn, foldersIn, readText } from './folders.ts';
import { KIND_TIMINGS } from './kind-timings.ts';
import { type ReadFile, readFrontMatter, readYaml } from './read-document.ts';

const words = z.string().trim().min(1);

const always = { kind: z.enum(MESSAGE_EVENTS), samples: z.record(z.string(), words) };
const mailSchema = z.strictObject({ ...always, channel: z.literal('email'), subject: words });
/** A text has no subject. */
const textSchema = z
	.strictObject({ ...always, channel: z.literal('text') })
	.transform((head) => ({ ...head, subject: '' }));

/** The program cannot do without these. */
const NEEDED = [
	...MESSAGE_KINDS.flatMap((kind) => [`${kind}.participant.md`, `${kind}.participant.text.md`] as const),
	'invitation.staff.md',
	'notice.staff.md',
	'calendar-invitation.staff.md',
	'calendar-update.staff.md',
	'calendar-cancellation.staff.md',
	'absences.referrer.md',
	'exit.referrer.md',
	'concern.referrer.md',
] as const;

/**
 * Reads `<event>.<audience>.md`, for texts to participants `<event>.participant.text.md`, and in a folder for each other language what there is of it; refuses wording that must not
 * leave. `names` are those of the programmes.
 */
export function readMessages(reading: Reading, names: readonly string[]): readonly MessageTemplate[] {
	const pattern = new RegExp(
		`^(?:(${MESSAGE_EVENTS.join('|')})\\.(${AUDIENCES.join('|')})((?<=participant)\\.text)?\\.md|kinds\\.yaml)$`,
	);
	const called = `<${MESSAGE_EVENTS.join(' or ')}>.<${AUDIENCES.join(' or ')}>.md, or for a text <...>.participant.text.md, or ${KIND_TIMINGS}`;
	const languages = foldersIn(reading).flatMap((name) => parseOtherLanguage(name) ?? []);
	const files = filesIn(reading, pattern, called, languages);
	for (const needed of NEEDED) if (!files.some(([name]) => name === needed)) readText(reading, needed);
	const english = files.flatMap((file) => readOne(reading, file, { language: ENGLISH, names, words: [] }));
	return [...english, ...languages.flatMap((language) => readLanguage(within(reading, language), language, names))];
}

/** The file with the telling words of a language other than English: without them nobody checks what is written in it. */
const TELLING_WORDS = 'telling-words.yaml';
const tellingSchema = z.strictObject({ words: z.array(z.string().regex(/^\p{Ll}+\*?$/u)).min(10) });

/** What goes to participants in another language: of each kind that there is in its folder. */
function readLanguage(reading: Reading, language: MessageLanguage, names: readonly string[]) {
	const pattern = new RegExp(`^(?:(${MESSAGE_KINDS.join('|')})\\.(participant)(\\.text)?\\.md|telling-words\\.yaml)$`);
	const called = `<${MESSAGE_KINDS.join(' or ')}>.participant.md, for a text <...>.participant.text.md, or ${TELLING_WORDS}`;
	const words = readYaml(reading, TELLING_WORDS, tellingSchema)?.value.words ?? [];
	const files = filesIn(reading, pattern, called);
	return files.flatMap((file) => readOne(reading, file, { language, names, words }));
}

type InLanguage = {
	readonly language: MessageLanguage;
	readonly names: readonly string[];
	readonly words: readonly string[];
};

function readOne(
	reading: Reading,
	[name, event, audience, isText]: RegExpMatchArray,
	{ language, names, words: telling }: InLanguage,
): readonly MessageTemplate[] {
	if (!event) return [];
	const file = isText ? readFrontMatter(reading, name, textSchema) : readFrontMatter(reading, name, mailSchema);
	if (!file) return [];
	const { kind, ...head } = file.value;
	if (kind !== event) file.find(['kind'], `The file is ${name} and its kind ${kind}: agree them.`);
	if (file.below.text === '') file.findAtLine(file.below.line, 'The message is empty: write it below its head.');
	const of = { event: kind, audience: audience as MessageTemplate['audience'], language };
	const template = { ...head, ...of, body: file.below.text };
	for (const { at, sentence } of checkWording(template, names, telling)) findIn(file, at, sentence);
	return [template];
}

function findIn({ find, findAtLine, below }: ReadFile<unknown>, at: WordingFault['at'], sentence: string): void {
	if (at[0] === 'body') findAtLine(below.line + at[1], sentence);
	else find(at, sentence);
}
