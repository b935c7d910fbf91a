import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type OutboxView, readFilter, readOutbox } from './list-view.ts';
import { OutboxPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Messages');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'message');
	return json(readOutbox(context, actor, readFilter(request)));
}

export default function Messages() {
	return <OutboxPage view={useLoaderData() as OutboxView} />;
}
