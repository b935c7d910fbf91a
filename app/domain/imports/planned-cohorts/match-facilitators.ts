import { plainText } from '../lists/cell-text.ts';
import type { KnownFacilitator, TeamMate } from './planned-cohort.ts';

/**
 * Whom a name in a plan means: a full name or a known-as with the surname for certain, an initial with the surname where
 * only one person fits (`interpreted`). Anybody else is only a name.
 */
export function matchFacilitator(
	written: string,
	known: readonly KnownFacilitator[],
): TeamMate & { readonly interpreted: boolean } {
	const name = plain(written);
	const certain = known.filter((person) => namesOf(person).includes(name));
	const [one, another] = certain;
	if (one && !another) return { name: one.name, known: one, interpreted: false };
	const [, initial, surname] = /^(\p{L})\.? (.+)$/u.exec(name) ?? [];
	const fitting = known.filter((person) => namesOf(person).some((each) => isShort(each, initial, surname)));
	const [only, more] = fitting;
	if (certain.length === 0 && initial && only && !more) return { name: only.name, known: only, interpreted: true };
	return { name: written, known: null, interpreted: false };
}

function isShort(name: string, initial: string | undefined, surname: string | undefined): boolean {
	return initial !== undefined && name.startsWith(initial) && name.endsWith(` ${surname}`);
}

function namesOf({ name, knownAs }: KnownFacilitator): readonly string[] {
	const surname = plainText(name).split(' ').slice(1).join(' ');
	return [plain(name), ...(knownAs ? [plain(`${knownAs} ${surname}`)] : [])];
}

function plain(name: string): string {
	return plainText(name).toLowerCase();
}
