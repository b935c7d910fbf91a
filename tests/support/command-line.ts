import { runCommand } from '#app/cli/run-command.ts';

/** Runs a command in this process: its status, what it printed, and the JSON on standard output where there is some. */
export async function plumbline(...args: string[]) {
	const out: string[] = [];
	const err: string[] = [];
	const status = await runCommand(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
	const printed = out.join('\n');
	return { status, out: printed, err: err.join('\n'), json: () => JSON.parse(printed) };
}
