import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Closes text with a key that only its owner’s browser holds, so that the database and its backups cannot be read for it. */
export function seal(text: string, key: string): string {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', keyOf(key), nonce);
	const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The text again; null when the key is another or a byte was changed. */
export function unseal(sealed: string, key: string): string | null {
	const bytes = Buffer.from(sealed, 'base64url');
	try {
		const decipher = createDecipheriv('aes-256-gcm', keyOf(key), bytes.subarray(0, 12));
		decipher.setAuthTag(bytes.subarray(12, 28));
		return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
	} catch {
		return null;
	}
}

/** Another derivation than that of the hash by which the key is looked up: from that hash nothing can be opened. */
function keyOf(key: string): Buffer {
	return createHash('sha256').update('seal ').update(key).digest();
}
