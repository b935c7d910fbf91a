/** Words that belong to the family name behind them. */
const PARTICLES = /^(de|de[ln]|de[rs]|la|le|van|von|di|da|dos|al|el|bin|ibn|ap|ab|ferch|mac|mc|ní|nic|ó|st\.?)$/i;

/**
 * A name as one cell holds it, in two: `Vaughan, Iestyn` is family name first, else the last word is the family name with
 * the particles before it. A single word is taken for the family name.
 */
export function splitName(name: string): { readonly givenName: string; readonly familyName: string } {
	const plain = name.replace(/\s+/g, ' ').trim();
	const [family, given, ...more] = plain.split(',').map((part) => part.trim());
	if (family && given && more.length === 0) return { givenName: given, familyName: family };
	const words = plain.split(' ');
	let start = words.length - 1;
	while (start > 1 && PARTICLES.test(words[start - 1]!)) start -= 1;
	return { givenName: words.slice(0, start).join(' '), familyName: words.slice(start).join(' ') };
}
