import { Agent, request } from 'node:http';
import type { BenchWorld } from './world.ts';

export type Target = { readonly port: number; readonly cookie: string; readonly registers: BenchWorld['registers'] };

const CONNECTIONS = 8;
const ORIGIN = 'http://localhost';

/** Requests a second over so many seconds, `CONNECTIONS` at once; throws when any answer is not the expected status. */
export async function loadPages({ port, cookie }: Target, path: string, seconds: number): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	const perSecond = await during(seconds, () => send({ agent, port, path, headers: { cookie } }, 200));
	agent.destroy();
	return perSecond;
}

/** Saves a second: each connection has a register of its own and changes one person's mark in it each time. */
export async function loadSaves(
	{ port, cookie, registers }: Target,
	versions: Map<string, number>,
	seconds: number,
): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	let turn = 0;
	const perSecond = await during(seconds, async (connection) => {
		const { sessionId, enrolmentIds } = registers[connection]!;
		const changed = enrolmentIds[turn++ % enrolmentIds.length]!;
		const body = formOf(enrolmentIds, versions, changed).toString();
		const headers = {
			cookie,
			origin: ORIGIN,
			'content-type': 'application/x-www-form-urlencoded',
			'content-length': String(body.length),
		};
		await send({ agent, port, path: `/sessions/${sessionId}/register`, headers, body }, 302);
		versions.set(changed, (versions.get(changed) ?? 1) + 1);
	});
	agent.destroy();
	return perSecond;
}

/** The whole form as a browser sends it: marks alternate with every version, so that each save writes one row. */
function formOf(enrolmentIds: readonly string[], versions: Map<string, number>, changed: string): URLSearchParams {
	const form = new URLSearchParams();
	for (const id of enrolmentIds) {
		const version = versions.get(id) ?? 1;
		const isOdd = (version + (id === changed ? 1 : 0)) % 2 === 1;
		form.set(`version-${id}`, String(version));
		if (version > 1 || id === changed) form.set(`mark-${id}`, isOdd ? 'attended' : 'absent-no-contact');
	}
	return form;
}

async function during(seconds: number, once: (connection: number) => Promise<void>): Promise<number> {
	const start = performance.now();
	let count = 0;
	const goOn = async (connection: number) => {
		while (performance.now() - start < seconds * 1000) {
			await once(connection);
			count += 1;
		}
	};
	await Promise.all(Array.from({ length: CONNECTIONS }, (_, connection) => goOn(connection)));
	return count / ((performance.now() - start) / 1000);
}

type Call = { agent: Agent; port: number; path: string; headers: Record<string, string>; body?: string };

function send({ agent, port, path, headers, body }: Call, expected: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const call = request(
			{
				agent,
				host: '127.0.0.1',
				port,
				path,
				method: body ? 'POST' : 'GET',
				headers: { host: 'localhost', ...headers },
			},
			(response) => {
				response.resume();
				response.on('end', () =>
					response.statusCode === expected
						? resolve()
						: reject(new Error(`${path} answered ${response.statusCode}, not ${expected}`)),
				);
			},
		);
		call.on('error', reject);
		call.end(body);
	});
}
