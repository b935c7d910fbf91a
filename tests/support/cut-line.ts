import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line between a browser and the product that can be cut. */
export type CutLine = {
	/** Where the browser finds it: the product's own public address. */
	readonly url: string;
	/** Leads to the product at this port from now on. */
	to(port: number): void;
	/** Nothing goes through, and what is on its way is lost. */
	cut(): void;
	/** Whatever is asked arrives; no answer does. */
	loseAnswers(): void;
	mend(): void;
	end(): Promise<void>;
};

export async function startLine(): Promise<CutLine> {
	let port = 0;
	let state: 'up' | 'cut' | 'no-answers' = 'up';
	const open = new Set<Socket>();
	const server = createServer((near) => {
		if (state === 'cut') return void near.destroy();
		const far = connect(port, '127.0.0.1');
		const close = () => [near, far].forEach((end) => void end.destroy());
		for (const end of [near, far]) {
			open.add(end);
			end.on('error', close);
			end.on('close', () => {
				open.delete(end);
				close();
			});
		}
		near.pipe(far);
		far.on('data', (bytes) => (state === 'no-answers' ? close() : near.write(bytes)));
	});
	server.listen(0, 'localhost');
	await once(server, 'listening');
	const lose = (how: typeof state) => {
		state = how;
		if (how === 'cut') for (const end of open) end.destroy();
	};
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		to: (target) => {
			port = target;
		},
		cut: () => lose('cut'),
		loseAnswers: () => lose('no-answers'),
		mend: () => lose('up'),
		end: async () => {
			lose('cut');
			server.close();
			await once(server, 'close');
		},
	};
}

/** A port that nobody has at this moment. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
