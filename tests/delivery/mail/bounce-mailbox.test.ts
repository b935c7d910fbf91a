import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BounceMailboxSettings, readBounceMailbox } from '#app/delivery/mail/bounce-mailbox.ts';
import { LARGEST_BOUNCE_BYTES } from '#app/delivery/mail/read-bounce.ts';
import { bouncedMail } from '#tests/support/bounced-mail.ts';
import { IMAP_SIGN_IN, type ImapServer, startImapServer } from '#tests/support/imap-server.ts';

let server: ImapServer;
beforeEach(async () => {
	server = await startImapServer('Bounces');
});
afterEach(() => server.close());

async function read(change: Partial<BounceMailboxSettings> = {}, take = (_id: string) => {}) {
	const taken: string[] = [];
	const settings = {
		host: '127.0.0.1',
		port: server.port,
		isSecure: false,
		folder: 'Bounces',
		...IMAP_SIGN_IN,
		...change,
	};
	const counts = await readBounceMailbox(settings, ({ messageId }) => {
		take(messageId);
		taken.push(messageId);
	});
	return { ...counts, taken };
}

function give(...raws: string[]): void {
	server.mails.push(...raws.map((raw) => ({ raw, isSeen: false })));
}
const bounce = (id: string) => bouncedMail({ messageId: `${id}@example.net`, recipient: 'alex@example.org' });
const seen = () => server.mails.map(({ isSeen }) => isSeen);

test('each report that nobody has read is taken once, the oldest first, and nothing is deleted', async () => {
	give(bounce('one'), 'Subject: Hello\r\n\r\nI am on holiday.', bounce('two'));
	expect(await read()).toEqual({ read: 3, reports: 2, taken: ['one@example.net', 'two@example.net'] });
	expect(seen()).toEqual([true, true, true]);
	expect(await read()).toEqual({ read: 0, reports: 0, taken: [] });
	expect(server.asked.filter((command) => /EXPUNGE|Deleted|MOVE/i.test(command))).toEqual([]);
});

test('what is too large is not fetched, and not looked at again', async () => {
	give(bounce('one').padEnd(LARGEST_BOUNCE_BYTES + 1, ' '), bounce('two'));
	expect(await read()).toMatchObject({ read: 2, taken: ['two@example.net'] });
	expect(server.asked.filter((command) => /^UID FETCH 1 .*BODY/.test(command))).toEqual([]);
	expect(seen()).toEqual([true, true]);
});

test('what could not be taken stays unread, and what comes after it, too', async () => {
	give(bounce('one'), bounce('two'), bounce('three'));
	const full = (id: string) => {
		if (id.startsWith('two')) throw new Error('the disk is full');
	};
	await expect(read({}, full)).rejects.toThrow('the disk is full');
	expect(seen()).toEqual([true, false, false]);
	expect((await read()).taken).toEqual(['two@example.net', 'three@example.net']);
});

test.each(['LOGIN', 'SELECT', 'UID SEARCH', 'UID FETCH 2', 'UID STORE 2'])(
	'a connection that breaks at %s loses nothing',
	async (command) => {
		give(bounce('one'), bounce('two'));
		server.breakAt(command);
		await expect(read()).rejects.toThrow();
		server.breakAt(null);
		await read();
		expect(seen()).toEqual([true, true]);
	},
);

test('a wrong password, a folder that is not there and a server that is not there are told', async () => {
	await expect(read({ password: 'wrong' })).rejects.toThrow();
	await expect(read({ folder: 'Elsewhere' })).rejects.toThrow();
	await expect(read({ port: 1 })).rejects.toThrow();
});

test('no password is sent to another machine that does not speak TLS', async () => {
	give(bounce('one'));
	await expect(read({ host: '127.0.0.2' })).rejects.toThrow();
	expect(server.asked.filter((command) => command.startsWith('LOGIN'))).toEqual([]);
	expect(seen()).toEqual([false]);
});
