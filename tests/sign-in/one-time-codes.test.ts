import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { instant } from '#app/domain/shared/instant.ts';
import { createOneTimeCodes } from '#app/sign-in/one-time-codes.ts';

const codes = createOneTimeCodes();
/** The secret of RFC 6238, appendix B, “12345678901234567890”, in base 32. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
	['1970-01-01T00:00:59Z', '287082'],
	['2005-03-18T01:58:29Z', '081804'],
	['2009-02-13T23:31:30Z', '005924'],
	['2033-05-18T03:33:20Z', '279037'],
])('the code of %s is that of RFC 6238', (at, code) => {
	expect(codes.codeAt(RFC_SECRET, instant(at))).toBe(code);
	expect(codes.stepOf(RFC_SECRET, code, instant(at))).toBe(codes.stepAt(instant(at)));
});

test('a code is taken one step early and one step late, and no more', () => {
	const at = instant('2026-03-03T18:00:15Z');
	for (const steps of [-2, -1, 0, 1, 2]) {
		const step = codes.stepOf(RFC_SECRET, codes.codeAt(RFC_SECRET, at, steps), at);
		expect(step, String(steps)).toBe(Math.abs(steps) <= 1 ? codes.stepAt(at) + steps : null);
	}
});

test('spaces in a code do not matter, and what is no code is none', () => {
	const at = instant('2009-02-13T23:31:30Z');
	expect(codes.stepOf(RFC_SECRET, '005 924', at)).not.toBeNull();
	for (const typed of ['', '5924', '0059240', 'abcdef', '００５９２４']) {
		expect(codes.stepOf(RFC_SECRET, typed, at), typed).toBeNull();
	}
});

test('every secret is new, 160 bits long', () => {
	const secrets = new Set(Array.from({ length: 50 }, () => codes.newSecret()));
	expect(secrets.size).toBe(50);
	for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
});

test('recovery codes hold 80 bits in letters and figures that cannot be mistaken for one another', () => {
	const all = Array.from({ length: 200 }, () => codes.newRecoveryCode());
	expect(new Set(all).size).toBe(200);
	for (const code of all) expect(code).toMatch(/^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/);
});

test('the picture holds the link, and the link all that an app needs', () => {
	const { link, grouped, qr } = codes.enrolment(RFC_SECRET, { issuer: 'Team office', account: 'sam@example.org' });
	const url = new URL(link);
	expect([url.protocol, url.host]).toEqual(['otpauth:', 'totp']);
	expect(decodeURIComponent(url.pathname)).toBe('/Team office:sam@example.org');
	expect(Object.fromEntries(url.searchParams)).toMatchObject({ secret: RFC_SECRET, digits: '6', period: '30' });
	expect(grouped).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
	expect(scan(qr)).toBe(link);
});

/** Draws the path as a screen would and reads it as a phone would. */
function scan({ size, path }: { size: number; path: string }): string {
	const scale = 4;
	const side = size * scale;
	const data = new Uint8Array(side * side * 4).fill(255);
	for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
		for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
			const from = (row * side + Number(x) * scale) * 4;
			for (let at = from; at < from + Number(length) * scale * 4; at += 4) data.fill(0, at, at + 3);
		}
	}
	return decodeQR({ width: side, height: side, data });
}
