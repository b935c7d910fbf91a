import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** How the mail server behaves: where it refuses, with which code, or what it does after the data. */
export type Behaviour = {
	readonly refuseAt?: 'connect' | 'sender' | 'recipient' | 'data-end';
	readonly code?: number;
	/** And in which words, as they may repeat whom it is for. */
	readonly says?: string;
	/** Takes the whole message and then breaks the connection without an answer. */
	readonly dropAfterData?: boolean;
	/** Waits so long before it greets. */
	readonly greetAfterMs?: number;
	/** Waits so long after the data before it says that it has the message. */
	readonly answerAfterMs?: number;
};

export type Received = {
	/** The name by which the sending machine introduced itself: it stands in the message’s “Received” line. */
	readonly greeting: string;
	readonly from: string;
	readonly to: readonly string[];
	readonly mail: ParsedMail;
	/** As it came over the wire. */
	readonly raw: string;
};

export type MailServer = {
	readonly url: string;
	readonly port: number;
	/** Every message that the server has in full, in order. */
	readonly received: Received[];
	readonly connections: () => number;
	behave(behaviour: Behaviour): void;
	close(): Promise<void>;
};

/** How the mail server is set up: with TLS it has a certificate that it made out itself, which nobody trusts. */
type Setup = {
	readonly tls?: 'from the start' | 'when asked';
	/** Another address of this machine: to it the mailer must encrypt. */
	readonly host?: '127.0.0.1' | '127.0.0.2';
	/** Takes one word at a time, so that a fault can strike each. */
	readonly takesOneWordAtATime?: true;
	/** Whoever sends has to sign in, by this name and password. */
	readonly signIn?: { readonly user: string; readonly password: string };
};

/** A real mail server on a free port of this machine; without TLS and for everybody, unless it says so. */
export async function startMailServer(setup: Setup = {}): Promise<MailServer> {
	const { tls, signIn, host = '127.0.0.1' } = setup;
	let behaviour: Behaviour = {};
	let connections = 0;
	const received: Received[] = [];
	const sockets = new Set<Socket>();
	const refuseAt = (step: Behaviour['refuseAt']) =>
		behaviour.refuseAt === step
			? Object.assign(new Error(behaviour.says ?? 'not now'), { responseCode: behaviour.code ?? 451 })
			: null;

	const server = new SMTPServer({
		secure: tls === 'from the start',
		hidePIPELINING: setup.takesOneWordAtATime ?? false,
		hideSTARTTLS: tls !== 'when asked',
		disabledCommands: [...(tls === 'when asked' ? [] : ['STARTTLS']), ...(signIn ? [] : ['AUTH'])],
		allowInsecureAuth: true,
		onAuth: ({ username, password }, _session, done) => {
			const isRight = username === signIn?.user && password === signIn?.password;
			if (isRight) done(null, { user: username });
			else done(new Error('wrong name or password'));
		},
		logger: false,
		onConnect: (_session, done) => {
			connections += 1;
			const refusal = refuseAt('connect');
			setTimeout(() => done(refusal), behaviour.greetAfterMs ?? 0);
		},
		onMailFrom: (_address, _session, done) => done(refuseAt('sender')),
		onRcptTo: (_address, _session, done) => done(refuseAt('recipient')),
		onData: (stream, { envelope, hostNameAppearsAs }, done) => {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', async () => {
				const refusal = refuseAt('data-end');
				if (refusal) return done(refusal);
				const raw = Buffer.concat(chunks);
				const mail = await simpleParser(raw);
				received.push({
					greeting: hostNameAppearsAs,
					from: envelope.mailFrom ? envelope.mailFrom.address : '',
					to: envelope.rcptTo.map(({ address }) => address),
					mail,
					raw: raw.toString('utf8'),
				});
				if (behaviour.dropAfterData) for (const socket of sockets) socket.destroy();
				else setTimeout(() => done(), behaviour.answerAfterMs ?? 0);
			});
		},
	});
	server.on('error', () => {});
	server.server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, host, resolve));
	const { port } = server.server.address() as AddressInfo;
	return {
		url: `${tls === 'from the start' ? 'smtps' : 'smtp'}://${host}:${port}`,
		port,
		received,
		connections: () => connections,
		behave: (next) => {
			behaviour = next;
		},
		close: () => {
			for (const socket of sockets) socket.destroy();
			return new Promise((resolve) => server.close(() => resolve()));
		},
	};
}

/**
 * A port of this machine on which nothing listens, nor can begin to while the process runs: it is the near end of a
 * connection that stays.
 */
export async function unansweredPort(): Promise<number> {
	const server = createServer((far) => far.unref());
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const near = connect((server.address() as AddressInfo).port, '127.0.0.1').unref();
	await once(near, 'connect');
	server.close();
	return near.localPort!;
}
