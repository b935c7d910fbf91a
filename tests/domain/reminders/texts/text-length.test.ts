import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthInWords, measureText } from '#app/domain/reminders/texts/text-length.ts';

const a = (count: number) => 'a'.repeat(count);

test.each([
	['nothing is no text', '', 'GSM-7', 0, 0],
	['one character is one text', 'a', 'GSM-7', 1, 1],
	// The published limits: 160 and 153 units of GSM-7, 70 and 67 of UCS-2 (3GPP TS 23.040; GOV.UK Notify, text message pricing).
	['160 characters are one text', a(160), 'GSM-7', 160, 1],
	['161 characters are two', a(161), 'GSM-7', 161, 2],
	['306 characters are two', a(306), 'GSM-7', 306, 2],
	['307 characters are three', a(307), 'GSM-7', 307, 3],
	['459 characters are three', a(459), 'GSM-7', 459, 3],
	['460 characters are four', a(460), 'GSM-7', 460, 4],
	['612 characters are four', a(612), 'GSM-7', 612, 4],
	['a euro counts twice', `${a(158)}€`, 'GSM-7', 160, 1],
	['a euro that does not fit makes it two', `${a(159)}€`, 'GSM-7', 161, 2],
	['brackets, braces, caret, backslash, bar and tilde count twice', '[]{}^\\|~', 'GSM-7', 16, 1],
	['a line break counts once', `${a(159)}\n`, 'GSM-7', 160, 1],
	['a pound, an accent of the table and a Greek capital count once', '£éΩ', 'GSM-7', 3, 1],
	['an escaped character is never parted over two segments', `${a(152)}€${a(152)}`, 'GSM-7', 306, 3],
	['a curly apostrophe makes all of it UCS-2', `${a(69)}’`, 'UCS-2', 70, 1],
	['71 in UCS-2 are two', `${a(70)}’`, 'UCS-2', 71, 2],
	['134 in UCS-2 are two', `${a(133)}’`, 'UCS-2', 134, 2],
	['135 in UCS-2 are three', `${a(134)}’`, 'UCS-2', 135, 3],
	['a Welsh w with a circumflex is not in GSM-7', 'dŵr', 'UCS-2', 3, 1],
	['a picture counts as two units of UCS-2', '🙂', 'UCS-2', 2, 1],
	['a picture is never parted over two segments', `${a(66)}🙂${a(66)}`, 'UCS-2', 134, 3],
	['a capital c with a cedilla is in GSM-7', 'Ç', 'GSM-7', 1, 1],
	['a small cedilla is not', 'ç', 'UCS-2', 1, 1],
	['a backtick is not', '`', 'UCS-2', 1, 1],
])('%s', (_sentence, text, encoding, units, segments) => {
	expect(measureText(text)).toEqual({ encoding, units, segments });
});

test('the whole of both tables is GSM-7: 127 basic characters without the escape, and 10 extended', () => {
	const basic =
		'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
	expect([...basic]).toHaveLength(127);
	expect(measureText(basic)).toEqual({ encoding: 'GSM-7', units: 127, segments: 1 });
	expect(measureText('\f^{}\\[~]|€')).toEqual({ encoding: 'GSM-7', units: 20, segments: 1 });
});

test('more words are never fewer texts, and a longer text is never shorter than its parts need', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 20 }), (text, more) => {
			const [one, longer] = [measureText(text), measureText(text + more)];
			expect(longer.segments).toBeGreaterThanOrEqual(one.segments);
			const { alone, part } = one.encoding === 'GSM-7' ? { alone: 160, part: 153 } : { alone: 70, part: 67 };
			if (one.units > alone) expect(one.segments).toBeGreaterThanOrEqual(Math.ceil(one.units / part));
			else expect(one.segments).toBe(one.units === 0 ? 0 : 1);
		}),
	);
});

test.each([
	['', '0 texts: 0 of 160 characters, as a text counts them'],
	[a(86), '1 text: 86 of 160 characters, as a text counts them'],
	[a(161), '2 texts: 161 of 306 characters, as a text counts them'],
	['’', '1 text: 1 of 70 characters, as a text counts them'],
	[`${a(70)}’`, '2 texts: 71 of 134 characters, as a text counts them'],
])('the length of %s is told in words', (text, words) => {
	expect(lengthInWords(measureText(text))).toBe(words);
});
