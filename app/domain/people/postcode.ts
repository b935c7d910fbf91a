declare const kind: unique symbol;

/** A UK postcode as it is written: capitals, and one space before the last three characters. */
export type Postcode = string & { readonly [kind]: 'postcode' };

const SHAPE = /^(?:[A-Z]{1,2}\d[A-Z\d]?|GIR) ?\d[A-Z]{2}$/;

/** Reads a UK postcode in any capitals and with any spaces; null when it is none. Whether it exists is not looked up. */
export function parsePostcode(text: string): Postcode | null {
	const plain = text.replace(/\s+/g, '').toUpperCase();
	if (!SHAPE.test(plain)) return null;
	return `${plain.slice(0, -3)} ${plain.slice(-3)}` as Postcode;
}
