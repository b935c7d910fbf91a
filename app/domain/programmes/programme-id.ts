import type { Programme, ProgrammeKey } from './programme.ts';

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * What stands for a programme version and variant in an address or a form: 13 letters and digits that name no programme
 * (docs/security.md), the same on every machine. It is a fingerprint (FNV-1a, 64 bits), not a secret.
 */
export function programmeIdOf({ slug, version, variant }: ProgrammeKey): string {
	let hash = OFFSET;
	for (const letter of `${slug}@${version}/${variant ?? ''}`) {
		hash = BigInt.asUintN(64, (hash ^ BigInt(letter.codePointAt(0)!)) * PRIME);
	}
	return hash.toString(36).padStart(13, '0');
}

/** The programme with this id; null when there is none. */
export function programmeWithId(programmes: readonly Programme[], id: string): Programme | null {
	return programmes.find((programme) => programmeIdOf(programme) === id) ?? null;
}
