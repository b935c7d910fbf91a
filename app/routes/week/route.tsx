import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { dayOf } from '#app/domain/shared/instant.ts';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { show } from '#app/http/show.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { WeekPage } from './page.tsx';
import { readQuestion } from './question.ts';
import { readWeek, type WeekView } from './week-view.ts';

export const meta: MetaFunction = () => pageTitle('Week');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'cohort');
	return show(readWeek(context, actor, readQuestion(request, dayOf(context.clock.now()))));
}

export default function Week() {
	return <WeekPage view={useLoaderData() as WeekView} />;
}
