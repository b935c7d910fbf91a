import { join } from 'node:path';
import { type DkimSettings, readDkimKey } from './dkim.ts';
import { createFolderMailer } from './folder-mailer.ts';
import type { Mailer } from './mailer.ts';
import { createSmtpMailer } from './smtp-mailer.ts';

type MailConfig = {
	readonly smtpUrl: string | null;
	readonly mailFrom: { readonly name: string; readonly address: string };
	readonly dataDir: string;
	readonly dkim: DkimSettings | null;
};

/**
 * What sends mail: the mail server that is set up, or the folder `mail` among the data while there is none. Throws
 * `DkimKeyFault` when messages are to be signed and the key cannot be used.
 */
export function createMailer({ smtpUrl, mailFrom, dataDir, dkim }: MailConfig): Mailer {
	if (smtpUrl === null) return createFolderMailer(join(dataDir, 'mail'), mailFrom);
	return createSmtpMailer(smtpUrl, mailFrom, dkim && readDkimKey(dkim, mailFrom.address));
}
