import { expect, test } from 'vitest';
import { createCredentials } from '#app/sign-in/credentials.ts';

const credentials = createCredentials();
const KEY = credentials.newSecret();

test('what is sealed opens with its key and with no other, and shows nothing of itself', () => {
	const sealed = credentials.seal('Alex: attended', KEY);
	expect(sealed).not.toContain('Alex');
	expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('Alex');
	expect(credentials.unseal(sealed, KEY)).toBe('Alex: attended');
	expect(credentials.unseal(sealed, credentials.newSecret())).toBeNull();
	expect(credentials.unseal(sealed, credentials.hashSecret(KEY))).toBeNull();
});

test('what was changed, or is nothing at all, does not open', () => {
	const bytes = Buffer.from(credentials.seal('text', KEY), 'base64url');
	for (const at of [0, 12, bytes.length - 1]) {
		const changed = Buffer.from(bytes);
		changed[at]! ^= 1;
		expect(credentials.unseal(changed.toString('base64url'), KEY)).toBeNull();
	}
	for (const nothing of ['', 'x', 'not sealed at all']) expect(credentials.unseal(nothing, KEY)).toBeNull();
});

test('the same text is never sealed the same twice', () => {
	expect(credentials.seal('text', KEY)).not.toBe(credentials.seal('text', KEY));
});
