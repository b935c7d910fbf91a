/** What may be written down of a fault. */
export type FaultForLog = {
	readonly fault: string;
	/** A code of the database or of the platform, such as `SQLITE_CONSTRAINT_UNIQUE`. */
	readonly code: string | null;
	/** Where in the code it arose, innermost first. */
	readonly at: readonly string[];
};

const MOST_FRAMES = 12;

/**
 * The kind of a fault, its code and the places in the code. Its message is left out: here a bug is thrown with the value
 * that was wrong, and that may be somebody's name or address.
 */
export function faultForLog(fault: unknown): FaultForLog {
	if (!(fault instanceof Error)) return { fault: typeof fault, code: null, at: [] };
	const code =
		'code' in fault && typeof fault.code === 'string' && /^[\w-]{1,60}$/.test(fault.code) ? fault.code : null;
	const frames = (fault.stack ?? '').split('\n').flatMap((line) => /^\s+at (.*)$/.exec(line)?.[1] ?? []);
	return { fault: fault.constructor.name, code, at: frames.slice(0, MOST_FRAMES) };
}
