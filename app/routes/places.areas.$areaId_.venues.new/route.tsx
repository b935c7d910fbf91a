import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { type AreaId, asId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { nameInUse, newVenueForm } from '#app/http/place-form.ts';
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
import { addVenue } from '#app/use-cases/places/add-venue.ts';
import { findArea } from '#db/queries/places.ts';

export const meta: MetaFunction = () => pageTitle('Add a venue');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'places');
	return json({ area: orNotFound(findArea(context.db, actor, asId<AreaId>(params.areaId!))).name });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'places');
	const areaId = asId<AreaId>(params.areaId!);
	orNotFound(findArea(context.db, actor, areaId));
	const read = await readForm(request, newVenueForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = addVenue(context, actor, { areaId, ...read.value });
	return outcome.done
		? redirect(paths.venue(outcome.value, 'added'))
		: answerRefusal(outcome, read.form, nameInUse('venue', 'in this area'));
}

export default function NewVenue() {
	const { area } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<>
			<BackLink href={paths.places()} />
			<FormErrorSummary form={form} />
			<PageHeader caption={area} title="Add a venue" />
			<form method="post" noValidate>
				<TextField
					form={form}
					name="name"
					label="Name of the venue"
					hint="Staff read it. Participants never do."
					width={30}
				/>
				<Button preventDoubleClick>Add venue</Button>
			</form>
		</>
	);
}
