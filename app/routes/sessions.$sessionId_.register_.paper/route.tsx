import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { parsePaperStyle } from '#app/domain/attendance/paper-names.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { formatInstant } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { readSessionPaper } from '#app/use-cases/register/read-paper.ts';
import { PaperPage } from './page.tsx';
import { viewOf } from './paper-view.ts';

export const meta: MetaFunction = () => pageTitle('Paper register');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'register');
	const style = parsePaperStyle(new URL(request.url).searchParams.get('as'));
	const sheet = orNotFound(readSessionPaper(context, actor, asId<SessionId>(params.sessionId!), style));
	showsPeople(context, sheet.people);
	return json({ ...viewOf(sheet), style, printedAt: formatInstant(context.clock.now()) });
}

export default function Paper() {
	const { style, printedAt, ...view } = useLoaderData<typeof loader>();
	return <PaperPage view={view} style={style} printedAt={printedAt} />;
}
