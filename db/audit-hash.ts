import { hash } from 'node:crypto';
import { type StoredEntry, textToHash } from '#app/domain/audit/chain.ts';

/** The hash of an audit entry: SHA-256 of its text in hexadecimal, as `sha256sum` prints it. */
export function hashOfEntry(entry: StoredEntry): string {
	return hash('sha256', textToHash(entry));
}

/** The key of a set of people: the hash of its list as it is stored. */
export function keyOfPeople(people: string): string {
	return hash('sha256', people);
}
