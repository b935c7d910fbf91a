import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { parsePaperStyle } from '#app/domain/attendance/paper-names.ts';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { wayBack } from '#app/http/way-back.ts';
import { formatInstant } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { readTermPaper } from '#app/use-cases/register/read-paper.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { TermPaperPage } from './page.tsx';
import { viewOf } from './paper-view.ts';

export const meta: MetaFunction = () => pageTitle('Paper register of the coming sessions');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'register');
	const style = parsePaperStyle(new URL(request.url).searchParams.get('as'));
	const sheet = orNotFound(readTermPaper(context, actor, asId<CohortId>(params.cohortId!), style));
	showsPeople(context, sheet.people);
	const readsCohort = mayOn(context.db, actor, 'read', 'cohort', sheet.cohort.id);
	const back = wayBack(sheet.cohort.id, readsCohort, sheet.sessions[0]?.id);
	return json({ ...viewOf(sheet), back, style, printedAt: formatInstant(context.clock.now()) });
}

export default function TermPaper() {
	const { style, printedAt, back, ...view } = useLoaderData<typeof loader>();
	return <TermPaperPage view={view} back={back} style={style} printedAt={printedAt} />;
}
