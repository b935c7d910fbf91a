import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { isOneRecipient, mailOptions, type Sender } from './mail-options.ts';
import { type Delivery, HELD_BACK, type Mailer, NOT_ONE_RECIPIENT, type PreparedMail } from './mailer.ts';

/**
 * Writes each message as an .eml file, named after the message, into a folder instead of sending it. A file is whole or
 * not there, and one written again replaces itself; so a full disk takes no message, and it is tried again.
 */
export function createFolderMailer(folder: string, from: Sender): Mailer {
	const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
	return {
		send: async (mail, aboutToHandOver = () => true) => {
			if (!isOneRecipient(mail.to)) return NOT_ONE_RECIPIENT;
			const { message } = await composer.sendMail(mailOptions(mail, from));
			if (!Buffer.isBuffer(message)) throw new Error('the message was not composed in one piece');
			const name = fileNameOf(mail);
			return (await aboutToHandOver()) ? writeWhole(folder, name, message) : HELD_BACK;
		},
		close: () => composer.close(),
	};
}

function fileNameOf({ messageId }: PreparedMail): string {
	const [name = ''] = messageId.split('@');
	if (!/^[\w-]+$/.test(name)) throw new Error(`“${name}” cannot name a file`);
	return `${name}.eml`;
}

async function writeWhole(folder: string, name: string, bytes: Buffer): Promise<Delivery> {
	const unfinished = join(folder, `.${name}.unfinished`);
	try {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		await writeToDisk(unfinished, bytes);
		await rename(unfinished, join(folder, name));
		return { state: 'sent' };
	} catch (fault) {
		await rm(unfinished, { force: true }).catch(() => {});
		return { state: 'failed', retry: true, reason: `the mail folder cannot be written: ${codeOf(fault)}` };
	}
}

async function writeToDisk(path: string, bytes: Buffer): Promise<void> {
	const file = await open(path, 'w', 0o600);
	try {
		await file.writeFile(bytes);
		await file.sync();
	} finally {
		await file.close();
	}
}

function codeOf(fault: unknown): string {
	return (fault as NodeJS.ErrnoException).code ?? String(fault);
}
