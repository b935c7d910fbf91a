import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type VenueId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { nameInUse, staleName, venueForm } from '#app/http/place-form.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { renameVenue } from '#app/use-cases/places/rename-venue.ts';
import { findVenue, type VenueRow } from '#db/queries/places.ts';
import { VenuePage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Venue');

const SAID = {
	added: 'The venue is added. Now add its rooms.',
	renamed: 'The new name is saved.',
	'room-added': 'The room is added.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'places');
	const { area, ...venue } = orNotFound(findVenue(context.db, actor, asId<VenueId>(params.venueId!)));
	return json({ venue, area: area.name, said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'places');
	const venueId = asId<VenueId>(params.venueId!);
	orNotFound(findVenue(context.db, actor, venueId));
	const read = await readForm(request, venueForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = renameVenue(context, actor, { venueId, ...read.value });
	if (outcome.done) return redirect(paths.venue(venueId, 'renamed'));
	if (outcome.code !== 'changed-meanwhile')
		return answerRefusal(outcome, read.form, nameInUse('venue', 'in this area'));
	const now = outcome.details.now as VenueRow;
	return answerStale(read.form, now.version, staleName(now.name));
}

export default function Venue() {
	const { venue, area, said } = useLoaderData<typeof loader>();
	const shown = { values: { name: venue.name, version: String(venue.version) }, errors: {} };
	const form = useActionData<{ form: FormState }>()?.form ?? shown;
	return <VenuePage venue={venue} area={area} form={form} said={said} />;
}
