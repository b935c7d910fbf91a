import { expect, test } from 'vitest';
import { languageName, parseOtherLanguage } from '#app/domain/reminders/wording/message-language.ts';

test.each([
	['cy', 'Welsh'],
	['pl', 'Polish'],
	['ur', 'Urdu'],
	['gd', 'Scottish Gaelic'],
])('%s is %s', (code, name) => {
	expect(parseOtherLanguage(code)).toBe(code);
	expect(languageName(code)).toBe(name);
});

test.each(['en', 'EN', 'Cy', 'zz', 'xx', 'welsh', 'c', '', 'cy-GB', 'cy-gb', '..'])(
	'“%s” is no other language',
	(text) => {
		expect(parseOtherLanguage(text)).toBeNull();
	},
);
