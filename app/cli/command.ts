import type { AppContext } from '#app/context.ts';

/** What a command says: results on standard output, everything else on standard error. */
export type Io = {
	out(text: string): void;
	err(text: string): void;
	/**
	 * Opens the database and the content; only for commands that touch data. Makes the database when there is none, unless
	 * it has to be an existing one: then it throws `CouldNotRun`.
	 */
	context(which?: { readonly existing: boolean }): AppContext;
};

/** 0 done; 1 refused by a rule or checks failed; 2 wrong use; 3 could not run (docs/how-to/command-line.md). */
export const EXIT = { done: 0, refused: 1, wrongUse: 2, couldNotRun: 3 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** One command of the command line; its file holds nothing else. */
export type Command = {
	readonly name: string;
	readonly summary: string;
	readonly help: string;
	run(args: readonly string[], io: Io): ExitStatus | Promise<ExitStatus>;
};

/** Thrown when the words of a call make no sense; the sentence says which word and what would. Ends with status 2. */
export class WrongUse extends Error {}

/** Thrown when a file or the database cannot be used. Ends with status 3. */
export class CouldNotRun extends Error {}
