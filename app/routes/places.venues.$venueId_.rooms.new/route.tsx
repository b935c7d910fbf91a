import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type VenueId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { nameInUse, newRoomForm } from '#app/http/place-form.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { addRoom } from '#app/use-cases/places/add-room.ts';
import { findVenue } from '#db/queries/places.ts';

export const meta: MetaFunction = () => pageTitle('Add a room');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'places');
	const { id, name } = orNotFound(findVenue(context.db, actor, asId<VenueId>(params.venueId!)));
	return json({ id, name });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'places');
	const venueId = asId<VenueId>(params.venueId!);
	orNotFound(findVenue(context.db, actor, venueId));
	const read = await readForm(request, newRoomForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = addRoom(context, actor, { venueId, ...read.value });
	return outcome.done
		? redirect(paths.venue(venueId, 'room-added'))
		: answerRefusal(outcome, read.form, nameInUse('room', 'at this venue'));
}

export default function NewRoom() {
	const venue = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<>
			<BackLink href={paths.venue(venue.id)} />
			<FormErrorSummary form={form} />
			<PageHeader caption={venue.name} title="Add a room" />
			<form method="post" noValidate>
				<TextField form={form} name="name" label="Name of the room" width={20} />
				<Button preventDoubleClick>Add room</Button>
			</form>
		</>
	);
}
