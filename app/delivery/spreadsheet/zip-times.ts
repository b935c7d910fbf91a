const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
/** 1 January 1980, midnight: the first moment that a zip can name. */
const FIRST_TIME = 0x0000;
const FIRST_DAY = 0x0021;

/**
 * A zip whose files do not say when they were written: the same content is then the same bytes, whenever it is asked for.
 * Throws when it is no zip that we have just written.
 */
export function withoutTimes(zip: Buffer): Buffer {
	const end = zip.length - 22;
	if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('a zip without its directory at the end');
	let at = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
		if (zip.readUInt32LE(at) !== ENTRY) throw new Error('a zip whose directory does not list its files');
		const file = zip.readUInt32LE(at + 42);
		zip.writeUInt16LE(FIRST_TIME, at + 12);
		zip.writeUInt16LE(FIRST_DAY, at + 14);
		zip.writeUInt16LE(FIRST_TIME, file + 10);
		zip.writeUInt16LE(FIRST_DAY, file + 12);
		at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	return zip;
}
