import { programmesNamedIn, tellingWordsIn } from './telling-words.ts';

/** A rule on what may stand in a message that somebody else may read. */
export type NeutralRule = 'telling-word' | 'programme-name' | 'link' | 'number' | 'hidden-character';

export type NotNeutral = { readonly rule: NeutralRule; readonly sentence: string };

/** Any text with a dot inside may be tapped: a phone makes a link of `bit.ly/x` as of `www.example.org`. */
const LINK = /https?:|www\.|[\p{L}\p{N}-]+\.\p{L}{2,}/iu;

/** Eight figures or more, as telephone numbers are written: anybody can look up whose one is. */
const NUMBER = /\+?\d(?:[\s()./\p{Pd}]*\d){7,}/u;

/** What is not seen, or makes a word of two alphabets: the words around it would be read and not be found. */
const HIDDEN =
	/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Zl}\p{Zp}\u2800]|\p{Script=Latin}[\p{L}--[\p{Script=Latin}\p{Script=Common}]]|[\p{L}--[\p{Script=Latin}\p{Script=Common}]]\p{Script=Latin}/v;

const LINKED: NotNeutral = { rule: 'link', sentence: 'A neutral message holds no link: take it out.' };
const TYPED_NUMBER: NotNeutral = {
	rule: 'number',
	sentence: 'A number is typed into the message, and anybody can look up whose it is: take it out.',
};
const HIDDEN_CHARACTER: NotNeutral = {
	rule: 'hidden-character',
	sentence: 'A character hides in the words, or two alphabets are mixed in one: write the words anew.',
};

/** The telling words, programmes and links in a text; `words` are the telling words of another language than English. */
export function checkVocabulary(
	text: string,
	names: readonly string[],
	words: readonly string[],
): readonly NotNeutral[] {
	const telling = (word: string) => `“${word}” could tell somebody else what this is about: say it without.`;
	return [
		...tellingWordsIn(text, words).map((word) => ({ rule: 'telling-word' as const, sentence: telling(word) })),
		...programmesNamedIn(text, names).map(named),
		...(LINK.test(text.normalize('NFKC')) ? [LINKED] : []),
	];
}

/** The programmes that are named in the whole of these lines and in none of them. */
export function checkAcrossLines(lines: readonly string[], names: readonly string[]): readonly NotNeutral[] {
	const inOne = lines.flatMap((line) => programmesNamedIn(line, names));
	return programmesNamedIn(lines.join('\n'), names)
		.filter((name) => !inOne.includes(name))
		.map(named);
}

function named(name: string): NotNeutral {
	return { rule: 'programme-name', sentence: `“${name}” names a programme: a neutral message never does.` };
}

/** Whether a telephone number is typed into the text. */
export function checkNumber(text: string): readonly NotNeutral[] {
	return NUMBER.test(text.normalize('NFKC')) ? [TYPED_NUMBER] : [];
}

/** Whether anything in the text hides from whoever reads or checks it. */
export function checkHidden(text: string): readonly NotNeutral[] {
	return HIDDEN.test(text) ? [HIDDEN_CHARACTER] : [];
}
