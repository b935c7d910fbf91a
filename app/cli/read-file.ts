import { readFileSync } from 'node:fs';
import { CouldNotRun } from './command.ts';

/** The bytes of a file that the caller named; throws `CouldNotRun` with what stands in the way. */
export function readBytes(path: string): Uint8Array {
	try {
		return readFileSync(path);
	} catch (fault) {
		const code = fault instanceof Error && 'code' in fault ? fault.code : fault;
		const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `${code}`;
		throw new CouldNotRun(`${path} could not be read: ${why}.`);
	}
}

/** What a JSON file holds; throws `CouldNotRun` when it is not there or is no JSON. */
export function readJson(path: string): unknown {
	const text = new TextDecoder().decode(readBytes(path));
	try {
		return JSON.parse(text);
	} catch (fault) {
		throw new CouldNotRun(`${path} is not JSON: ${fault instanceof Error ? fault.message : fault}.`);
	}
}
