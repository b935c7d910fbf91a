import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMailer } from '#app/delivery/mail/create-mailer.ts';
import { type DkimKeyFault, readDkimKey } from '#app/delivery/mail/dkim.ts';
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts';

const FROM = { name: 'Team office', address: 'office@example.net' };
const mail = {
	messageId: 'message1@example.net',
	to: 'alex@example.org',
	subject: 'Reminder: Tuesday',
	text: 'Hello,\n\nsee you  – at 6:30pm \n\n',
};

let folder: string;
let publicKey: string;
let server: MailServer;
const inFolder = (name: string) => join(folder, name);

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'plumbline-dkim-'));
	const pem = { privateKeyEncoding: { type: 'pkcs8' as const, format: 'pem' as const } };
	const publicKeyEncoding = { type: 'spki' as const, format: 'pem' as const };
	const rsa = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding, ...pem });
	writeFileSync(inFolder('rsa.pem'), rsa.privateKey);
	publicKey = rsa.publicKey;
	writeFileSync(inFolder('public.pem'), publicKey);
	const short = generateKeyPairSync('rsa', { modulusLength: 512, publicKeyEncoding, ...pem });
	writeFileSync(inFolder('short.pem'), short.privateKey);
	writeFileSync(inFolder('curve.pem'), generateKeyPairSync('ed25519', { publicKeyEncoding, ...pem }).privateKey);
	writeFileSync(inFolder('text.pem'), 'no key at all');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
	server = await startMailServer();
});
afterEach(() => server.close());

test('a message is signed for the domain of its sender, and the signature holds for its text and its headers', async () => {
	const raw = await sent({ selector: 'plumbline1', keyFile: inFolder('rsa.pem') });
	const { tags, bodyHash, signed } = readSignature(raw);
	expect(tags).toMatchObject({
		d: 'example.net',
		s: 'plumbline1',
		a: 'rsa-sha256',
		c: 'relaxed/relaxed',
		bh: bodyHash,
	});
	expect(tags.h!.toLowerCase().split(':')).toEqual(
		expect.arrayContaining(['from', 'to', 'subject', 'message-id', 'date']),
	);
	expect(holds(signed, tags.b!)).toBe(true);
	// The same check refuses what was changed on the way.
	expect(readSignature(raw.replace('6:30pm', '7:30pm')).bodyHash).not.toBe(tags.bh);
	expect(holds(readSignature(raw.replace('Reminder: Tuesday', 'Reminder: Monday')).signed, tags.b!)).toBe(false);
});

test('without the setting nothing is signed', async () => {
	expect(await sent(null)).not.toMatch(/^dkim-signature:/im);
});

test.each([
	['nowhere.pem', 'which cannot be read (ENOENT)'],
	['short.pem', 'which holds no private RSA key of 1,024 bits or more'],
	['curve.pem', 'which holds no private RSA key of 1,024 bits or more'],
	['public.pem', 'which holds no private RSA key of 1,024 bits or more'],
	['text.pem', 'which holds no private RSA key of 1,024 bits or more'],
])('the key in %s is refused in a sentence that names the file and shows none of it', (name, why) => {
	const keyFile = inFolder(name);
	expect(() => readDkimKey({ selector: 'plumbline1', keyFile }, FROM.address)).toThrow(
		expect.objectContaining<Partial<DkimKeyFault>>({ message: `DKIM_KEY_FILE names ${keyFile}, ${why}.` }),
	);
});

async function sent(dkim: Parameters<typeof createMailer>[0]['dkim']): Promise<string> {
	const mailer = createMailer({ smtpUrl: server.url, mailFrom: FROM, dataDir: folder, dkim });
	try {
		expect(await mailer.send(mail)).toEqual({ state: 'sent' });
	} finally {
		mailer.close();
	}
	return server.received.at(-1)!.raw;
}

/** Reads a message as RFC 6376 has its receiver read it, both parts relaxed. */
function readSignature(raw: string) {
	const at = raw.indexOf('\r\n\r\n');
	const headers = raw
		.slice(0, at)
		.replace(/\r\n(?=[ \t])/g, '')
		.split('\r\n')
		.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)] as const);
	const own = headers.find(([name]) => name.toLowerCase() === 'dkim-signature')!;
	const tags = Object.fromEntries(
		own[1]
			.split(';')
			.map((tag) => [tag.slice(0, tag.indexOf('=')).trim(), tag.slice(tag.indexOf('=') + 1).replace(/\s/g, '')]),
	);
	const left = headers.toReversed();
	const chosen = tags.h!.split(':').flatMap((name) => {
		const found = left.findIndex(([one]) => one.toLowerCase() === name.toLowerCase());
		return found < 0 ? [] : left.splice(found, 1);
	});
	const relaxed = ([name, value]: readonly [string, string]) =>
		`${name.toLowerCase()}:${value.replace(/\s+/g, ' ').trim()}`;
	const unsigned = relaxed([own[0], own[1].replace(/(\bb=)[^;]*$|(\bb=)[^;]*(?=;)/, '$1$2')]);
	const body = raw
		.slice(at + 4)
		.replace(/[ \t]+(?=\r\n)/g, '')
		.replace(/[ \t]+/g, ' ')
		.replace(/(\r\n)*$/, '\r\n');
	return {
		tags,
		bodyHash: createHash('sha256').update(body).digest('base64'),
		signed: [...chosen.map(relaxed), unsigned].join('\r\n'),
	};
}

function holds(signed: string, signature: string): boolean {
	return verify('sha256', Buffer.from(signed), publicKey, Buffer.from(signature, 'base64'));
}
