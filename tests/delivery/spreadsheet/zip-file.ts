import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = {
	readonly name: string;
	readonly content: string | Buffer;
	/** What the archive claims, where that is not the truth. */
	readonly claimedBytes?: number;
	readonly encrypted?: boolean;
	/** Already deflated content, with its checksum. */
	readonly deflated?: { readonly bytes: Buffer; readonly crc: number };
};

/** A zip archive, honest or not, without any library that would refuse to write it. */
export function zipFile(entries: readonly ZipEntry[]): Buffer {
	const files: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const entry of entries) {
		const name = Buffer.from(entry.name);
		const content = Buffer.from(entry.content);
		const body = entry.deflated?.bytes ?? deflateRawSync(content);
		const about = Buffer.alloc(26);
		about.writeUInt16LE(20, 0);
		about.writeUInt16LE((entry.encrypted ? 1 : 0) | 0x800, 2);
		about.writeUInt16LE(8, 4);
		about.writeUInt32LE(entry.deflated?.crc ?? crc32(content), 10);
		about.writeUInt32LE(body.length, 14);
		about.writeUInt32LE(entry.claimedBytes ?? content.length, 18);
		about.writeUInt16LE(name.length, 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, name, body]);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, rest, name]));
		files.push(local);
		offset += local.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
	end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...files, central, end]);
}
