import { randomBytes, hash as sha256Of } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { seal, unseal } from './sealing.ts';

/** Proves who somebody is: passwords as argon2id hashes, and secrets of links and cookies of which only a hash is kept. */
export type Credentials = {
	hashPassword(password: string): Promise<string>;
	/** Takes the same time whether or not there is a hash to compare with. */
	matchesPassword(password: string, passwordHash: string | null): Promise<boolean>;
	/** 256 random bits that fit into an address and a cookie. */
	newSecret(): string;
	/** How a secret is kept: it cannot be turned back, and being random it needs no salt. */
	hashSecret(secret: string): string;
	/** Closes text with a secret that is kept elsewhere. */
	seal(text: string, secret: string): string;
	/** The text again; null when the secret is another. */
	unseal(sealed: string, secret: string): string | null;
};

/** OWASP's minimum for argon2id, which is algorithm 2 and the library's default: 19 MiB, two passes, one lane. */
const ARGON2 = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The real thing; tests and the demonstration use it too. */
export function createCredentials(): Credentials {
	const nobody = hash(randomBytes(16).toString('hex'), ARGON2);
	return {
		hashPassword: (password) => hash(password, ARGON2),
		matchesPassword: async (password, passwordHash) => {
			const matches = await verify(passwordHash ?? (await nobody), password);
			return matches && passwordHash !== null;
		},
		newSecret: () => randomBytes(32).toString('base64url'),
		hashSecret: (secret) => sha256Of('sha256', secret, 'base64url'),
		seal,
		unseal,
	};
}
