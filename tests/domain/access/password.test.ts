import { expect, test } from 'vitest';
import { COMMON_PASSWORDS } from '#app/domain/access/common-passwords.ts';
import { checkPassword } from '#app/domain/access/password.ts';

test('a password has eight characters at least and two hundred at most, counted as people count them', () => {
	expect(checkPassword('seven77')).toMatchObject({ code: 'password-too-short', details: { shortest: 8 } });
	expect(checkPassword('eight888')).toEqual({ done: true, value: undefined });
	expect(checkPassword('🔑'.repeat(7))).toMatchObject({ code: 'password-too-short' });
	expect(checkPassword('🔑'.repeat(8))).toMatchObject({ done: true });
	expect(checkPassword('x'.repeat(200))).toMatchObject({ done: true });
	expect(checkPassword('x'.repeat(201))).toMatchObject({ code: 'password-too-long', details: { longest: 200 } });
});

test('what everybody tries first is refused, capitals or not; no rule asks for characters', () => {
	for (const common of ['password', 'PassWord1', 'plumbline', 'winter2026', '12345678', 'p@ssword']) {
		expect(checkPassword(common)).toMatchObject({ code: 'password-too-common' });
	}
	expect(checkPassword('plain lower case words')).toMatchObject({ done: true });
	expect(COMMON_PASSWORDS.has('')).toBe(false);
	expect([...COMMON_PASSWORDS].filter((one) => one.length < 8 || /\s/.test(one))).toEqual([]);
});
