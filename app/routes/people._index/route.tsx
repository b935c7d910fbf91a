import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { PeoplePage } from './page.tsx';
import { peopleView } from './people-view.ts';

export const meta: MetaFunction = () => pageTitle('People');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'person');
	const search = new URL(request.url).searchParams;
	const page = Number(search.get('page') ?? '1');
	const view = peopleView(context, actor, { everybody: search.get('show') === 'everybody', page });
	const mayOpen = mayAtAll(actor, 'write', 'opening');
	const contactsHref = mayAtAll(actor, 'write', 'safe-contact') ? paths.safeContacts() : null;
	return json({ view, mayOpen, contactsHref, said: said(request, { closed: 'The record is closed.' }) });
}

export default function People() {
	return <PeoplePage {...useLoaderData<typeof loader>()} />;
}
