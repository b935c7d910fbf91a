import { expect, test } from 'vitest';
import { parsePostcode } from '#app/domain/people/postcode.ts';

test.each([
	['NR1 3QG', 'NR1 3QG'],
	['nr13qg', 'NR1 3QG'],
	[' sw1a  1aa ', 'SW1A 1AA'],
	['m1 1ae', 'M1 1AE'],
	['EC1A1BB', 'EC1A 1BB'],
	['bt7 1nn', 'BT7 1NN'],
	['gir 0aa', 'GIR 0AA'],
])('“%s” is read as %s', (typed, postcode) => {
	expect(parsePostcode(typed)).toBe(postcode);
});

test.each(['', 'NR1', 'NR1 3Q', '1NR 3QG', 'NR1 3QGG', 'NR1-3QG', 'NRR1 3QG', '12345'])(
	'“%s” is no postcode',
	(typed) => {
		expect(parsePostcode(typed)).toBeNull();
	},
);
