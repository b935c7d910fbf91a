import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { closuresView } from './closures-view.ts';
import { ClosuresPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Closures');

const SAID = {
	added:
		'The closure is added. Cohorts that are laid out from now on keep clear of it. Coordinators see here which sessions it hits.',
	removed: 'The closure is removed. Sessions that are laid out already stay where they are.',
};

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'closures');
	return json({ ...closuresView(context, actor), said: said(request, SAID) });
}

export default function Closures() {
	return <ClosuresPage view={useLoaderData<typeof loader>()} />;
}
