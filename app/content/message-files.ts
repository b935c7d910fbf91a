import { z } from 'zod';
import { MESSAGE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import { AUDIENCES, MESSAGE_EVENTS, type MessageTemplate } from '#app/domain/reminders/message-template.ts';
import { checkWording, type WordingFault } from '#app/domain/reminders/message-wording.ts';
import type { Reading } from './content-faults.ts';
import { filesIn, readText } from './folders.ts';
import { KIND_TIMINGS } from './kind-timings.ts';
import { type ReadFile, readFrontMatter } from './read-document.ts';

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

/** Reads `<event>.<audience>.md`, for texts to participants `<event>.participant.text.md`, and refuses wording that must not leave; `names` are those of the programmes. */
export function readMessages(reading: Reading, names: readonly string[]): readonly MessageTemplate[] {
	const pattern = new RegExp(
		`^(?:(${MESSAGE_EVENTS.join('|')})\\.(${AUDIENCES.join('|')})((?<=participant)\\.text)?\\.md|kinds\\.yaml)$`,
	);
	const called = `<${MESSAGE_EVENTS.join(' or ')}>.<${AUDIENCES.join(' or ')}>.md, or for a text <...>.participant.text.md, or ${KIND_TIMINGS}`;
	const files = filesIn(reading, pattern, called);
	for (const needed of NEEDED) if (!files.some(([name]) => name === needed)) readText(reading, needed);
	return files.flatMap(([name, event, audience, isText]) => {
		if (name === KIND_TIMINGS) return [];
		const file = isText ? readFrontMatter(reading, name, textSchema) : readFrontMatter(reading, name, mailSchema);
		if (!file) return [];
		const { kind, ...head } = file.value;
		if (kind !== event) file.find(['kind'], `The file is ${name} and its kind ${kind}: agree them.`);
		if (file.below.text === '') file.findAtLine(file.below.line, 'The message is empty: write it below its head.');
		const template = { ...head, event: kind, audience: audience as MessageTemplate['audience'], body: file.below.text };
		for (const { at, sentence } of checkWording(template, names)) findIn(file, at, sentence);
		return [template];
	});
}

function findIn({ find, findAtLine, below }: ReadFile<unknown>, at: WordingFault['at'], sentence: string): void {
	if (at[0] === 'body') findAtLine(below.line + at[1], sentence);
	else find(at, sentence);
}
