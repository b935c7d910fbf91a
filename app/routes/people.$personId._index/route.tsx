import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { asId, type PersonId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { PersonPage } from './page.tsx';
import { personView } from './person-view.ts';

export const meta: MetaFunction = () => pageTitle('Person');

const SAID = {
	exited: 'The exit is recorded. If it was a mistake, undo it below.',
	postcode: 'The postcode is saved.',
	referrer: 'The referrer is saved.',
	undone: 'The end of the place is undone: it goes on.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'person');
	const view = orNotFound(personView(context, actor, asId<PersonId>(params.personId!)));
	return json({ view, said: said(request, SAID) });
}

export default function Person() {
	const { view, said: sentence } = useLoaderData<typeof loader>();
	return <PersonPage view={view} said={sentence} />;
}
