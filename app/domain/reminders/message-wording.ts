import { fillTemplate, type MessageTemplate, placeholdersFor, placeholdersIn } from './message-template.ts';
import { longestText } from './texts/longest-text.ts';
import { measureText } from './texts/text-length.ts';
import {
	checkAcrossLines,
	checkHidden,
	checkNumber,
	checkVocabulary,
	type NeutralRule,
} from './wording/neutral-words.ts';

/**
 * What is asked of a template: no telling word, no name of a programme, no link, no telephone number that is typed into it, no
 * character that hides a word from whoever reads or checks it, placeholders that are known and have a sample, and a length.
 */
export type WordingRule = NeutralRule | 'placeholder' | 'sample' | 'length';

/** Something in a template that must not leave: `at` names the part, and for the body the line, counted from 0. */
export type WordingFault = {
	readonly rule: WordingRule;
	readonly at: readonly ['subject'] | readonly ['body', number] | readonly ['samples', string];
	readonly sentence: string;
};

/** A subject that a lock screen shows whole, and a body that is read at a glance; a text is sent and paid as one. */
const LONGEST = { subject: 60, body: 600 } as const;

/**
 * Every reason why a template must not be used, each with the rule that it breaks; none when it may. All but the link to a
 * new account is neutral: whoever gets it may not be the only one who reads it. `names` are those of the programmes,
 * `words` the telling words of a language other than English. Where the placeholders are wrong, its length cannot be told.
 */
export function checkWording(
	template: MessageTemplate,
	names: readonly string[],
	words: readonly string[] = [],
): readonly WordingFault[] {
	const lines = template.body.split('\n');
	const parts = [
		{ at: ['subject'] as const, text: template.subject },
		...lines.map((text, line) => ({ at: ['body', line] as const, text })),
	];
	const samples = Object.entries(template.samples).map(([name, text]) => ({ at: ['samples', name] as const, text }));
	const placeholders = parts.flatMap(({ at, text }) =>
		checkPlaceholders(text, template).map((one) => ({ ...one, at })),
	);
	const neutral = isNeutral(template);
	const vocabulary = [...parts, ...samples].flatMap(({ at, text }) => [
		...(neutral ? checkVocabulary(text, names, words).map((one) => ({ ...one, at })) : []),
		...(neutral && at[0] !== 'samples' ? checkNumber(text).map((one) => ({ ...one, at })) : []),
		...checkHidden(text).map((one) => ({ ...one, at })),
	]);
	const across = neutral ? checkAcrossLines(lines, names).map((one) => ({ ...one, at: ['body', 0] as const })) : [];
	const length = placeholders.length === 0 ? checkLength(template) : [];
	return [
		...placeholders,
		...vocabulary,
		...across,
		...checkSamples(template).map((fault) => ({ rule: 'sample' as const, ...fault })),
		...length.map((fault) => ({ rule: 'length' as const, ...fault })),
	];
}

/** What somebody else may read over a shoulder or on a phone that lies about: all but the link to a new account. */
function isNeutral({ audience, event }: MessageTemplate): boolean {
	return audience === 'participant' || event !== 'invitation';
}

type Found = Omit<WordingFault, 'at'>;

function checkPlaceholders(text: string, template: MessageTemplate): readonly Found[] {
	const { samples } = template;
	const known = placeholdersFor(template);
	const list = known.map((name) => `{{${name}}}`).join(', ');
	const of = (rule: WordingRule, sentence: string) => ({ rule, sentence });
	const faults = placeholdersIn(text).flatMap((name) => {
		if (!known.includes(name)) return [of('placeholder', `{{${name}}} is not known here: use ${list}.`)];
		if (samples[name.replace('?', '')]) return [];
		return [of('sample', `{{${name}}} has no sample: add one at the head of the file.`)];
	});
	const rest = placeholdersIn(text).reduce((left, name) => left.replace(`{{${name}}}`, ''), text);
	if (!/[{}]/.test(rest)) return faults;
	return [...faults, of('placeholder', `A brace is left over: write a placeholder as ${list}.`)];
}

type Fault = Omit<WordingFault, 'rule'>;

function checkSamples({ subject, body, samples }: MessageTemplate): readonly Fault[] {
	const used = placeholdersIn(`${subject}\n${body}`).map((name) => name.replace('?', ''));
	return Object.entries(samples).flatMap(([name, text]) => {
		const at = ['samples', name] as const;
		if (!used.includes(name)) return [{ at, sentence: `No placeholder {{${name}}} stands in the message.` }];
		return text.includes('\n') ? [{ at, sentence: `The sample for {{${name}}} goes on one line.` }] : [];
	});
}

function checkLength(template: MessageTemplate): readonly Fault[] {
	const { subject, body } = fillTemplate(template, template.samples);
	const faults: Fault[] = [];
	const find = (at: Fault['at'], what: string, length: number, longest: number) => {
		if (length <= longest) return;
		faults.push({ at, sentence: `${what} has ${length} characters with its samples: ${longest} is the most.` });
	};
	find(['subject'], 'The subject', subject.length, LONGEST.subject);
	if (template.channel === 'email') find(['body', 0], 'The body', body.length, LONGEST.body);
	else faults.push(...checkTextLength(longestText(template, template.samples)));
	return faults;
}

/** One curly quotation mark makes a text less than half as long: what holds one is named. */
function checkTextLength(body: string): readonly Fault[] {
	const { segments, units, encoding } = measureText(body);
	if (segments <= 1) return [];
	const odd = [...body].find((character) => measureText(character).encoding === 'UCS-2');
	const why = odd ? ` “${odd}” makes every character count more than twice.` : '';
	const sentence = `The text takes ${segments} messages with its samples (${units} in ${encoding}): it must fit into one.${why}`;
	return [{ at: ['body', 0], sentence }];
}
