/**
 * Words that tell whoever holds the phone what the appointment is about: they name a programme, abuse, a family, a place
 * or another service. A star stands for any ending (facts/safety-practice §1, rule 2).
 */
const TELLING_WORDS: readonly string[] = [
	...['program*', 'course*', 'group*', 'workshop*', 'module*', 'cohort*', 'class', 'classes', 'therap*'],
	...['abus*', 'violen*', 'domestic', 'coerc*', 'perpetrat*', 'victim*', 'survivor*', 'refuge*', 'assault*', 'harm*'],
	...['stalk*', 'injunction*', 'divorc*', 'wives', 'threat*', 'molest*', 'rape*', 'sexual*', 'controlling', 'trauma*'],
	...['anger', 'behaviour*', 'behavior*', 'risk*', 'safeguard*', 'marac', 'idva', 'dash', 'counsel*', 'shelter*'],
	...['partner*', 'ex', 'wife', 'husband*', 'girlfriend*', 'boyfriend*', 'spouse*', 'marriage', 'relationship*'],
	...['mother*', 'mum*', 'mam', 'mams', 'father*', 'dad*', 'parent*', 'child*', 'kid', 'kids', 'son', 'sons'],
	...['daughter*', 'baby', 'babies', 'toddler*', 'teen*', 'stepdad*', 'stepmum*', 'famil*', 'men', 'women'],
	...['venue*', 'room*', 'hall*', 'library', 'libraries', 'church*', 'centre*', 'center*', 'hub*', 'hostel*'],
	...['school*', 'address*', 'street*', 'postcode*', 'police*', 'court*', 'probation*', 'social', 'attendance'],
	...['custody', 'solicitor*', 'lawyer*', 'magistrate*', 'tribunal*', 'offend*', 'offence*', 'crim*', 'prison*'],
	...['bail', 'worker*', 'clinic*', 'hospital*', 'drug*', 'alcohol*', 'addict*'],
];

/** What tells inside an address, where words run together; only what no neutral name holds by chance. */
const TELLING_IN_ADDRESS =
	/abus|violen|domestic|coerc|perpetrat|victim|survivor|refuge|safeguard|marac|idva|dads|famil/giu;

/**
 * The telling words in a text, as they stand in it; also for a sender's name, which leaves with every message. `others` are
 * those of another language, written in the same way.
 */
export function tellingWordsIn(text: string, others: readonly string[] = []): readonly string[] {
	const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
	const telling = [...TELLING_WORDS, ...others.map(plain)];
	return words.filter((word) => telling.some((one) => isTelling(plain(word), one)));
}

/** The telling parts of a sender's e-mail address, which leaves with every message just as the name does. */
export function tellingPartsOf(address: string): readonly string[] {
	return address.match(TELLING_IN_ADDRESS) ?? [];
}

/** Which of these programmes a text names: by the whole name, or by what stands before its colon. */
export function programmesNamedIn(text: string, names: readonly string[]): readonly string[] {
	const short = new Set(names.map((name) => name.split(':')[0]!.trim()));
	const plainText = plain(text);
	return [...short].filter((name) => plainText.includes(plain(name)));
}

/**
 * Which of these names of places and cohorts a text holds, as whole words: a message never says where (safety.md §3). A name
 * of fewer than three letters is no name that a text can be searched for.
 */
export function ownNamesIn(text: string, names: readonly string[]): readonly string[] {
	const held = wholeWords(text);
	return names.filter((name) => wholeWords(name).length >= 5 && held.includes(wholeWords(name)));
}

/** The words of a text with one space before, between and after them. */
function wholeWords(text: string): string {
	return ` ${(plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

/** As it is read at a glance: no capitals, no accents, letters of another shape as the usual ones, spaces and line breaks as one. */
function plain(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.replace(/\s+/gu, ' ')
		.toLowerCase();
}

function isTelling(word: string, telling: string): boolean {
	return telling.endsWith('*') ? word.startsWith(telling.slice(0, -1)) : word === telling;
}
