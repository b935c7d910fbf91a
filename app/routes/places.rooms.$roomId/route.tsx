import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type RoomId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { nameInUse, roomForm, staleName } from '#app/http/place-form.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { renameRoom } from '#app/use-cases/places/rename-room.ts';
import { findRoom, type RoomRow } from '#db/queries/places.ts';

export const meta: MetaFunction = () => pageTitle('Rename a room');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'places');
	const { name, version, venue } = orNotFound(findRoom(context.db, actor, asId<RoomId>(params.roomId!)));
	return json({ name, version: String(version), venue: { id: venue.id, name: venue.name } });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'places');
	const roomId = asId<RoomId>(params.roomId!);
	orNotFound(findRoom(context.db, actor, roomId));
	const read = await readForm(request, roomForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = renameRoom(context, actor, { roomId, ...read.value });
	if (outcome.done) return redirect(paths.venue(outcome.value, 'renamed'));
	if (outcome.code !== 'changed-meanwhile')
		return answerRefusal(outcome, read.form, nameInUse('room', 'at this venue'));
	const now = outcome.details.now as RoomRow;
	return answerStale(read.form, now.version, staleName(now.name));
}

export default function Room() {
	const { venue, ...room } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? { values: room, errors: {} };
	return (
		<>
			<BackLink href={paths.venue(venue.id)} />
			<FormErrorSummary form={form} />
			<PageHeader caption={venue.name} title={`Rename ${room.name}`} />
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version')} />
				<TextField form={form} name="name" label="Name of the room" width={20} />
				<Button preventDoubleClick>Save name</Button>
			</form>
		</>
	);
}
