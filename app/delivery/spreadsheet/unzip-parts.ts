import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { LIMITS } from './limits.ts';
import { Unreadable } from './unreadable.ts';

/** The files inside a workbook: listed first, unpacked one by one and only when asked for. */
export type Parts = {
	has(name: string): boolean;
	starting(folder: string): boolean;
	/** The bytes of the part; null when there is none of that name. */
	read(name: string): Promise<Buffer | null>;
};

/**
 * Opens a zip without unpacking any of it. Refused: more parts, or more bytes claimed, than the limits; the same name
 * twice; a name that leads out of the archive. Reading stops at the limit of really unpacked bytes, whatever the archive
 * claims, so that a bomb costs no more than that.
 */
export async function openParts(bytes: Uint8Array): Promise<Parts> {
	const zip = await damagedUnless(() =>
		yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { strictFileNames: true }),
	);
	if (zip.entryCount > LIMITS.parts) throw new Unreadable('too-many-parts', { parts: zip.entryCount });
	const entries = await damagedUnless(() => listEntries(zip));
	const spent = { bytes: 0 };
	return {
		has: (name) => entries.has(name.toLowerCase()),
		starting: (folder) => [...entries.keys()].some((name) => name.startsWith(folder)),
		read: async (name) => {
			const entry = entries.get(name.toLowerCase());
			return entry ? damagedUnless(() => unpack(zip, entry, spent)) : null;
		},
	};
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
	const entries = new Map<string, Entry>();
	let claimed = 0;
	for await (const entry of zip.eachEntry()) {
		const name = entry.fileName.toLowerCase();
		claimed += entry.uncompressedSize;
		if (entries.has(name)) throw new Unreadable('file-damaged', { part: entry.fileName });
		if (entries.size >= LIMITS.parts) throw new Unreadable('too-many-parts');
		if (claimed > LIMITS.claimedBytes) throw new Unreadable('too-much-inside');
		entries.set(name, entry);
	}
	return entries;
}

async function unpack(zip: ZipFile, entry: Entry, spent: { bytes: number }): Promise<Buffer> {
	if (entry.isEncrypted()) throw new Unreadable('password-protected');
	if (spent.bytes + entry.uncompressedSize > LIMITS.readBytes) throw new Unreadable('too-much-inside');
	const stream = await zip.openReadStreamPromise(entry);
	const chunks: Buffer[] = [];
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		spent.bytes += chunk.length;
		if (spent.bytes > LIMITS.readBytes) throw new Unreadable('too-much-inside');
		chunks.push(chunk);
	}
	const whole = Buffer.concat(chunks);
	if (crc32(whole) !== entry.crc32) throw new Unreadable('file-damaged', { part: entry.fileName });
	return whole;
}

/** What the unzipper throws says that the archive is broken, or that a name in it tries to lead out of it. */
async function damagedUnless<Result>(read: () => Promise<Result>): Promise<Result> {
	try {
		return await read();
	} catch (error) {
		if (error instanceof Unreadable) throw error;
		const why = error instanceof Error ? error.message : String(error);
		throw new Unreadable(
			/relative path|absolute path|invalid characters in fileName/.test(why) ? 'unsafe-path' : 'file-damaged',
			{ why },
		);
	}
}
