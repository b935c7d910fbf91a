import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MARK_MEANINGS } from '#app/domain/attendance/marks.ts';
import { parsePaperStyle } from '#app/domain/attendance/paper-names.ts';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { formatInstant, formatShortDay, formatTime } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type PaperLine, type PaperSheet, readTermPaper } from '#app/use-cases/register/read-paper.ts';
import { TermPaperPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Paper register of the coming sessions');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'register');
	const style = parsePaperStyle(new URL(request.url).searchParams.get('as'));
	const sheet = orNotFound(readTermPaper(context, actor, asId<CohortId>(params.cohortId!), style));
	showsPeople(context, sheet.people);
	return json({ ...viewOf(sheet), style, printedAt: formatInstant(context.clock.now()) });
}

function viewOf({ cohort, sessions, lines }: PaperSheet) {
	return {
		cohortId: cohort.id,
		cohort: cohort.name,
		sessions: sessions.map(({ id, planNumber, time }) => ({
			id,
			planNumber,
			day: time ? formatShortDay(time.day) : '',
			time: time ? formatTime(time.startTime) : '',
		})),
		lines: lines.map((line) => ({ ...line, cells: line.cells.map(inCell) })),
	};
}
export type TermPaperView = ReturnType<typeof viewOf>;

/** A letter that is on record already, nothing to be filled in by hand, and a line where nobody is expected. */
function inCell(cell: PaperLine['cells'][number]): string {
	if (cell === 'not-expected') return '—';
	return cell === null ? '' : MARK_MEANINGS[cell].letter;
}

export default function TermPaper() {
	const { style, printedAt, ...view } = useLoaderData<typeof loader>();
	return <TermPaperPage view={view} style={style} printedAt={printedAt} />;
}
