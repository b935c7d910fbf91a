import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { asId, type PersonId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { CHANGED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { optionalPostcode, shownVersion } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
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
import { setPostcode } from '#app/use-cases/people/set-postcode.ts';
import { findPersonPostcode } from '#db/queries/audit/postcodes.ts';

export const meta: MetaFunction = () => pageTitle('Postcode');

const STALE = 'Somebody changed this person while you had the page open. Save again to put your postcode in its place';
const postcodeForm = z.object({ version: shownVersion(), postcode: optionalPostcode() });

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'person.postcode');
	const found = orNotFound(findPersonPostcode(context.db, actor, asId<PersonId>(params.personId!)));
	showsPeople(context, [found.personId]);
	return json(found);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'person.postcode');
	const personId = asId<PersonId>(params.personId!);
	orNotFound(findPersonPostcode(context.db, actor, personId));
	const read = await readForm(request, postcodeForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = setPostcode(context, actor, { personId, ...read.value });
	if (outcome.done) return redirect(paths.person(personId, 'postcode'));
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, CHANGED_TOO_OFTEN);
	return answerStale(read.form, Number(outcome.details.version), STALE);
}

export default function PersonPostcode() {
	const { personId, name, reference, postcode, version } = useLoaderData<typeof loader>();
	const fresh = { values: { version: String(version), postcode: postcode ?? '' }, errors: {} };
	const form = useActionData<{ form: FormState }>()?.form ?? fresh;
	return (
		<>
			<BackLink href={paths.person(personId)} />
			<FormErrorSummary form={form} />
			<PageHeader caption={`${name} (${reference})`} title="Postcode" />
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version')} />
				<TextField
					form={form}
					name="postcode"
					label="Postcode (optional)"
					hint="Only used to tell a lead when somebody on the staff with the same postcode looks at this person. Leave it empty to forget it."
					autoComplete="off"
					spellCheck={false}
					width={10}
				/>
				<Button preventDoubleClick>Save postcode</Button>
			</form>
		</>
	);
}
