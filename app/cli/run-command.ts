import { existsSync } from 'node:fs';
import { ConfigFaults, readConfig } from '#app/config.ts';
import { ContentFaults } from '#app/content/content-faults.ts';
import { type AppContext, createContext, databaseFile } from '#app/context.ts';
import { audit } from './audit.ts';
import { type Command, CouldNotRun, EXIT, type ExitStatus, type Io, WrongUse } from './command.ts';
import { importFile } from './import-file.ts';
import { messages } from './messages.ts';
import { schedule } from './schedule.ts';
import { send } from './send.ts';
import { statistics } from './statistics.ts';

const COMMANDS: readonly Command[] = [schedule, importFile, send, messages, audit, statistics];

/** Runs one command of `npm run plumbline -- …` and answers with its exit status; never throws for what a user can mend. */
export async function runCommand(
	args: readonly string[],
	write: Pick<Io, 'out' | 'err'> = STANDARD,
): Promise<ExitStatus> {
	const [name, ...rest] = args;
	if (name === undefined || name === '--help' || name === 'help') {
		write.out(overview());
		return name === undefined ? EXIT.wrongUse : EXIT.done;
	}
	const command = COMMANDS.find((candidate) => candidate.name === name);
	if (!command) {
		write.err(`There is no command “${name}”. The commands are: ${COMMANDS.map((known) => known.name).join(', ')}.`);
		return EXIT.wrongUse;
	}
	if (rest.includes('--help')) {
		write.out(command.help);
		return EXIT.done;
	}
	const opened = onceOpened();
	try {
		return await command.run(rest, { ...write, context: opened.open });
	} catch (fault) {
		return explain(fault, command, write);
	} finally {
		opened.close();
	}
}

const STANDARD: Pick<Io, 'out' | 'err'> = {
	out: (text) => process.stdout.write(`${text}\n`),
	err: (text) => process.stderr.write(`${text}\n`),
};

function onceOpened(): { open: Io['context']; close(): void } {
	let context: AppContext | undefined;
	return {
		open: ({ existing } = { existing: false }) => {
			const isTold = process.env.PLUMBLINE_NOW !== undefined;
			const config = readConfig(process.env, isTold ? 'test' : 'production');
			const file = databaseFile(config);
			if (existing && !existsSync(file)) throw new CouldNotRun(`There is no database at ${file}. Check DATA_DIR.`);
			context ??= createContext(config);
			return context;
		},
		close: () => {
			context?.mailer.close();
			context?.db.$client.close();
		},
	};
}

function explain(fault: unknown, command: Command, { err }: Pick<Io, 'err'>): ExitStatus {
	if (fault instanceof WrongUse) {
		err(fault.message);
		err(`\n${command.help}`);
		return EXIT.wrongUse;
	}
	if (fault instanceof CouldNotRun) err(fault.message);
	else if (fault instanceof ConfigFaults || fault instanceof ContentFaults) err(fault.message);
	else err(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
	return EXIT.couldNotRun;
}

function overview(): string {
	const rows = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`);
	return [
		'npm run --silent plumbline -- COMMAND …',
		'',
		...rows,
		'',
		'Add --help to a command to see how to call it.',
	].join('\n');
}
