import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { asId, type FamilyId, type StaffId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { answerFamilyRefusal } from '#app/http/family-form.ts';
import { optionalText, shownVersion } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { setFamilyWorker } from '#app/use-cases/families/set-family-worker.ts';
import { findFamily, listFamilyWorkers } from '#db/queries/families/families.ts';

export const meta: MetaFunction = () => pageTitle('Who holds this family');

const workerForm = z.object({
	version: shownVersion(),
	worker: optionalText(60).transform((id) => (id ? asId<StaffId>(id) : null)),
});

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'family');
	const family = orNotFound(findFamily(context.db, actor, asId<FamilyId>(params.familyId!), 'write'));
	const { id, reference, area, workerId, version } = family;
	const values = { version: String(version), worker: workerId ?? '' };
	return json({ id, reference, area, workers: listFamilyWorkers(context.db, family.areaId), values });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'family');
	const familyId = asId<FamilyId>(params.familyId!);
	orNotFound(findFamily(context.db, actor, familyId, 'write'));
	const read = await readForm(request, workerForm);
	if (!read.ok) return formErrors(read.form);
	const { worker, version } = read.value;
	const outcome = setFamilyWorker(context, actor, { familyId, version, workerId: worker });
	return outcome.done ? redirect(paths.family(familyId, 'worker')) : answerFamilyRefusal(outcome, read.form);
}

export default function FamilyWorker() {
	const { id, reference, area, workers, values } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? { values, errors: {} };
	return (
		<>
			<BackLink href={paths.family(id)}>{`Family ${reference}`}</BackLink>
			<FormErrorSummary form={form} />
			<PageHeader caption={`Family ${reference} · ${area}`} title="Who holds this family" />
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version')} />
				<SelectField
					form={form}
					name="worker"
					label="Partner-support worker"
					labelSize="s"
					hint="Partner-support workers of this area. Nobody who works with the other side of this family can hold it."
					options={[{ value: '', label: 'Nobody yet' }, ...workers.map(({ id, name }) => ({ value: id, label: name }))]}
				/>
				<Button preventDoubleClick>Save worker</Button>
			</form>
		</>
	);
}
