import { type AddressInfo, createServer, type Socket } from 'node:net';

export type ImapServer = {
	readonly port: number;
	/** The mails of the folder, the oldest first. */
	readonly mails: { readonly raw: string; isSeen: boolean }[];
	/** Each command that came, without its tag and without a password. */
	readonly asked: string[];
	/** Breaks the connection at a command that begins so. */
	breakAt(command: string | null): void;
	close(): Promise<void>;
};

export const IMAP_SIGN_IN = { user: 'office', password: 'a long password' };

/** As much of a mail server that is read by IMAP (RFC 3501) as reading one folder asks for, on a free port of this machine. */
export async function startImapServer(folder = 'INBOX'): Promise<ImapServer> {
	const mails: ImapServer['mails'] = [];
	const asked: string[] = [];
	let breaksAt: string | null = null;
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('error', () => {});
		socket.write('* OK ready\r\n');
		let rest = '';
		socket.on('data', (chunk) => {
			rest += chunk.toString('latin1');
			for (let end = rest.indexOf('\r\n'); end !== -1; end = rest.indexOf('\r\n')) {
				const [tag = '', ...words] = rest.slice(0, end).split(' ');
				rest = rest.slice(end + 2);
				const command = words.join(' ');
				asked.push(command.replace(IMAP_SIGN_IN.password, '…'));
				if (breaksAt && command.startsWith(breaksAt)) socket.destroy();
				else socket.write(Buffer.concat([...answer(command), Buffer.from(`${tag} ${resultOf(command)}\r\n`)]));
			}
		});
	});

	const line = (text: string) => Buffer.from(`* ${text}\r\n`);
	const resultOf = (command: string) => {
		if (command.startsWith('LOGIN')) {
			const isRight = command === `LOGIN "${IMAP_SIGN_IN.user}" "${IMAP_SIGN_IN.password}"`;
			return isRight || command === `LOGIN ${IMAP_SIGN_IN.user} "${IMAP_SIGN_IN.password}"` ? 'OK done' : 'NO wrong';
		}
		if (command.startsWith('SELECT') && !command.includes(folder)) return 'NO no such folder';
		return command.startsWith('SELECT') ? 'OK [READ-WRITE] done' : 'OK done';
	};
	const answer = (command: string): Buffer[] => {
		const [, uid = ''] = /^UID (?:FETCH|STORE) (\d+)/.exec(command) ?? [];
		const mail = mails[Number(uid) - 1];
		if (command === 'CAPABILITY') return [line('CAPABILITY IMAP4rev1')];
		if (command === 'LIST "" ""') return [line('LIST (\\Noselect) "/" ""')];
		if (command.startsWith('LIST')) return [line(`LIST () "/" "${folder}"`)];
		if (command.startsWith('SELECT'))
			return [
				line('FLAGS (\\Seen)'),
				line(`${mails.length} EXISTS`),
				line('OK [UIDVALIDITY 1]'),
				line(`OK [UIDNEXT ${mails.length + 1}]`),
			];
		if (command.startsWith('UID SEARCH'))
			return [line(`SEARCH ${mails.flatMap(({ isSeen }, index) => (isSeen ? [] : [index + 1])).join(' ')}`.trimEnd())];
		if (!mail) return command === 'LOGOUT' ? [line('BYE')] : [];
		const raw = Buffer.from(mail.raw);
		if (command.startsWith('UID STORE')) mail.isSeen = true;
		if (command.includes('RFC822.SIZE')) return [line(`${uid} FETCH (UID ${uid} RFC822.SIZE ${raw.length})`)];
		if (command.includes('BODY.PEEK'))
			return [Buffer.from(`* ${uid} FETCH (UID ${uid} BODY[]<0> {${raw.length}}\r\n`), raw, Buffer.from(')\r\n')];
		return [];
	};
	await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		mails,
		asked,
		breakAt: (command) => {
			breaksAt = command;
		},
		close: () => {
			for (const socket of sockets) socket.destroy();
			return new Promise((resolve) => server.close(() => resolve()));
		},
	};
}
