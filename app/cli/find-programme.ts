import type { Programme } from '#app/domain/programmes/programme.ts';
import { WrongUse } from './command.ts';

/**
 * The programme by its short name, `caring-dads[@VERSION][/VARIANT]`, the newest version when none is named; throws
 * `WrongUse` that lists them all when there is none.
 */
export function findProgramme(text: string, programmes: readonly Programme[]): Programme {
	const [, slug, version, variant] = /^([a-z0-9-]+)(?:@([^/]+))?(?:\/(.+))?$/.exec(text) ?? [];
	const versions = programmes.filter((known) => known.slug === slug && known.variant === (variant ?? null));
	const found = version ? versions.find((known) => known.version === version) : versions.at(-1);
	if (found) return found;
	const known = programmes.map((one) => `${one.slug}@${one.version}${one.variant ? `/${one.variant}` : ''}`);
	throw new WrongUse(`There is no programme “${text}”. There are: ${known.join(', ')}.`);
}
