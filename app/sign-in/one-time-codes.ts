import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import encodeQR from 'qr';
import type { Instant } from '#app/domain/shared/instant.ts';

/** The codes of a second factor: six figures that change every thirty seconds (RFC 6238), and recovery codes. */
export type OneTimeCodes = {
	/** A new secret for an authenticator app: 160 random bits in base 32. */
	newSecret(): string;
	/** The code of the step in which the moment lies, or of one so many steps later. */
	codeAt(secret: string, at: Instant, stepsLater?: number): string;
	/** The step of thirty seconds in which the moment lies. */
	stepAt(at: Instant): number;
	/** The step whose code this is, at most one before or after the moment’s own; null when it is the code of none. */
	stepOf(secret: string, code: string, at: Instant): number | null;
	/** What an authenticator app is given: the secret to type, the link to open, the picture to scan. */
	enrolment(secret: string, of: { issuer: string; account: string }): Enrolment;
	/** 80 random bits, in four groups of letters and figures that cannot be mistaken for one another. */
	newRecoveryCode(): string;
};

export type Enrolment = {
	/** The secret in groups of four. */
	readonly grouped: string;
	readonly link: string;
	/** The dark squares of a QR code as one SVG path, on a grid of `size` by `size`. */
	readonly qr: { readonly size: number; readonly path: string };
};

const STEP_SECONDS = 30;
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** The real thing; tests and the demonstration use it too. */
export function createOneTimeCodes(): OneTimeCodes {
	const stepAt = (at: Instant) => Math.floor(Date.parse(at) / 1000 / STEP_SECONDS);
	return {
		newSecret: () => new Secret({ size: 20 }).base32,
		stepAt,
		codeAt: (secret, at, stepsLater = 0) =>
			totpOf(secret).generate({ timestamp: Date.parse(at) + stepsLater * STEP_SECONDS * 1000 }),
		stepOf: (secret, code, at) => {
			const token = code.replace(/\s/g, '');
			const delta = /^\d{6}$/.test(token)
				? totpOf(secret).validate({ token, timestamp: Date.parse(at), window: 1 })
				: null;
			return delta === null ? null : stepAt(at) + delta;
		},
		enrolment: (secret, { issuer, account }) => {
			const link = totpOf(secret, { issuer, label: account }).toString();
			return { grouped: grouped(secret), link, qr: qrPath(link) };
		},
		newRecoveryCode: () =>
			grouped(Array.from(randomBytes(16), (byte) => LETTERS[byte % 32]).join('')).replaceAll(' ', '-'),
	};
}

function totpOf(secret: string, named: { issuer?: string; label?: string } = {}): TOTP {
	return new TOTP({ ...named, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: STEP_SECONDS });
}

const grouped = (text: string) => text.match(/.{1,4}/g)?.join(' ') ?? '';

/** One square a dark module, run by run, so that the page needs neither script nor style of its own. */
function qrPath(text: string): Enrolment['qr'] {
	const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
	const runs = rows.flatMap((row, y) =>
		row.flatMap((dark, x) => {
			if (!dark || row[x - 1]) return [];
			const end = row.indexOf(false, x);
			return [`M${x} ${y}h${(end === -1 ? row.length : end) - x}v1H${x}z`];
		}),
	);
	return { size: rows.length, path: runs.join('') };
}
