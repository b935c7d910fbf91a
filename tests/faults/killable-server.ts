import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./serve-folder.ts', import.meta.url));

/** A server on a data folder, killed and started anew as often as somebody likes. */
export type KillableServer = {
	/** Where it answers; waits while it is away. */
	url(): Promise<string>;
	/** A new process opens what the last one left behind. */
	start(): void;
	/** Ends it at once, in the middle of whatever it does, and waits until it is gone. */
	kill(): Promise<void>;
	/** Kills it for good. */
	end(): Promise<void>;
};

/** A server that is not started yet; its clock stands still. The next process loads the program meanwhile, and no data. */
export function killableServer(env: Settings): KillableServer {
	let address = Promise.withResolvers<string>();
	let next = load(env);
	let current = next;
	const start = () => {
		const { resolve, reject } = address;
		current = next;
		current.once('message', (said) => resolve(`http://127.0.0.1:${(said as { port: number }).port}`));
		current.once('exit', (code, signal) => reject(new Error(`The server ended with ${code ?? signal}`)));
		current.send('begin');
		next = load(env);
	};
	const kill = () => {
		address = Promise.withResolvers();
		return killNow(current);
	};
	const end = async () => {
		await Promise.all([kill(), killNow(next)]);
	};
	return { url: () => address.promise, start, kill, end };
}

type Settings = Readonly<Record<'DATA_DIR' | 'PLUMBLINE_NOW', string>>;

function load(env: Settings): ChildProcess {
	const surroundings = { NODE_ENV: 'production' as const, PUBLIC_URL: 'http://localhost', PORT: '0' };
	return spawn(process.execPath, [SCRIPT], {
		env: { ...process.env, ...surroundings, ...env },
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
}

async function killNow(child: ChildProcess): Promise<void> {
	const gone = once(child, 'exit');
	child.kill('SIGKILL');
	await gone;
}
