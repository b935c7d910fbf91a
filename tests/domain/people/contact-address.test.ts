import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	contactKey,
	isEmailAddress,
	isSameAddress,
	numberInWords,
	toE164,
	toKeptAddress,
} from '#app/domain/people/contact-address.ts';

test.each([
	'07700900123',
	'07700 900123',
	'07700-900-123',
	'07700.900.123',
	'(07700) 900123',
	'07700\u00a0900123',
	'07700–900–123',
	'07700\u2212900123',
	'07700/900123',
	'+447700900123',
	'+44 7700 900123',
	'+44 (0)7700 900123',
	'+44 (0) 7700 900 123',
	'+4407700900123',
	'00447700900123',
	'0044 (0)7700 900123',
	'447700900123',
	'7700900123',
	'tel:+447700900123',
	'TEL:07700900123',
	' 07700 900123 ',
	'０７７００９００１２３',
])('%s is the same mobile', (typed) => {
	expect(toE164(typed)).toBe('+447700900123');
	expect(contactKey(typed)).toBe('tel:+447700900123');
});

test.each([
	['0113 496 0123', '+441134960123'],
	['01946 12345', '+44194612345'],
	['0300 123 4567', '+443001234567'],
	['0800 111 111', '+44800111111'],
	['056 1234 5678', '+445612345678'],
	['+353 85 012 3456', '+353850123456'],
	['00353850123456', '+353850123456'],
	['+1 202 555 0123', '+12025550123'],
	['+12345678', '+12345678'],
	['+123456789012345', '+123456789012345'],
])('%s is %s', (typed, number) => {
	expect(toE164(typed)).toBe(number);
});

test.each([
	...['', 'ring me', '999', '0770090012', '077009001234', '770090012', '77009001234', '07700 90012x', '0', '+'],
	...['+0123456789', '+1234567', '+1234567890123456', '0000', '07700900123 or 07700900124', '+44 9000 900123'],
	...['0400 123 4567', '0600 123 4567', '0113 496', '011349601234', '+44 20 7946', '++447700900123', '4477009001234'],
	...['0x7700900123', '07700900123x', '+447700900123,07700900124', '44700', '+44770090012', '+4477009001234'],
])('%j is no number', (typed) => {
	expect(toE164(typed)).toBeNull();
});

test.each([
	['text', '07700 900123', '+447700900123'],
	['text', '07624 900123', '+447624900123'],
	['text', '07500 000000', '+447500000000'],
	['text', '07900 000000', '+447900000000'],
	['call', '07700 900123', '+447700900123'],
	['call', '0113 496 0123', '+441134960123'],
	['call', '07012 345678', '+447012345678'],
	['email', ' alex@example.org ', 'alex@example.org'],
] as const)('by %s %j is kept as %s', (channel, typed, kept) => {
	expect(toKeptAddress(channel, typed, 'uk')).toBe(kept);
	expect(toKeptAddress(channel, typed, 'any')).toBe(kept);
});

test.each([
	['text', '0113 496 0123', 'a landline'],
	['text', '07012 345678', 'a number that forwards'],
	['text', '07612 345678', 'a pager'],
	['text', '07625 345678', 'a pager beside those of the Isle of Man'],
	['text', 'alex@example.org', 'an address'],
	['call', 'alex@example.org', 'an address'],
	['email', '07700 900123', 'a number'],
] as const)('by %s %j cannot be used, because it is %s', (channel, typed, _what) => {
	expect(toKeptAddress(channel, typed, 'any')).toBeNull();
});

test('a number of another country is kept only where that is allowed', () => {
	for (const channel of ['text', 'call'] as const) {
		expect(toKeptAddress(channel, '+353 85 012 3456', 'uk')).toBeNull();
		expect(toKeptAddress(channel, '+353 85 012 3456', 'any')).toBe('+353850123456');
	}
});

test.each([
	['alex.smith@gmail.com', 'alexsmith@googlemail.com'],
	['Alex.Smith@Example.org', 'alexsmith@example.org'],
	['alex+news@example.org', 'alex@example.org'],
	['alex+a+b@example.org', 'alex@example.org'],
	['a.l.e.x@example.org', 'alex@example.org'],
	[' alex @example.org', 'alex@example.org'],
	['ａlex@example.org', 'alex@example.org'],
])('%s and %s are taken for one', (one, other) => {
	expect(contactKey(one)).toBe(contactKey(other));
});

test.each([
	['alex@example.org', 'alex@example.com'],
	['alex@example.org', 'alexa@example.org'],
	['alex@mail.example.org', 'alex@mailexample.org'],
	['alex@gmail.com', 'alex@example.org'],
	['+447700900123', '+447700900124'],
	['no number', 'none either'],
])('%s and %s are two', (one, other) => {
	expect(contactKey(one)).not.toBe(contactKey(other));
});

test('the key of an address says of which kind it is', () => {
	expect(contactKey('Alex.S+x@Example.org')).toBe('mail:alexs@example.org');
	expect(contactKey('0113 496 0123')).toBe('tel:+441134960123');
	expect(contactKey('call box')).toBe('tel:call box');
});

const digits = fc.stringMatching(/^[0-9]{9}$/);
const between = fc.constantFrom('', ' ', '-', '.', ' - ', '\u00a0');
const opening = fc.constantFrom('0', '+44', '0044', '+44 (0)', '44');

test('however a mobile is written, it has one key, and its E.164 is read back as it is', () => {
	fc.assert(
		fc.property(digits, between, opening, fc.nat({ max: 8 }), (rest, gap, start, at) => {
			const typed = `${start}${gap}7${rest.slice(0, at)}${gap}${rest.slice(at)}`;
			const number = toE164(typed);
			expect(number).toBe(`+447${rest}`);
			expect(toE164(number!)).toBe(number);
			expect(contactKey(typed)).toBe(contactKey(number!));
		}),
	);
});

test('dots, capitals and a plus part never make another key of an e-mail address', () => {
	const name = fc.stringMatching(/^[a-z][a-z0-9]{2,12}$/);
	fc.assert(
		fc.property(name, fc.nat({ max: 11 }), fc.stringMatching(/^[a-z0-9]{0,5}$/), (plain, at, tag) => {
			const cut = Math.min(at, plain.length - 1);
			const typed = `${plain.slice(0, cut)}.${plain.slice(cut).toUpperCase()}+${tag}@Example.org`;
			expect(contactKey(typed)).toBe(contactKey(`${plain}@example.org`));
		}),
	);
});

test('a number is read as it is dialled here, and one of another country as it is kept', () => {
	expect(numberInWords('+447700900123')).toBe('07700 900123');
	expect(numberInWords('+353850123456')).toBe('+353850123456');
});

test('capitals make no other address', () => {
	expect(isSameAddress('Alex@Example.org', 'alex@example.ORG')).toBe(true);
	expect(isSameAddress('alex@example.org', 'alexa@example.org')).toBe(false);
});

test.each(['a@b.uk', "o'neil.x+y@mail.example.org", `${'a'.repeat(64)}@example.org`])(
	'%s is one address',
	(address) => {
		expect(isEmailAddress(address)).toBe(true);
	},
);

test.each([
	'',
	'alex',
	'alex@',
	'@example.org',
	'alex@localhost',
	'alex@example',
	'alex@.example.org',
	'alex@example..org',
	'alex@-example.org',
	'alex.@example.org',
	'alex@example.org,other@example.org',
	'alex@example.org;other@example.org',
	'alex@example.org other@example.org',
	'alex@other@example.org',
	'Alex <alex@example.org>',
	'"alex"@example.org',
	'alex@example.org\r\nBcc: other@example.org',
	'álex@example.org',
	'alex@example.123',
	`${'a'.repeat(65)}@example.org`,
	`alex@${'a.'.repeat(130)}org`,
])('%j is not one plain address', (address) => {
	expect(isEmailAddress(address)).toBe(false);
});
