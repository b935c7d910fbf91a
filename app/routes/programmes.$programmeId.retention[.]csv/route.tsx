import type { LoaderFunctionArgs } from '@remix-run/node';
import { writeCsv } from '#app/delivery/spreadsheet/write-csv.ts';
import { programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { type AreaId, asId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { download } from '#app/http/download.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { FATE_NAMES } from '#app/ui/retention/retention-words.ts';
import { exportRetention } from '#app/use-cases/retention/export-retention.ts';

/** What became of the places of each area of a programme, small counts hidden, as a CSV file. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'retention');
	const programme = orNotFound(programmeWithId(context.content.programmes, params.programmeId!));
	const area = new URL(request.url).searchParams.get('area');
	const areaId = area ? asId<AreaId>(area) : null;
	const table = exportRetention(context, actor, programme, { areaId, names: FATE_NAMES });
	return download(context, writeCsv(table), { kind: 'csv', name: `retention-${params.programmeId}`, people: [] });
}
