import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type RetentionToWrite, retentionTable } from '#app/domain/exports/retention-table.ts';
import type { Table } from '#app/domain/exports/table.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { countsAlone, programmeLabelAlone } from '#app/domain/programmes/variant.ts';
import type { AreaId } from '#app/domain/shared/ids.ts';
import { reviewProgrammeRetention } from './review-programme-retention.ts';

type Asked = { readonly areaId: AreaId | null; readonly names: RetentionToWrite['names'] };

/**
 * What became of the places of each area of the programme, over the cohorts that the actor may read, as a sheet that may
 * leave the team: no person is in it, and small counts are hidden. A version is without its variants (§9.9).
 */
export function exportRetention(
	context: AppContext,
	actor: Actor,
	programme: Programme,
	{ areaId, names }: Asked,
): Table {
	const { cohorts } = reviewProgrammeRetention(context, actor, programme, { areaId, compare: 'cohorts' });
	const alone = cohorts.filter(({ cohort }) => countsAlone(programme, cohort));
	const areas = [...Map.groupBy(alone, ({ cohort }) => cohort.area)].map(([name, own]) => ({
		name,
		cohorts: own.length,
		places: own.flatMap(({ places }) => places),
	}));
	return retentionTable({ title: programmeLabelAlone(programme), names, areas: areas.toSorted(byName) });
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
	return one.name.localeCompare(other.name);
}
