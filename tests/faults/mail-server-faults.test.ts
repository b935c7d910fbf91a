import { expect, type TestContext as OfTest, test } from 'vitest';
import { createSmtpMailer } from '#app/delivery/mail/smtp-mailer.ts';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { whyNotSent } from '#app/domain/reminders/reason-sentences.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import { testContext } from '#tests/support/context.ts';
import { startMailServer, unansweredPort } from '#tests/support/mail-server.ts';
import { STEPS, startMailWire, type WireFault } from '#tests/support/mail-wire.ts';
import { givenReminded, outboxOf } from '../use-cases/reminders/given.ts';
import { FROM } from './start-sender.ts';

const DUE = '2026-03-09T18:30:00Z';
/** How long a mail server that never comes to an end is waited for, from the word on at which it begins not to. */
const PATIENCE_MS = 300;
const SIGN_IN = { user: 'office', password: 'a long password' };

/** One reminder that is due, a mail server behind a wire, and what sends by such a one and then shows how it stands. */
async function givenDue({ onTestFinished }: Pick<OfTest, 'onTestFinished'>) {
	const context = testContext();
	givenReminded(context);
	planReminders(context, OPERATOR);
	context.setNow(DUE);
	const server = await startMailServer({ signIn: SIGN_IN, takesOneWordAtATime: true });
	const wire = await startMailWire(server.port, `${SIGN_IN.user}:${encodeURIComponent(SIGN_IN.password)}@`);
	onTestFinished(async () => {
		await Promise.all([wire.close(), server.close()]);
	});
	const sendBy = async (url: string, givenUp?: () => AbortSignal) => {
		const mailer = createSmtpMailer(url, FROM, null, givenUp);
		const counts = await sendDue({ ...context, mailer }, OPERATOR).finally(() => mailer.close());
		const { state, reason, dueAt } = outboxOf(context)[0]!;
		return { counts, state, reason, dueAt, sentence: whyNotSent(state, reason) };
	};
	return { context, server, wire, sendBy };
}

type Given = Awaited<ReturnType<typeof givenDue>>;
type Tried = Awaited<ReturnType<Given['sendBy']>>;

/** What may become of a message at a mail server that does not take it, and of which an hour later one that does is asked. */
const ENDS = {
	retried: {
		state: 'queued',
		arrives: 1,
		sentence: /It was not taken when it was to leave: “.+”\. It will be tried again/,
	},
	final: { state: 'failed', arrives: 0, sentence: /It was not taken when it was to leave: “.+”\.$/ },
	unknown: { state: 'unknown', arrives: 0, sentence: /may or may not have arrived/ },
} as const;

async function expectEnd(end: keyof typeof ENDS, { context, server, wire, sendBy }: Given, tried: Tried) {
	const { state, sentence, arrives } = ENDS[end];
	expect(tried).toMatchObject({ state, sentence: expect.stringMatching(sentence) });
	expect(tried.counts).toMatchObject({ sent: 0, heldBack: 0 });
	expect(server.received).toHaveLength(0);
	wire.behave(null);
	for (let tries = 0; tries < 2; tries += 1) {
		context.setNow(plusMinutes(context.clock.now(), 60));
		await sendBy(wire.url);
	}
	expect(server.received).toHaveLength(arrives);
	expect(outboxOf(context)[0]!.state).toBe(arrives === 1 ? 'sent' : state);
}

test.concurrent('by a wire that only passes on what is said, with a name and a password, the message arrives', async (of) => {
	const { sendBy, server, wire } = await givenDue(of);
	expect(await sendBy(wire.url)).toMatchObject({ state: 'sent', sentence: null });
	expect(server.received).toHaveLength(1);
});

const VERBS = STEPS.filter((step) => step !== 'in the message');
/** A lasting refusal of this recipient or this message; one of us, of our sender or our sign-in can be put right. */
const FINAL = new Set<string>(['RCPT TO', 'DATA', 'the dot']);

test.concurrent.for(
	VERBS.flatMap((at) => [
		{ at, answers: 421, end: 'retried' as const },
		{ at, answers: 451, end: 'retried' as const },
		{ at, answers: 554, end: FINAL.has(at) ? ('final' as const) : ('retried' as const) },
	]),
)('a mail server that answers $answers at $at: $end', async ({ at, answers, end }, of) => {
	const given = await givenDue(of);
	given.wire.behave({ at, answers });
	await expectEnd(end, given, await given.sendBy(given.wire.url));
});

/** Nothing of the message is with the server until it said that it is ready for it. */
const UNKNOWN = new Set<string>(['in the message', 'the dot']);

test.concurrent.for(STEPS.map((at) => ({ at, end: UNKNOWN.has(at) ? ('unknown' as const) : ('retried' as const) })))(
	'a connection that breaks at $at: $end',
	async ({ at, end }, of) => {
		const given = await givenDue(of);
		given.wire.behave({ at, breaks: true });
		await expectEnd(end, given, await given.sendBy(given.wire.url));
	},
);

test.concurrent.for([
	{ name: 'greets one letter at a time and never ends', fault: { at: 'greeting', dripsEveryMs: 20 }, end: 'retried' },
	{ name: 'answers the recipient one letter at a time', fault: { at: 'RCPT TO', dripsEveryMs: 20 }, end: 'retried' },
	{ name: 'never answers the sign-in', fault: { at: 'AUTH', isSilent: true }, end: 'retried' },
	{
		name: 'answers the whole message one letter at a time',
		fault: { at: 'the dot', dripsEveryMs: 20 },
		end: 'unknown',
	},
	{ name: 'never answers the whole message', fault: { at: 'the dot', isSilent: true }, end: 'unknown' },
] as const satisfies readonly { name: string; fault: WireFault; end: keyof typeof ENDS }[])(
	'a mail server that $name is given up in time: $end',
	async ({ fault, end }, of) => {
		const given = await givenDue(of);
		given.wire.behave(fault);
		const ends = new AbortController();
		const sending = given.sendBy(given.wire.url, () => ends.signal);
		await given.wire.struck();
		await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
		expect(outboxOf(given.context)[0]!.state).toBe('leased');
		ends.abort();
		const tried = await sending;
		await expectEnd(end, given, tried);
	},
);

test.concurrent('a mail server that is not there: retried', async (of) => {
	const given = await givenDue(of);
	await expectEnd('retried', given, await given.sendBy(`smtp://127.0.0.1:${await unansweredPort()}`));
});

test.concurrent('a wrong password: retried, once it is put right', async (of) => {
	const given = await givenDue(of);
	await expectEnd('retried', given, await given.sendBy(given.wire.url.replace(/:[^:@]+@/, ':wrong@')));
});

test.concurrent.for(['from the start', 'when asked'] as const)(
	'a certificate that nobody trusts, with TLS %s: retried',
	async (tls, of) => {
		// Not this machine by one of the names that it has for itself, so that it has to be encrypted.
		const untrusted = await startMailServer({ tls, host: '127.0.0.2' });
		const given = await givenDue(of);
		const tried = await given.sendBy(untrusted.url);
		expect(tried.reason).toMatch(/certificate/i);
		await expectEnd('retried', given, tried);
		expect(untrusted.received).toHaveLength(0);
		// It is the trust alone that was missing: who asks for none is served.
		await (await givenDue(of)).sendBy(`${untrusted.url}?tls.rejectUnauthorized=false`);
		expect(untrusted.received).toHaveLength(1);
		await untrusted.close();
	},
);

test.concurrent('a mail server elsewhere that offers no TLS is told nothing: retried', async (of) => {
	const open = await startMailServer({ host: '127.0.0.2' });
	const given = await givenDue(of);
	const tried = await given.sendBy(open.url);
	await expectEnd('retried', given, tried);
	expect(open.received).toHaveLength(0);
	await open.close();
});

test.concurrent('a connection that breaks in the middle of agreeing on TLS: retried', async (of) => {
	const given = await givenDue(of);
	given.wire.behave({ at: 'greeting', breaks: true });
	// What answers on this port is no TLS at all, and then gone.
	await expectEnd('retried', given, await given.sendBy(given.wire.url.replace('smtp:', 'smtps:')));
});
