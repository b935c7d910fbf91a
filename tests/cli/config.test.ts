import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type ConfigFaults, listeningOn, type Mode, readConfig } from '#app/config.ts';
import { createContext } from '#app/context.ts';

function faultsOf(env: Record<string, string>, mode: Mode = 'production'): readonly string[] {
	try {
		readConfig(env, mode);
		return [];
	} catch (fault) {
		return (fault as ConfigFaults).faults;
	}
}

const SMTP = { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'Team office <office@example.org>' };
const OIDC = { OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret' };

test('single sign-on is there once its three settings are, and a second factor of the provider counts only when said so', () => {
	expect(readConfig({}, 'production').singleSignOn).toBeNull();
	const named = readConfig({ ...OIDC, OIDC_LABEL: 'your council account' }, 'production').singleSignOn;
	expect(named).toMatchObject({
		issuer: 'https://login.example.org',
		label: 'your council account',
		mfaTrusted: false,
	});
	expect(readConfig({ ...OIDC, OIDC_MFA: 'trusted' }, 'production').singleSignOn?.mfaTrusted).toBe(true);
});

test('a sign-in lasts four idle hours, one for those who see most, and twelve in any case, unless a setting says otherwise', () => {
	const usual = { idleMinutes: 240, strictIdleMinutes: 60, longestMinutes: 720 };
	expect(readConfig({}, 'production').signInLimits).toEqual(usual);
	const short = { idleMinutes: 30, strictIdleMinutes: 30, longestMinutes: 30 };
	expect(readConfig({ SIGN_IN_LONGEST_MINUTES: '30' }, 'production').signInLimits).toEqual(short);
});

test('messages are signed once both settings are there, and the key is looked for where the process was started', () => {
	expect(readConfig(SMTP, 'production').dkim).toBeNull();
	const signed = { ...SMTP, DKIM_SELECTOR: 'plumbline1', DKIM_KEY_FILE: 'keys/dkim.pem' };
	expect(readConfig(signed, 'production').dkim).toEqual({ selector: 'plumbline1', keyFile: resolve('keys/dkim.pem') });
	expect(() => createContext(readConfig({ ...signed, DATA_DIR: '/dev/null/none' }, 'production'))).toThrow(
		`DKIM_KEY_FILE names ${resolve('keys/dkim.pem')}, which cannot be read (ENOENT).`,
	);
});

test('a sender whose name makes a text take two is refused where texts are sent, and nowhere else', () => {
	const env = { ...SMTP, DATA_DIR: '/dev/null/none' };
	const texting = { ...env, TEXT_GATEWAY: '{number}@sms.example.org' };
	const from = (name: string) => ({ MAIL_FROM: `${name} <office@example.org>` });
	const start = (settings: Record<string, string>) => () => createContext(readConfig(settings, 'production'));
	expect(start({ ...texting, ...from(`Team ${'x'.repeat(60)}`) })).toThrow('MAIL_FROM ends every text: with “Team xxx');
	expect(start({ ...texting, ...from('Y Tîm Dŵr') })).toThrow('it takes two (');
	expect(start({ ...env, ...from('Y Tîm Dŵr') })).toThrow('ENOTDIR');
	expect(start(texting)).toThrow('ENOTDIR');
});

test('a mailbox of what came back is an address with a user, a password and a folder', () => {
	const read = (url: string) => readConfig({ BOUNCE_IMAP_URL: url }, 'production').bounceMailbox;
	expect(read('imaps://office%40example.org:a%2Fb@mail.example.org/Post/Came%20back')).toEqual({
		...{ host: 'mail.example.org', port: 993, isSecure: true },
		...{ user: 'office@example.org', password: 'a/b', folder: 'Post/Came back' },
	});
	expect(read('imap://u:p@localhost:1143')).toMatchObject({ port: 1143, isSecure: false, folder: 'INBOX' });
	expect(readConfig({}, 'production')).toMatchObject({ bounceMailbox: null, bounceToken: null });
});

test('without any setting it listens on this machine alone and keeps its messages', () => {
	expect(readConfig({}, 'production')).toMatchObject({
		port: 3000,
		host: '127.0.0.1',
		publicUrl: 'http://localhost:3000',
		smtpUrl: null,
		fixedNow: null,
	});
});

test.each([
	[{ PORT: 'three' }, 'PORT must be a number'],
	[{ PORT: '70000' }, 'PORT must be a number'],
	[{ PUBLIC_URL: 'plumbline.example.org' }, 'PUBLIC_URL must be an address'],
	[{ PUBLIC_URL: 'https://example.org/app' }, 'without a path'],
	[{ PUBLIC_URL: 'http://plumbline.example.org' }, 'must begin with https://'],
	[{ PUBLIC_URL: 'http://localhost:3000', HOST: '0.0.0.0' }, 'must begin with https://'],
	[{ SMTP_URL: 'mail.example.org' }, 'SMTP_URL must be an address'],
	[{ SMTP_URL: 'smtp://mail.example.org' }, 'Set MAIL_FROM as well'],
	[{ OFFICE_PHONE: 'ring the domestic abuse team' }, 'OFFICE_PHONE must be a telephone number'],
	[{ OFFICE_PHONE: '0163' }, 'OFFICE_PHONE must be a telephone number'],
	[{ MAIL_FROM: 'office@example.org' }, 'MAIL_FROM must be a neutral name and an address'],
	[{ MAIL_FROM: 'Office <a@example.org>, Other <b@example.org>' }, 'MAIL_FROM must be'],
	[{ MAIL_FROM: 'Domestic abuse team <office@example.org>' }, 'MAIL_FROM must be neutral'],
	[{ MAIL_FROM: 'Team office <office@stopdomesticabuse.example.org>' }, 'leave out “domestic”, “abus”'],
	[{ MAIL_FROM: 'Team office <caringdads@example.org>' }, 'leave out “dads”'],
	[{ ...SMTP, DKIM_SELECTOR: 'one' }, 'Set DKIM_SELECTOR and DKIM_KEY_FILE together'],
	[{ ...SMTP, DKIM_KEY_FILE: 'key.pem' }, 'Set DKIM_SELECTOR and DKIM_KEY_FILE together'],
	[{ DKIM_SELECTOR: 'one', DKIM_KEY_FILE: 'key.pem' }, 'and with SMTP_URL'],
	[{ ...SMTP, DKIM_SELECTOR: 'one two', DKIM_KEY_FILE: 'key.pem' }, 'DKIM_SELECTOR must be the selector’s name'],
	[{ BOUNCE_TOKEN: 'short' }, 'BOUNCE_TOKEN must be 32 to 200 letters'],
	[{ BOUNCE_IMAP_URL: 'https://u:p@mail.example.org' }, 'BOUNCE_IMAP_URL must be an address such as imaps://'],
	[{ BOUNCE_IMAP_URL: 'imaps://mail.example.org/Bounces' }, 'BOUNCE_IMAP_URL must be an address such as imaps://'],
	[{ PLUMBLINE_NOW: '2026-11-23T18:00:00Z' }, 'PLUMBLINE_NOW stops the clock'],
	[{ ORG_NAME: 'x'.repeat(61) }, 'ORG_NAME must be 60 characters or fewer'],
	[{ SIGN_IN_IDLE_MINUTES: '2' }, 'SIGN_IN_IDLE_MINUTES must be a number from 5 to 720'],
	[{ SIGN_IN_STRICT_IDLE_MINUTES: 'an hour' }, 'SIGN_IN_STRICT_IDLE_MINUTES must be a number'],
	[{ SIGN_IN_LONGEST_MINUTES: '100000' }, 'SIGN_IN_LONGEST_MINUTES must be a number from 30 to 1440'],
	[{ SIGN_IN_LONGEST_MINUTES: '60', SIGN_IN_IDLE_MINUTES: '90' }, 'SIGN_IN_IDLE_MINUTES must be a number from 5 to 60'],
	[{ TRUST_PROXY: 'true' }, 'TRUST_PROXY must be a number from 0 to 10'],
	[{ OIDC_ISSUER: 'https://login.example.org' }, 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together'],
	[{ ...OIDC, OIDC_ISSUER: 'http://login.example.org' }, 'OIDC_ISSUER must be an address that begins with https://'],
	[{ ...OIDC, OIDC_MFA: 'yes' }, 'OIDC_MFA must be “trusted” or left out'],
	[{ ...OIDC, OIDC_LABEL: 'x'.repeat(41) }, 'OIDC_LABEL must be 40 characters or fewer'],
])('%j stops the start with a sentence', (env, sentence) => {
	expect(faultsOf(env).join('\n')).toContain(sentence);
});

test('a sender who bears the name of a programme stops the start before anything is opened', () => {
	const config = readConfig({ DATA_DIR: '/dev/null/nowhere' }, 'test');
	const sender = { name: 'The Inspiring families team', address: 'office@example.org' };
	expect(() => createContext({ ...config, mailFrom: sender })).toThrow('leave out “Inspiring Families”');
});

test('a port that the machine chooses is part of the address once it is known, and no other address changes', () => {
	const addressOn = (env: Record<string, string>) => listeningOn(readConfig(env, 'production'), 41_234).publicUrl;
	expect(addressOn({ PORT: '0' })).toBe('http://localhost:41234');
	expect(addressOn({ PORT: '0', PUBLIC_URL: 'http://127.0.0.1:0' })).toBe('http://127.0.0.1:41234');
	expect(addressOn({ PORT: '0', PUBLIC_URL: 'https://plumbline.example.org' })).toBe('https://plumbline.example.org');
	expect(addressOn({ PORT: '41234', PUBLIC_URL: 'http://localhost:8080' })).toBe('http://localhost:8080');
});

test('every bad setting is named at once', () => {
	expect(faultsOf({ PORT: 'x', SMTP_URL: 'y', PUBLIC_URL: 'z' })).toHaveLength(4);
});

test('the demonstration may stop its clock, at a moment that exists', () => {
	expect(readConfig({ PLUMBLINE_NOW: '2026-11-23T18:00:00Z' }, 'demo').fixedNow).toBe('2026-11-23T18:00:00Z');
	expect(faultsOf({ PLUMBLINE_NOW: 'noon' }, 'demo')).toEqual([
		'PLUMBLINE_NOW must be a moment such as 2026-11-23T18:00:00Z, not “noon”.',
	]);
});

test('the demonstration keeps its data apart from real data', () => {
	expect(readConfig({}, 'demo').dataDir).not.toBe(readConfig({}, 'production').dataDir);
});
