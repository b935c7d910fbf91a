import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The words of a conversation by SMTP at which something can go wrong, in the order in which they are said. */
export const STEPS = ['greeting', 'EHLO', 'AUTH', 'MAIL FROM', 'RCPT TO', 'DATA', 'in the message', 'the dot'] as const;
export type Step = (typeof STEPS)[number];

/** What goes wrong there; without one it only passes everything on. */
export type WireFault =
	/** The server answers with this code in the place of the real one. */
	| { readonly at: Step; readonly answers: number }
	/** The connection breaks before the real server hears of it. */
	| { readonly at: Step; readonly breaks: true }
	/** An answer that never ends: one letter each so many milliseconds. */
	| { readonly at: Step; readonly dripsEveryMs: number }
	/** No answer, and no end. */
	| { readonly at: Step; readonly isSilent: true };

export type MailWire = {
	readonly url: string;
	/** Resolves when the fault struck, since it was last set. */
	struck(): Promise<void>;
	behave(fault: WireFault | null): void;
	close(): Promise<void>;
};

/**
 * A wire between a sender and a real mail server, which a fault strikes at any word of their conversation: what the server
 * itself cannot be told to do wrong. `signIn` is put into its address.
 */
export async function startMailWire(serverPort: number, signIn = ''): Promise<MailWire> {
	let fault: WireFault | null = null;
	let strikes = Promise.withResolvers<void>();
	const sockets = new Set<Socket>();
	const server = createServer((near) => {
		const far = connect(serverPort, '127.0.0.1');
		for (const socket of [near, far]) {
			sockets.add(socket);
			socket.on('error', () => {});
			socket.once('close', () => {
				sockets.delete(socket);
				near.destroy();
				far.destroy();
			});
		}
		carry(near, far, (step) => {
			if (fault?.at !== step) return false;
			strike(fault, near, far);
			strikes.resolve();
			return true;
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `smtp://${signIn}127.0.0.1:${(server.address() as AddressInfo).port}`,
		struck: () => strikes.promise,
		behave: (next) => {
			fault = next;
			strikes = Promise.withResolvers();
		},
		close: () => {
			for (const socket of sockets) socket.destroy();
			return new Promise((resolve) => server.close(() => resolve()));
		},
	};
}

/** Passes on what is said, word by word; `strikes` answers whether a fault took the place of this one. */
function carry(near: Socket, far: Socket, strikes: (step: Step) => boolean): void {
	let isGreeted = false;
	let message: string | null = null;
	far.on('data', (chunk) => {
		const isGreeting = !isGreeted;
		isGreeted = true;
		if (isGreeting && strikes('greeting')) return;
		if (chunk.toString('latin1').startsWith('354')) message = '';
		near.write(chunk);
	});
	near.on('data', (chunk) => {
		const text = chunk.toString('latin1');
		if (message !== null) message += text;
		const isWhole = message?.endsWith('\r\n.\r\n') ?? false;
		const steps =
			message === null ? [wordOf(text)] : (['in the message', ...(isWhole ? (['the dot'] as const) : [])] as const);
		if (steps.some((step) => step !== null && strikes(step))) return;
		if (isWhole) message = null;
		far.write(chunk);
	});
}

/** What a sender says before its message; HELO is how EHLO is asked again. */
function wordOf(line: string): Step | null {
	const said = line.toUpperCase();
	return said.startsWith('HELO') ? 'EHLO' : (STEPS.find((step) => said.startsWith(step)) ?? null);
}

function strike(fault: WireFault, near: Socket, far: Socket): void {
	if ('answers' in fault) near.write(`${fault.answers} not now\r\n`);
	else if ('breaks' in fault) near.destroy();
	else if ('dripsEveryMs' in fault) {
		const drip = setInterval(() => near.write('2'), fault.dripsEveryMs);
		near.once('close', () => clearInterval(drip));
	}
	if (!('breaks' in fault)) far.pause();
}
