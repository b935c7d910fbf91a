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
	[{ MAIL_FROM: 'office@example.org' }, 'MAIL_FROM must be a neutral name and an address'],
	[{ MAIL_FROM: 'Office <a@example.org>, Other <b@example.org>' }, 'MAIL_FROM must be'],
	[{ MAIL_FROM: 'Domestic abuse team <office@example.org>' }, 'MAIL_FROM must be neutral'],
	[{ MAIL_FROM: 'Team office <office@stopdomesticabuse.example.org>' }, 'leave out “domestic”, “abus”'],
	[{ MAIL_FROM: 'Team office <caringdads@example.org>' }, 'leave out “dads”'],
	[{ PLUMBLINE_NOW: '2026-11-23T18:00:00Z' }, 'PLUMBLINE_NOW stops the clock'],
	[{ ORG_NAME: 'x'.repeat(61) }, 'ORG_NAME must be 60 characters or fewer'],
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
