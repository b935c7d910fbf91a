import { countInWords } from '../../shared/in-words.ts';

/** The basic characters of a text message, one unit each (3GPP TS 23.038 §6.2.1). */
const BASIC =
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';

/** Those of the extension table, which take an escape before them: two units each (3GPP TS 23.038 §6.2.1.1). */
const EXTENDED = '\f^{}\\[~]|€';

/** How many units one text holds, alone and as a part of several (3GPP TS 23.040 §9.2.3.24.1). */
const UNITS = { 'GSM-7': { alone: 160, part: 153 }, 'UCS-2': { alone: 70, part: 67 } } as const;

export type TextLength = {
	readonly encoding: keyof typeof UNITS;
	/** Septets or UTF-16 code units, as the encoding counts them. */
	readonly units: number;
	/** How many texts it is sent and paid as; none for no words. */
	readonly segments: number;
};

/**
 * How long a text message is: in GSM-7 as long as every character is in its tables, else in UCS-2. One character is never
 * parted: what does not fit whole into a segment begins the next (3GPP TS 23.038, TS 23.040).
 */
export function measureText(text: string): TextLength {
	const isBasic = [...text].every((character) => BASIC.includes(character) || EXTENDED.includes(character));
	const encoding = isBasic ? 'GSM-7' : 'UCS-2';
	const costs = [...text].map((character) => (isBasic ? (EXTENDED.includes(character) ? 2 : 1) : character.length));
	const units = costs.reduce((sum, cost) => sum + cost, 0);
	const { alone, part } = UNITS[encoding];
	return { encoding, units, segments: units <= alone ? Math.min(units, 1) : segmentsOf(costs, part) };
}

/** `1 text: 84 of 160 characters`, as staff read it. */
export function lengthInWords({ encoding, units, segments }: TextLength): string {
	const { alone, part } = UNITS[encoding];
	const most = segments > 1 ? segments * part : alone;
	return `${countInWords(segments, 'text')}: ${units} of ${most} characters, as a text counts them`;
}

function segmentsOf(costs: readonly number[], part: number): number {
	let [segments, left] = [0, 0];
	for (const cost of costs) {
		if (cost > left) {
			segments += 1;
			left = part;
		}
		left -= cost;
	}
	return segments;
}
