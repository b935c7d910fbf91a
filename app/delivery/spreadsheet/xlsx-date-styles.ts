import { attribute, child, children, type XmlNode } from './xml.ts';

/** Formats that every workbook knows without writing them down and that show a day (ECMA-376 part 1, 18.8.30). */
const BUILT_IN_DATES = new Set([
	14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** The numbers of the cell styles that show a number as a day. */
export function dateStylesOf(root: XmlNode | null): ReadonlySet<number> {
	const sheet = child(root, 'styleSheet');
	const own = new Map(
		children(child(sheet, 'numFmts'), 'numFmt').map((format) => [
			Number(attribute(format, 'numFmtId')),
			attribute(format, 'formatCode') ?? '',
		]),
	);
	const styles = children(child(sheet, 'cellXfs'), 'xf').map((style) => Number(attribute(style, 'numFmtId') ?? 0));
	const isDate = (format: number) => (own.has(format) ? showsDay(own.get(format)!) : BUILT_IN_DATES.has(format));
	return new Set(styles.flatMap((format, at) => (isDate(format) ? [at] : [])));
}

/** Whether a number format shows a day: `d mmm` does, `h:mm`, `[h]:mm`, `0%` and `"day "0` do not. */
export function showsDay(format: string): boolean {
	const [positive] = format.split(';');
	const letters = positive!
		.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
		.replace(/general/i, '')
		.toLowerCase();
	return /[dy]/.test(letters) || (/m/.test(letters) && !/[hs0#]/.test(letters));
}
