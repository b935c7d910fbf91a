import { expect, test } from 'vitest';
import { checkPassword } from '#app/domain/access/password.ts';

const against = {
	common: new Set(['password1', 'caringdads1']),
	ownNames: ['Samira O’Connor', 'samira.oconnor@riverside.example.org', 'Riverside Council'],
};
const codeOf = (password: string) => {
	const outcome = checkPassword(password, against);
	return outcome.done ? 'done' : outcome.code;
};

test.each([
	['seven77', 'password-too-short'],
	['eight888', 'done'],
	['Password1', 'password-too-common'],
	['CARINGDADS1', 'password-too-common'],
	['x'.repeat(201), 'password-too-long'],
	['slow river under the bridge', 'done'],
	['🌊🌊🌊🌊🌊🌊🌊🌊', 'done'],
	['        ', 'done'],
])('“%s” is %s', (password, code) => {
	expect(codeOf(password)).toBe(code);
});

test.each([
	'Samira2026!',
	'oconnor123',
	'SamiraOConnor',
	'samira.oconnor@riverside.example.org',
	'samira.oconnor',
	'Riverside1',
	'riversidecouncil',
	'!!Riverside Council!!',
])('“%s” is only what everybody knows of its owner', (password) => {
	expect(codeOf(password)).toBe('password-is-own-name');
});

test.each(['samira likes long walks', 'riverside path at dusk', 'council of the elm trees'])(
	'“%s” says more than a name and may be chosen',
	(password) => {
		expect(codeOf(password)).toBe('done');
	},
);

test('a name of three letters rules nothing out', () => {
	expect(checkPassword('1234567bo', { common: new Set(), ownNames: ['Bo', 'bo@x.uk'] }).done).toBe(true);
});
