import { createTransport } from 'nodemailer';
import type { DkimKey } from './dkim.ts';
import { isOneRecipient, mailOptions, type Sender } from './mail-options.ts';
import {
	type AboutToHandOver,
	type Delivery,
	HELD_BACK,
	type Mailer,
	NOT_ONE_RECIPIENT,
	withoutRecipient,
} from './mailer.ts';

/** How long one message may take in all. Shorter than a message is leased, so that nobody else takes it up meanwhile. */
export const LONGEST_SENDING_SECONDS = 120;

const TIMEOUTS = { dnsTimeout: 10_000, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

/**
 * Messages leave one after the other over a few connections, each of which ends when it was idle for a while, well before a
 * mail server ends it. The pool sends nothing again by itself: only here it is known whether anything was handed over.
 */
const POOL = { pool: true, maxConnections: 4, maxMessages: 100, idleTimeout: 20_000, maxRequeues: 0 } as const;

/**
 * Sends by SMTP. On smtps:// it is TLS from the start; on smtp:// STARTTLS is demanded, except from this machine itself and
 * where the address says `?ignoreTLS=true`. It greets by the sender's domain, because the name of this machine would stand
 * in every message. With a key each message is signed. A connection that broke before the server was ready says nothing about
 * the message, and a kept one may have ended meanwhile: it is tried once more at once, over another.
 */
export function createSmtpMailer(
	smtpUrl: string,
	from: Sender,
	dkim: DkimKey | null = null,
	givenUp = () => AbortSignal.timeout(LONGEST_SENDING_SECONDS * 1000),
): Mailer {
	const transport = openTransport(smtpUrl, from, dkim);
	const handOvers = new Map<string, HandOver>();
	transport.use('stream', (mail, next) => {
		const handOver = handOvers.get(String(mail.data.messageId));
		const createReadStream = mail.message.createReadStream.bind(mail.message);
		mail.message.createReadStream = (options) => {
			const stream = createReadStream(options);
			if (handOver) askBeforeHandingOver(stream, handOver);
			return stream;
		};
		next();
	});
	return {
		send: async (mail, ask = () => true) => {
			if (!isOneRecipient(mail.to)) return NOT_ONE_RECIPIENT;
			const options = mailOptions(mail, from);
			const handOver: HandOver = { ask, isAsked: false, answer: null, fault: null, isOver: false };
			handOvers.set(options.messageId, handOver);
			const signal = givenUp();
			try {
				await onceMoreIfBroken(handOver, () => transport.sendMail({ ...options, signal }));
				return { state: 'sent' };
			} catch (fault) {
				if (handOver.fault) throw handOver.fault;
				return handOver.answer === false ? HELD_BACK : whatBecameOfIt(fault, mail.to, handOver.answer === true);
			} finally {
				handOver.isOver = true;
				handOvers.delete(options.messageId);
			}
		},
		close: () => transport.close(),
	};
}

function openTransport(smtpUrl: string, from: Sender, dkim: DkimKey | null) {
	const name = from.address.split('@')[1];
	const requireTLS = mustEncrypt(smtpUrl);
	return createTransport({ url: smtpUrl, name, ...POOL, ...TIMEOUTS, ...(dkim ? { dkim } : {}), requireTLS });
}

/** Whether the message may go, asked when the server is ready for it: null until then. */
type HandOver = {
	readonly ask: AboutToHandOver;
	isAsked: boolean;
	answer: boolean | null;
	fault: unknown;
	isOver: boolean;
};

/** Of a connection that broke before the server was ready for the message there is another try. */
async function onceMoreIfBroken(handOver: HandOver, handIn: () => Promise<unknown>): Promise<void> {
	try {
		await handIn();
	} catch (fault) {
		if (handOver.isAsked || !isBroken(fault as SmtpFault)) throw fault;
		await handIn();
	}
}

type MessageStream = {
	pipe<Target extends NodeJS.WritableStream>(target: Target, options?: { end?: boolean }): Target;
	destroy(fault: Error): unknown;
};

/** nodemailer pipes the message into the connection once the server has answered DATA with “go ahead”, and not before. */
function askBeforeHandingOver(stream: MessageStream, handOver: HandOver): void {
	const pipe = stream.pipe.bind(stream);
	stream.pipe = (target, options) => {
		void askOnce(handOver).then((mayGo) => {
			if (mayGo) pipe(target, options);
			else stream.destroy(new Error(HELD_BACK.state));
		});
		return target;
	};
}

/** No when the connection broke while the answer was awaited, too: then nothing was handed over. */
async function askOnce(handOver: HandOver): Promise<boolean> {
	handOver.isAsked = true;
	try {
		const mayGo = await handOver.ask();
		if (!handOver.isOver) handOver.answer = mayGo;
		return mayGo && !handOver.isOver;
	} catch (fault) {
		handOver.answer = false;
		handOver.fault = fault;
		return false;
	}
}

type SmtpFault = {
	readonly code?: string;
	readonly command?: string;
	readonly response?: string;
	readonly responseCode?: number;
};

/** The connection is gone, without a word of the server’s about the message. */
function isBroken({ code, responseCode }: SmtpFault): boolean {
	return code === 'ECONNECTION' && !responseCode;
}

/** How a server says that a rule of its own forbids it (RFC 3463): most often that we may not send by it. */
const BY_POLICY = /^\d{3}[ -]5\.7\./;

/** A refusal says that the server did not take it. Without one, it is open once part of the message was handed over. */
function whatBecameOfIt(fault: unknown, to: string, handedOver: boolean): Delivery {
	const { responseCode } = fault as SmtpFault;
	const said = fault instanceof Error ? fault.message : String(fault);
	const reason = isBroken(fault as SmtpFault) ? 'the connection was closed' : withoutRecipient(said, to);
	if (handedOver && !responseCode) return { state: 'unknown', reason };
	return { state: 'failed', retry: !isFinal(fault as SmtpFault), reason };
}

/** A lasting refusal of this recipient or this message; one of us, our sender or our sign-in can still be put right. */
function isFinal({ code, command, response = '', responseCode = 0 }: SmtpFault): boolean {
	if (BY_POLICY.test(response)) return false;
	if (responseCode >= 500) return command === 'RCPT TO' || command === 'DATA';
	return code === 'EENVELOPE' && responseCode === 0;
}

function mustEncrypt(smtpUrl: string): boolean {
	const { protocol, hostname, searchParams } = new URL(smtpUrl);
	const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
	return protocol === 'smtp:' && !isHere && searchParams.get('ignoreTLS') !== 'true';
}
