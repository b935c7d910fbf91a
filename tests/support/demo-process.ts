import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** The product with its demonstration story, as a process of its own. */
export type DemoProcess = {
	/** Where it says that it is. */
	readonly url: string;
	end(): Promise<void>;
};

/**
 * Starts it on a port that the machine chooses, or on this one, with the clock standing at `now`, on the data in this
 * folder. In an empty one it tells its story first.
 */
export async function startDemoProcess(
	dataDir: string,
	now: string,
	env = process.env,
	port = 0,
): Promise<DemoProcess> {
	const child = spawn(process.execPath, ['app/start.js', '--demo'], {
		env: { ...env, NODE_ENV: 'production', DATA_DIR: dataDir, PORT: String(port), PLUMBLINE_NOW: now },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	return {
		url: await addressFrom(child),
		end: async () => {
			const ended = once(child, 'exit');
			child.kill('SIGTERM');
			await ended;
		},
	};
}

/** The address in its welcome, once that is complete. */
function addressFrom(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		let faults = '';
		child.stderr?.on('data', (chunk) => {
			faults += chunk;
		});
		child.stdout?.on('data', (chunk) => {
			said += chunk;
			const [, address] = /ready at (\S+)[\s\S]*Sign in as/.exec(said) ?? [];
			if (address) resolve(address);
		});
		child.once('exit', (code) => reject(new Error(`The demonstration stopped with status ${code}: ${faults}`)));
	});
}
