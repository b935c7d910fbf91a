import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Reading } from './content-faults.ts';
import { readText } from './folders.ts';
import { sentenceFor } from './sentence-for.ts';

type Path = readonly PropertyKey[];

/** What a file holds after its shape was checked, and the way back to its lines. */
export type ReadFile<Value> = {
	readonly value: Value;
	/** The text below the front matter, and the line on which it begins; empty in a plain YAML file. */
	readonly below: { readonly text: string; readonly line: number };
	/** Adds a fault at the line of the thing that the path leads to. */
	readonly find: (path: Path, sentence: string) => void;
	readonly findAtLine: (line: number, sentence: string) => void;
};

/** Reads a YAML file against a schema; null, and its faults, when it does not fit. */
export function readYaml<Value>(reading: Reading, name: string, schema: z.ZodType<Value>): ReadFile<Value> | null {
	const text = readText(reading, name);
	return text === null ? null : readParts(reading, name, schema, { yaml: text, below: { text: '', line: 1 } });
}

/** Reads a Markdown file whose head, between two lines of `---`, fits the schema; null, and its faults, when not. */
export function readFrontMatter<Value>(
	reading: Reading,
	name: string,
	schema: z.ZodType<Value>,
): ReadFile<Value> | null {
	const text = readText(reading, name);
	if (text === null) return null;
	const match = text.match(/^---\n([\s\S]*?\n)?---\n/);
	if (match) {
		// The empty line stands for the first ---, so that the lines count as in the file.
		const parts = { yaml: `\n${match[1] ?? ''}`, below: belowHead(text, match[0].length) };
		return readParts(reading, name, schema, parts);
	}
	const sentence = 'The file begins with a head between two lines of three hyphens: add it.';
	reading.faults.push({ file: `${reading.shownAs}/${name}`, line: 1, sentence });
	return null;
}

function belowHead(text: string, start: number): { readonly text: string; readonly line: number } {
	const empty = text.slice(start).match(/^\s*/)![0].length;
	return { text: text.slice(start).trim(), line: text.slice(0, start + empty).split('\n').length };
}

function readParts<Value>(
	reading: Reading,
	name: string,
	schema: z.ZodType<Value>,
	{ yaml, below }: { readonly yaml: string; readonly below: ReadFile<Value>['below'] },
): ReadFile<Value> | null {
	const counter = new LineCounter();
	const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
	const findAtLine = (line: number, sentence: string) => {
		reading.faults.push({ file: `${reading.shownAs}/${name}`, line, sentence });
	};
	const lineAt = (offset: number) => counter.linePos(offset).line;
	const mistakes = [...document.errors, ...document.warnings];
	for (const { pos, message } of mistakes) findAtLine(lineAt(pos[0]), `This is not YAML: ${message}.`);
	if (mistakes.length > 0) return null;

	const find = (path: Path, sentence: string) => findAtLine(lineAt(offsetOf(document, path)), sentence);
	const data: unknown = document.toJS();
	const parsed = schema.safeParse(data);
	if (parsed.success) return { value: parsed.data, below, find, findAtLine };
	for (const issue of parsed.error.issues) {
		for (const { path, sentence } of sentenceFor(issue, data)) find(path, sentence);
	}
	return null;
}

/** Where the thing begins, or the last thing on the way to it that is there: a missing key is reported at its list. */
function offsetOf(document: Document, path: Path): number {
	let node: unknown = document.contents;
	let offset = startOf(node) ?? 0;
	for (const step of path) {
		if (isMap(node)) {
			const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
			if (!pair) return offset;
			offset = startOf(pair.key) ?? offset;
			node = pair.value;
		} else if (isSeq(node)) {
			node = node.items[Number(step)];
			offset = startOf(node) ?? offset;
		} else return offset;
	}
	return offset;
}

function startOf(node: unknown): number | undefined {
	return (node as { range?: [number, number, number] } | null)?.range?.[0];
}
