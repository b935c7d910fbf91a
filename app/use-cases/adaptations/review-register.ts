import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import {
	filterRegister,
	groupRegister,
	type RegisterFilter,
} from '#app/domain/fidelity/adaptations/adaptation-register.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { listHeldByPlan, listProgrammeAdaptations } from '#db/queries/fidelity/adaptation-register.ts';

/** Which version is asked for, by its number; null for every version of the programme. Alone it is without its variants. */
export type RegisterAsked = RegisterFilter & { readonly version: string | null; readonly isAlone?: boolean };
export type AdaptationRegister = ReturnType<typeof reviewRegister>;

/**
 * The register of what was changed in the sessions of a programme, as far as the actor may read it: `all` that stand in the
 * versions asked for, of which `groups` holds those that the filter leaves, by plan and activity. Of a session that did not
 * go ahead nothing was changed, so it is not in it. In two reads, however many sessions there are (§7.5).
 */
export function reviewRegister(
	{ db, clock, content }: AppContext,
	actor: Actor,
	programme: Programme,
	{ version, isAlone = false, ...filter }: RegisterAsked,
) {
	const versions = versionsOf(content.programmes, programme);
	const keys = versions.filter((one) => version === null || one.version === version);
	const found = listProgrammeAdaptations(db, actor, { keys, isAlone }, clock.now());
	const all = filterRegister(
		found
			.filter(({ session }) => session.state !== 'cancelled')
			.map((one) => ({ ...one, planNumber: one.session.planNumber })),
		{ about: null, standing: null },
	);
	return {
		versions: versions.map((one) => one.version),
		all,
		groups: groupRegister(filterRegister(all, filter), programme.plans),
		heldByPlan: listHeldByPlan(db, actor, keys),
	};
}

/** Every version of the programme in the same variant, this one among them. */
function versionsOf(programmes: readonly Programme[], { slug, variant }: Programme): readonly Programme[] {
	return programmes.filter((one) => one.slug === slug && one.variant === variant);
}
