import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { createMailer } from '#app/delivery/mail/create-mailer.ts';

function folderMailer() {
	const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-mail-'));
	const mailer = createMailer({
		smtpUrl: null,
		dataDir,
		mailFrom: { name: 'Team office', address: 'office@localhost' },
		dkim: null,
	});
	return { mailer, folder: join(dataDir, 'mail') };
}

const mail = { messageId: 'message1@localhost', to: 'alex@example.org', subject: 'Reminder', text: 'See you – then' };

test('without a mail server each message becomes a file named after it, for the owner’s eyes only', async () => {
	const { mailer, folder } = folderMailer();
	expect(await mailer.send(mail)).toEqual({ state: 'sent' });
	expect(readdirSync(folder)).toEqual(['message1.eml']);
	expect(statSync(join(folder, 'message1.eml')).mode & 0o077).toBe(0);
	const parsed = await simpleParser(readFileSync(join(folder, 'message1.eml')));
	expect(parsed).toMatchObject({ subject: 'Reminder', messageId: '<message1@localhost>' });
	expect(parsed.text?.trim()).toBe('See you – then');
});

test('a message written again replaces itself', async () => {
	const { mailer, folder } = folderMailer();
	await mailer.send(mail);
	await mailer.send({ ...mail, text: 'Second' });
	expect(readdirSync(folder)).toEqual(['message1.eml']);
	expect(readFileSync(join(folder, 'message1.eml'), 'utf8')).toContain('Second');
});

test('a message that is held back leaves no file', async () => {
	const { mailer, folder } = folderMailer();
	expect(await mailer.send(mail, () => false)).toMatchObject({ state: 'failed', retry: true });
	expect(() => readdirSync(folder)).toThrow('ENOENT');
});

test('a message cannot choose a file outside the folder', async () => {
	const { mailer } = folderMailer();
	await expect(mailer.send({ ...mail, messageId: '../../escaped@localhost' })).rejects.toThrow('cannot name a file');
});

test('a folder that cannot be written takes no message: it is tried again, and leaves nothing half done', async () => {
	const { mailer, folder } = folderMailer();
	writeFileSync(folder, 'a file stands where the folder should be');
	expect(await mailer.send(mail)).toMatchObject({ state: 'failed', retry: true });
	rmSync(folder);
	mkdirSync(join(folder, 'message1.eml', 'in the way'), { recursive: true });
	expect(await mailer.send(mail)).toMatchObject({ state: 'failed', retry: true });
	expect(readdirSync(folder)).toEqual(['message1.eml']);
	rmSync(join(folder, 'message1.eml'), { recursive: true });
	expect(await mailer.send(mail)).toEqual({ state: 'sent' });
});
