import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { TodayPage } from './page.tsx';
import { readTodayView } from './today-view.ts';

export const meta: MetaFunction<typeof loader> = () => pageTitle('Today');

export function loader({ request, context }: LoaderFunctionArgs) {
	return readTodayView(context, requireAccess(request, context, 'write', 'register'));
}

export default function Today() {
	return <TodayPage view={useLoaderData<typeof loader>()} />;
}
