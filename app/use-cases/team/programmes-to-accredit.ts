import type { AppContext } from '#app/context.ts';
import type { Side } from '#app/domain/programmes/programme.ts';

export type ProgrammeToAccredit = { readonly slug: string; readonly name: string; readonly side: Side };

/** Each programme once, whatever its versions and variants: an accreditation is for the programme. By name. */
export function programmesToAccredit({
	programmes,
}: Pick<AppContext['content'], 'programmes'>): readonly ProgrammeToAccredit[] {
	const bySlug = new Map(programmes.map(({ slug, name, side }) => [slug, { slug, name, side }]));
	return [...bySlug.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}
