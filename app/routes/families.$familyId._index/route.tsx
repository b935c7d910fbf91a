import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { asId, type FamilyId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type FamilyView, familyView } from './family-view.ts';
import { FamilyPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Family');

const SAID = {
	added: 'The family is added. Now add who belongs to it.',
	'member-added': 'The person belongs to this family now.',
	changed: 'How they belong to the family is changed.',
	removed: 'The person does not belong to this family any more. Nothing else of theirs changed.',
	worker: 'Who holds this family is changed.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'family');
	const view = orNotFound(familyView(context, actor, asId<FamilyId>(params.familyId!)));
	return json({ view, said: said(request, SAID) });
}

export default function Family() {
	const { view, said: sentence } = useLoaderData() as { view: FamilyView; said: string | null };
	return <FamilyPage view={view} said={sentence} />;
}
