import { connect } from 'node:net';

/** What came back over a connection of its own, byte for byte, until the server ended it or the time was up. */
export type RawAnswer = { readonly status: number; readonly text: string; readonly milliseconds: number };

/**
 * Sends these bytes as they are, as no browser and no fetch would: other methods, broken bodies, addresses that climb. A
 * part that is a number waits so many milliseconds.
 */
export function sendRaw(
	url: string,
	parts: string | readonly (string | Buffer | number)[],
	patience = 10_000,
): Promise<RawAnswer> {
	const { hostname, port } = new URL(url);
	const began = Date.now();
	return new Promise((resolve) => {
		let text = '';
		const socket = connect(Number(port), hostname);
		const finish = () => {
			socket.destroy();
			const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
			resolve({ status, text, milliseconds: Date.now() - began });
		};
		const timer = setTimeout(finish, patience);
		socket.on('data', (chunk) => {
			text += chunk.toString('latin1');
		});
		socket.on('error', () => {});
		socket.on('close', () => {
			clearTimeout(timer);
			finish();
		});
		socket.on('connect', async () => {
			for (const part of [parts].flat()) {
				if (typeof part === 'number') await new Promise((go) => setTimeout(go, part));
				else if (!socket.destroyed) socket.write(part);
			}
		});
	});
}

/** A whole request as bytes; the connection ends with its answer. */
export function rawRequest(
	method: string,
	path: string,
	headers: Readonly<Record<string, string>> = {},
	body: string | Buffer = '',
): Buffer {
	const all = { Host: 'localhost', Connection: 'close', 'Content-Length': String(Buffer.byteLength(body)), ...headers };
	const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
	return Buffer.concat([
		Buffer.from(`${method} ${path} HTTP/1.1\r\n${head.join('')}\r\n`, 'latin1'),
		Buffer.from(body),
	]);
}
