import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { adaptationsTable, type RegisterToWrite } from '#app/domain/exports/adaptations-table.ts';
import type { Table } from '#app/domain/exports/table.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { programmeLabelAlone } from '#app/domain/programmes/variant.ts';
import { reviewRegister } from './review-register.ts';

/**
 * The register of this version of the programme, without its variants, as far as the actor may read it, as a sheet that may
 * leave the team: counts alone, and small ones hidden (§9.9).
 */
export function exportRegister(
	context: AppContext,
	actor: Actor,
	programme: Programme,
	names: RegisterToWrite['names'],
): Table {
	const asked = { version: programme.version, isAlone: true, about: null, standing: null };
	const { groups } = reviewRegister(context, actor, programme, asked);
	return adaptationsTable({ title: programmeLabelAlone(programme), groups, names });
}
