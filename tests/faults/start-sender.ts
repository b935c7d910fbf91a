import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** As whom a sender of the tests writes. */
export const FROM = { name: 'Team office', address: 'office@example.net' };

type Sender = { readonly child: ChildProcess; readonly begun: Promise<void>; readonly ended: Promise<string> };

type Settings = Readonly<Record<'DATA_DIR' | 'PLUMBLINE_NOW', string> & Record<string, string>>;

/** A process that plans and sends once, or another script of this folder: `begun` when it is about to, `ended` with what it printed. */
export function startSender(settings: Settings, script: 'send-once.ts' | 'take-and-die.ts' = 'send-once.ts'): Sender {
	const from = 'SMTP_URL' in settings && { MAIL_FROM: `${FROM.name} <${FROM.address}>` };
	const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], {
		env: { ...process.env, ...settings, ...from },
	});
	const begun = Promise.withResolvers<void>();
	let said = '';
	child.stdout.on('data', (chunk) => {
		said += chunk;
	});
	child.stderr.on('data', (chunk) => {
		if (String(chunk).includes('BEGUN')) begun.resolve();
		said += String(chunk).replace('BEGUN\n', '');
	});
	const ended = new Promise<string>((resolve) => child.once('close', () => resolve(said)));
	return { child, begun: begun.promise, ended };
}

/** Ends it at once, wherever it is. */
export async function killNow({ child, ended }: Sender): Promise<void> {
	child.kill('SIGKILL');
	await ended;
	expect(child.signalCode).toBe('SIGKILL');
}
