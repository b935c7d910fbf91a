import { join } from 'node:path';
import { createFolderMailer } from './folder-mailer.ts';
import type { Mailer } from './mailer.ts';
import { createSmtpMailer } from './smtp-mailer.ts';

type MailConfig = {
	readonly smtpUrl: string | null;
	readonly mailFrom: { readonly name: string; readonly address: string };
	readonly dataDir: string;
};

/** What sends mail: the mail server that is set up, or the folder `mail` among the data while there is none. */
export function createMailer({ smtpUrl, mailFrom, dataDir }: MailConfig): Mailer {
	return smtpUrl === null ? createFolderMailer(join(dataDir, 'mail'), mailFrom) : createSmtpMailer(smtpUrl, mailFrom);
}
