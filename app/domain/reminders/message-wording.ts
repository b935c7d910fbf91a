import { fillTemplate, type MessageTemplate, placeholdersFor, placeholdersIn } from './message-template.ts';
import { measureText } from './texts/text-length.ts';

/** Something in a template that must not leave: `at` names the part, and for the body the line, counted from 0. */
export type WordingFault = {
	readonly at: readonly ['subject'] | readonly ['body', number] | readonly ['samples', string];
	readonly sentence: string;
};

/** A subject that a lock screen shows whole, and a body that is read at a glance; a text is sent and paid as one. */
const LONGEST = { subject: 60, body: 600 } as const;

/**
 * Words that tell whoever holds the phone what the appointment is about: they name a programme, abuse, a family, a place
 * or another service. A star stands for any ending (facts/safety-practice §1, rule 2).
 */
const TELLING_WORDS: readonly string[] = [
	...['programme*', 'program*', 'course*', 'group*', 'workshop*', 'module*', 'cohort*', 'class', 'classes', 'therap*'],
	...['abus*', 'violen*', 'domestic', 'coerc*', 'perpetrat*', 'victim*', 'survivor*', 'refuge*', 'assault*', 'harm*'],
	...['stalk*', 'injunction*', 'divorc*', 'wives'],
	...['anger', 'behaviour*', 'behavior*', 'risk*', 'safeguard*', 'marac', 'idva', 'dash', 'counsel*'],
	...['partner*', 'ex', 'wife', 'husband*', 'girlfriend*', 'boyfriend*', 'spouse*', 'marriage', 'relationship*'],
	...['mother*', 'mum*', 'father*', 'dad*', 'parent*', 'child*', 'kid', 'kids', 'son', 'sons', 'daughter*', 'baby'],
	...['babies', 'famil*', 'venue*', 'room*', 'hall*', 'library', 'libraries', 'church*', 'centre*', 'center*', 'hub*'],
	...[
		'school*',
		'address*',
		'street*',
		'postcode*',
		'police*',
		'court*',
		'probation*',
		'social',
		'attendance',
		'custody',
		'solicitor*',
		'worker*',
	],
];

/** What tells inside an address, where words run together; only what no neutral name holds by chance. */
const TELLING_IN_ADDRESS =
	/abus|violen|domestic|coerc|perpetrat|victim|survivor|refuge|safeguard|marac|idva|dads|famil/giu;

/** Any text with a dot inside may be tapped: a phone makes a link of `bit.ly/x` as of `www.example.org`. */
const LINK = /https?:|www\.|[a-z0-9-]+\.[a-z]{2,}/iu;

/** The telling words in a text, as they stand in it; also for a sender's name, which leaves with every message. */
export function tellingWordsIn(text: string): readonly string[] {
	const words = text.match(/[\p{L}]+/gu) ?? [];
	return words.filter((word) => TELLING_WORDS.some((telling) => isTelling(word.toLowerCase(), telling)));
}

/** The telling parts of a sender's e-mail address, which leaves with every message just as the name does. */
export function tellingPartsOf(address: string): readonly string[] {
	return address.match(TELLING_IN_ADDRESS) ?? [];
}

/** Which of these programmes a text names: by the whole name, or by what stands before its colon. */
export function programmesNamedIn(text: string, names: readonly string[]): readonly string[] {
	const short = new Set(names.map((name) => name.split(':')[0]!.trim()));
	return [...short].filter((name) => text.toLowerCase().includes(name.toLowerCase()));
}

/**
 * Every reason why a template must not be used; none when it may. To a participant, and in a notice or for a calendar of staff, it holds no
 * telling word, no name in `names` (those of the programmes) and no link; it is short; every placeholder is known and has
 * a sample.
 */
export function checkWording(template: MessageTemplate, names: readonly string[]): readonly WordingFault[] {
	const lines = template.body.split('\n');
	const parts = [
		{ at: ['subject'] as const, text: template.subject },
		...lines.map((text, line) => ({ at: ['body', line] as const, text })),
	];
	const samples = Object.entries(template.samples).map(([name, text]) => ({ at: ['samples', name] as const, text }));
	const placeholders = parts.flatMap(({ at, text }) =>
		checkPlaceholders(text, template).map((sentence) => ({ at, sentence })),
	);
	const vocabulary = [...parts, ...samples].flatMap(({ at, text }) =>
		isNeutral(template) ? checkVocabulary(text, names).map((sentence) => ({ at, sentence })) : [],
	);
	const readable = placeholders.length === 0;
	return [...placeholders, ...vocabulary, ...checkSamples(template), ...(readable ? checkLength(template) : [])];
}

/** What somebody else may read over a shoulder or on a phone that lies about: all but the link to a new account. */
function isNeutral({ audience, event }: MessageTemplate): boolean {
	return audience === 'participant' || event !== 'invitation';
}

function isTelling(word: string, telling: string): boolean {
	return telling.endsWith('*') ? word.startsWith(telling.slice(0, -1)) : word === telling;
}

function checkVocabulary(text: string, names: readonly string[]): readonly string[] {
	const linked = LINK.test(text) ? ['A neutral message holds no link: take it out.'] : [];
	return [
		...tellingWordsIn(text).map((word) => `“${word}” could tell somebody else what this is about: say it without.`),
		...programmesNamedIn(text, names).map((name) => `“${name}” names a programme: a neutral message never does.`),
		...linked,
	];
}

function checkPlaceholders(text: string, template: MessageTemplate): readonly string[] {
	const { samples } = template;
	const known = placeholdersFor(template);
	const list = known.map((name) => `{{${name}}}`).join(', ');
	const faults = placeholdersIn(text).flatMap((name) => {
		if (!known.includes(name)) return [`{{${name}}} is not known here: use ${list}.`];
		return samples[name.replace('?', '')] ? [] : [`{{${name}}} has no sample: add one at the head of the file.`];
	});
	const rest = placeholdersIn(text).reduce((left, name) => left.replace(`{{${name}}}`, ''), text);
	return /[{}]/.test(rest) ? [...faults, `A brace is left over: write a placeholder as ${list}.`] : faults;
}

function checkSamples({ subject, body, samples }: MessageTemplate): readonly WordingFault[] {
	const used = placeholdersIn(`${subject}\n${body}`).map((name) => name.replace('?', ''));
	return Object.entries(samples).flatMap(([name, text]) => {
		const at = ['samples', name] as const;
		if (!used.includes(name)) return [{ at, sentence: `No placeholder {{${name}}} stands in the message.` }];
		return text.includes('\n') ? [{ at, sentence: `The sample for {{${name}}} goes on one line.` }] : [];
	});
}

function checkLength(template: MessageTemplate): readonly WordingFault[] {
	const { subject, body } = fillTemplate(template, template.samples);
	const faults: WordingFault[] = [];
	const find = (at: WordingFault['at'], what: string, length: number, longest: number) => {
		if (length <= longest) return;
		faults.push({ at, sentence: `${what} has ${length} characters with its samples: ${longest} is the most.` });
	};
	find(['subject'], 'The subject', subject.length, LONGEST.subject);
	if (template.channel === 'email') find(['body', 0], 'The body', body.length, LONGEST.body);
	else faults.push(...checkTextLength(body));
	return faults;
}

/** One curly quotation mark makes a text less than half as long: what holds one is named. */
function checkTextLength(body: string): readonly WordingFault[] {
	const { segments, units, encoding } = measureText(body);
	if (segments <= 1) return [];
	const odd = [...body].find((character) => measureText(character).encoding === 'UCS-2');
	const why = odd ? ` “${odd}” makes every character count more than twice.` : '';
	const sentence = `The text takes ${segments} messages with its samples (${units} in ${encoding}): it must fit into one.${why}`;
	return [{ at: ['body', 0], sentence }];
}
