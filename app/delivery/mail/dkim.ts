import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** By which key in the domain’s DNS a message can be held to be ours, and where its private half lies. */
export type DkimSettings = { readonly selector: string; readonly keyFile: string };

/** As nodemailer signs with it. */
export type DkimKey = { readonly domainName: string; readonly keySelector: string; readonly privateKey: string };

/** The private key cannot be used; the message is a sentence for the operator, and never holds any of the key. */
export class DkimKeyFault extends Error {}

/**
 * The key that signs what leaves (RFC 6376), for the domain of the sender’s address, as DMARC asks for. Throws
 * `DkimKeyFault` when the file cannot be read or holds no private RSA key of 1,024 bits or more.
 */
export function readDkimKey({ selector, keyFile }: DkimSettings, senderAddress: string): DkimKey {
	const privateKey = readText(keyFile);
	if (!isRsaKey(privateKey))
		throw new DkimKeyFault(`DKIM_KEY_FILE names ${keyFile}, which holds no private RSA key of 1,024 bits or more.`);
	return { domainName: senderAddress.slice(senderAddress.lastIndexOf('@') + 1), keySelector: selector, privateKey };
}

function readText(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (fault) {
		const { code } = fault as NodeJS.ErrnoException;
		throw new DkimKeyFault(`DKIM_KEY_FILE names ${file}, which cannot be read (${code}).`);
	}
}

function isRsaKey(pem: string): boolean {
	try {
		const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
		return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 1024;
	} catch {
		return false;
	}
}
