import type { z } from 'zod';

type Finding = { readonly path: readonly PropertyKey[]; readonly sentence: string };

/** What a person can do about a value that does not fit its schema; an unknown key is found at the key itself. */
export function sentenceFor(issue: z.core.$ZodIssue, data: unknown): readonly Finding[] {
	const { path } = issue;
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map((key) => ({
			path: [...path, key],
			sentence: `“${key}” is not known here: take it out or correct its spelling.`,
		}));
	}
	const name = nameOf(path);
	const value = path.reduce<unknown>((inside, step) => (inside as Record<PropertyKey, unknown>)?.[step], data);
	if (value === undefined) return [{ path, sentence: `${name} is missing: add it.` }];
	if (isEmpty(value)) return [{ path, sentence: `${name} must not be empty.` }];
	return [{ path, sentence: `${name} ${demandOf(issue)}, not ${shown(value)}.` }];
}

function demandOf(issue: z.core.$ZodIssue): string {
	if (issue.code === 'invalid_type') return `must be ${KINDS[issue.expected] ?? issue.expected}`;
	if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
	if (issue.code === 'too_small') return `must be ${issue.minimum} or more`;
	if (issue.code === 'too_big') return `must be ${issue.maximum} or less`;
	return issue.message;
}

const KINDS: Readonly<Record<string, string>> = {
	string: 'text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'a set of keys',
	record: 'a set of keys',
};

/** The schemas ask of text and of lists only that they hold something. */
function isEmpty(value: unknown): boolean {
	return Array.isArray(value) ? value.length === 0 : typeof value === 'string' && value.trim() === '';
}

function nameOf(path: readonly PropertyKey[]): string {
	const named = path.findLast((step) => typeof step === 'string');
	if (named === undefined) return 'The file';
	return typeof path.at(-1) === 'number' ? `Entry ${Number(path.at(-1)) + 1} of “${named}”` : `“${named}”`;
}

function shown(value: unknown): string {
	if (typeof value === 'string') return `“${value}”`;
	if (value === null) return 'empty';
	return typeof value === 'object' ? `${Array.isArray(value) ? 'a list' : 'a set of keys'}` : String(value);
}
