import { resolve } from 'node:path';
import { readHookToken } from './delivery/hook-token.ts';
import type { BounceMailboxSettings } from './delivery/mail/bounce-mailbox.ts';
import type { DkimSettings } from './delivery/mail/dkim.ts';
import { readTextSettings, type TextSettings } from './delivery/texts/text-settings.ts';
import { NUMBERS_ALLOWED, type NumbersAllowed, toE164 } from './domain/people/contact-address.ts';
import { tellingPartsOf, tellingWordsIn } from './domain/reminders/wording/telling-words.ts';
import { USUAL_BUFFER_MINUTES } from './domain/scheduling/clashing/kept-apart.ts';
import { type Instant, parseInstant } from './domain/shared/instant.ts';
import type { SignInLimits } from './domain/sign-in/sign-in-limits.ts';
import type { SingleSignOnSettings } from './sign-in/single-sign-on.ts';

/** How the process was started: on real data, with the demonstration story, or inside the tests. */
export type Mode = 'production' | 'demo' | 'test';

export type Config = {
	readonly mode: Mode;
	readonly port: number;
	readonly host: string;
	readonly dataDir: string;
	/** Where people reach the app, without a slash at the end. */
	readonly publicUrl: string;
	/** Null: messages are written into `dataDir`/mail instead of being sent. */
	readonly smtpUrl: string | null;
	readonly mailFrom: { readonly name: string; readonly address: string };
	/** Where people who get a message may ring, as it is written there; null: messages name no number. */
	readonly officePhone: string | null;
	/** Signs what leaves by SMTP; null: nothing is signed here, as where the mail server does it. */
	readonly dkim: DkimSettings | null;
	/** So many messages to participants leave within a minute at the most, by however many processes. */
	readonly messagesPerMinute: number;
	/** How texts leave; null: nothing sends them, and people are rung. */
	readonly texts: TextSettings | null;
	/** What a mail server brings along that reports what came back; null: nobody may report by that address. */
	readonly bounceToken: string | null;
	/** From which folder of a mailbox what came back is read; null: from none. */
	readonly bounceMailbox: BounceMailboxSettings | null;
	readonly orgName: string;
	/** How many minutes the two sides of a family stay apart at one place. */
	readonly familyBufferMinutes: number;
	/** Which telephone numbers may be kept as a safe contact. */
	readonly numbersAllowed: NumbersAllowed;
	readonly signInLimits: SignInLimits;
	/** How many proxies stand before the app and write the visitor’s address into X-Forwarded-For. */
	readonly trustProxy: number;
	/** The organisation’s own sign-in by OpenID Connect; null when there is none. */
	readonly singleSignOn: SingleSignOnSettings | null;
	/** A clock that stands still; demonstration and tests only. */
	readonly fixedNow: Instant | null;
};

/** Every setting that cannot be used, each a sentence; the process stops with them before it opens anything. */
export class ConfigFaults extends Error {
	readonly faults: readonly string[];
	constructor(faults: readonly string[]) {
		super(faults.join('\n'));
		this.faults = faults;
	}
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/** Reads all settings at once (see .env.example). Throws `ConfigFaults` with a sentence for each bad one. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, mode: Mode): Config {
	const faults: string[] = [];
	const set: Set = (name) => env[name]?.trim() || null;
	const port = readPort(set('PORT'), faults);
	const host = set('HOST') ?? '127.0.0.1';
	const publicUrl = readPublicUrl(set('PUBLIC_URL') ?? `http://localhost:${port}`, host, faults);
	const smtpUrl = readSmtpUrl(set('SMTP_URL'), faults);
	const mailFrom = readMailFrom(set('MAIL_FROM'), smtpUrl !== null, faults);
	const officePhone = readOfficePhone(set('OFFICE_PHONE'), faults);
	const dkim = readDkim(set, smtpUrl !== null, faults);
	const texts = readTextSettings(set, smtpUrl !== null, faults);
	const perMinute = { least: 1, most: 6000, usual: 600 };
	const messagesPerMinute = readNumber('MESSAGES_PER_MINUTE', set('MESSAGES_PER_MINUTE'), perMinute, faults);
	const bounceMailbox = readBounceMailbox(set('BOUNCE_IMAP_URL'), faults);
	const bounceToken = readHookToken('BOUNCE_TOKEN', set('BOUNCE_TOKEN'), faults);
	const fixedNow = readFixedNow(set('PLUMBLINE_NOW'), mode, faults);
	const orgName = set('ORG_NAME') ?? 'Plumbline';
	if (orgName.length > 60) faults.push('ORG_NAME must be 60 characters or fewer.');
	const signInLimits = readSignInLimits(set, faults);
	const trustProxy = readNumber('TRUST_PROXY', set('TRUST_PROXY'), { least: 0, most: 10, usual: 0 }, faults);
	const buffer = { least: 30, most: 600, usual: USUAL_BUFFER_MINUTES };
	const familyBufferMinutes = readNumber('FAMILY_BUFFER_MINUTES', set('FAMILY_BUFFER_MINUTES'), buffer, faults);
	const numbersAllowed = readNumbersAllowed(set('PHONE_NUMBERS'), faults);
	const singleSignOn = readSingleSignOn(set, faults);
	if (faults.length > 0) throw new ConfigFaults(faults);
	const dataDir = resolve(set('DATA_DIR') ?? (mode === 'demo' ? 'data/demo' : 'data'));
	const web = { port, host, publicUrl, trustProxy };
	const bounces = { bounceToken, bounceMailbox };
	const rules = { signInLimits, familyBufferMinutes, numbersAllowed };
	const sending = { smtpUrl, mailFrom, officePhone, dkim, messagesPerMinute, texts, ...bounces };
	return { mode, dataDir, ...web, ...sending, orgName, ...rules, singleSignOn, fixedNow };
}

type Set = (name: string) => string | null;
type Range = { readonly least: number; readonly most: number; readonly usual: number };

function readNumber(name: string, text: string | null, { least, most, usual }: Range, faults: string[]): number {
	if (text === null) return usual;
	const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
	if (number >= least && number <= most) return number;
	faults.push(`${name} must be a number from ${least} to ${most}, not “${text}”.`);
	return usual;
}

function readNumbersAllowed(text: string | null, faults: string[]): NumbersAllowed {
	const allowed = NUMBERS_ALLOWED.find((one) => one === (text ?? 'uk'));
	if (!allowed) faults.push(`PHONE_NUMBERS must be “uk” or “any”, not “${text}”.`);
	return allowed ?? 'uk';
}

/** An idle limit longer than the longest sign-in would mean nothing, so it is refused. */
function readSignInLimits(set: Set, faults: string[]): SignInLimits {
	const longest = { least: 30, most: 1440, usual: 720 };
	const longestMinutes = readNumber('SIGN_IN_LONGEST_MINUTES', set('SIGN_IN_LONGEST_MINUTES'), longest, faults);
	const idle = (usual: number) => ({ least: 5, most: longestMinutes, usual: Math.min(usual, longestMinutes) });
	return {
		longestMinutes,
		idleMinutes: readNumber('SIGN_IN_IDLE_MINUTES', set('SIGN_IN_IDLE_MINUTES'), idle(240), faults),
		strictIdleMinutes: readNumber('SIGN_IN_STRICT_IDLE_MINUTES', set('SIGN_IN_STRICT_IDLE_MINUTES'), idle(60), faults),
	};
}

function readSingleSignOn(set: Set, faults: string[]): SingleSignOnSettings | null {
	const [issuer, clientId, clientSecret] = [set('OIDC_ISSUER'), set('OIDC_CLIENT_ID'), set('OIDC_CLIENT_SECRET')];
	const [label, mfa] = [set('OIDC_LABEL') ?? 'your work account', set('OIDC_MFA')];
	if (!issuer && !clientId && !clientSecret) return null;
	if (!issuer || !clientId || !clientSecret) {
		faults.push('Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together, or none of them.');
		return null;
	}
	const url = URL.parse(issuer);
	const isLocal = url?.protocol === 'http:' && LOOPBACK.includes(url.hostname.replace(/^\[|\]$/g, ''));
	if (url?.protocol !== 'https:' && !isLocal) {
		faults.push(`OIDC_ISSUER must be an address that begins with https://, not “${issuer}”.`);
	}
	if (label.length > 40) faults.push('OIDC_LABEL must be 40 characters or fewer.');
	if (mfa !== null && mfa !== 'trusted') faults.push(`OIDC_MFA must be “trusted” or left out, not “${mfa}”.`);
	return { issuer, clientId, clientSecret, label, mfaTrusted: mfa === 'trusted' };
}

/** The settings once the server listens: an address that left its port to the machine (port 0) has the one it was given. */
export function listeningOn(config: Config, port: number): Config {
	const url = new URL(config.publicUrl);
	if (url.port !== '0') return { ...config, port };
	url.port = String(port);
	return { ...config, port, publicUrl: url.origin };
}

function readPort(text: string | null, faults: string[]): number {
	if (text === null) return 3000;
	const port = Number(text);
	if (!/^\d+$/.test(text) || port > 65535)
		faults.push(`PORT must be a number from 0 (any that is free) to 65535, not “${text}”.`);
	return port;
}

function readPublicUrl(text: string, host: string, faults: string[]): string {
	const url = URL.parse(text);
	if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
		faults.push(`PUBLIC_URL must be an address such as https://plumbline.example.org, without a path, not “${text}”.`);
		return text;
	}
	const isLocal = LOOPBACK.includes(host) && LOOPBACK.includes(url.hostname.replace(/^\[|\]$/g, ''));
	if (url.protocol === 'http:' && !isLocal) {
		faults.push(
			'PUBLIC_URL must begin with https:// unless both it and HOST are this machine itself (127.0.0.1 or localhost): sign-ins would cross the network unprotected.',
		);
	}
	return url.origin;
}

function readSmtpUrl(text: string | null, faults: string[]): string | null {
	if (text === null) return null;
	const url = URL.parse(text);
	if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || !url.hostname) {
		faults.push('SMTP_URL must be an address such as smtp://user:password@mail.example.org:587.');
	}
	return text;
}

function readMailFrom(text: string | null, required: boolean, faults: string[]): Config['mailFrom'] {
	if (text === null) {
		if (required)
			faults.push(
				'Set MAIL_FROM as well as SMTP_URL: a neutral name and address, such as “Team office <office@example.org>”.',
			);
		return { name: 'Team office', address: 'office@localhost' };
	}
	const [, name = '', address = ''] = /^([^<>"\r\n]*)<([^<>\s@,;]+@[^<>\s@,;]+)>$/.exec(text) ?? [];
	const telling = [...tellingWordsIn(name), ...tellingPartsOf(address)];
	if (telling.length > 0) {
		faults.push(`MAIL_FROM must be neutral, because it shows on a lock screen: leave out “${telling.join('”, “')}”.`);
	}
	if (!name.trim())
		faults.push('MAIL_FROM must be a neutral name and an address, such as “Team office <office@example.org>”.');
	return { name: name.trim(), address };
}

function readOfficePhone(text: string | null, faults: string[]): string | null {
	if (text !== null && (!/^[+\d][\d ]{8,18}$/.test(text) || toE164(text) === null))
		faults.push(`OFFICE_PHONE must be a telephone number such as 01632 960001, not “${text}”.`);
	return text;
}

function readDkim(set: Set, sends: boolean, faults: string[]): DkimSettings | null {
	const [selector, keyFile] = [set('DKIM_SELECTOR'), set('DKIM_KEY_FILE')];
	if (!selector && !keyFile) return null;
	if (!selector || !keyFile || !sends) {
		faults.push('Set DKIM_SELECTOR and DKIM_KEY_FILE together, and with SMTP_URL, or neither of them.');
		return null;
	}
	if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(selector))
		faults.push(
			`DKIM_SELECTOR must be the selector’s name in the domain’s DNS, such as “plumbline1”, not “${selector}”.`,
		);
	return { selector, keyFile: resolve(keyFile) };
}

function readBounceMailbox(text: string | null, faults: string[]): BounceMailboxSettings | null {
	if (text === null) return null;
	const url = URL.parse(text);
	const isSecure = url?.protocol === 'imaps:';
	if (!url || !(isSecure || url.protocol === 'imap:') || !url.hostname || !url.username || !url.password) {
		faults.push('BOUNCE_IMAP_URL must be an address such as imaps://user:password@mail.example.org/Bounces.');
		return null;
	}
	const decoded = [url.username, url.password, url.pathname.slice(1) || 'INBOX'].map(decodeURIComponent);
	const [user, password, folder] = decoded as [string, string, string];
	const host = url.hostname.replace(/^\[|\]$/g, '');
	return { host, port: Number(url.port) || (isSecure ? 993 : 143), isSecure, user, password, folder };
}

function readFixedNow(text: string | null, mode: Mode, faults: string[]): Instant | null {
	if (text === null) return null;
	if (mode === 'production')
		faults.push('PLUMBLINE_NOW stops the clock: it is for the demonstration and the tests only. Remove it.');
	const at = parseInstant(text);
	if (at === null) faults.push(`PLUMBLINE_NOW must be a moment such as 2026-11-23T18:00:00Z, not “${text}”.`);
	return at;
}
