import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { NATION_NAMES } from '#app/domain/scheduling/meeting-pattern.ts';
import { type AreaId, asId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { areaForm, nameInUse, staleName } from '#app/http/place-form.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { NationField } from '#app/ui/fields/nation-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { changeArea } from '#app/use-cases/places/change-area.ts';
import { type AreaRow, findArea } from '#db/queries/places.ts';

export const meta: MetaFunction = () => pageTitle('Area');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'places');
	const { name, nation, version } = orNotFound(findArea(context.db, actor, asId<AreaId>(params.areaId!)));
	return json({ name, nation, version: String(version) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'places');
	const areaId = asId<AreaId>(params.areaId!);
	orNotFound(findArea(context.db, actor, areaId));
	const read = await readForm(request, areaForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = changeArea(context, actor, { areaId, ...read.value });
	if (outcome.done) return redirect(paths.places('area-changed'));
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, nameInUse('area'));
	const now = outcome.details.now as AreaRow;
	return answerStale(read.form, now.version, staleName(now.name, `, ${NATION_NAMES[now.nation]}`));
}

export default function Area() {
	const area = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? { values: area, errors: {} };
	return (
		<>
			<BackLink href={paths.places()} />
			<FormErrorSummary form={form} />
			<PageHeader caption="Area" title={area.name} />
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version')} />
				<TextField form={form} name="name" label="Name of the area" width={30} />
				<NationField form={form} />
				<p className="govuk-body">Cohorts that are laid out already keep the nation that they have.</p>
				<Button preventDoubleClick>Save area</Button>
			</form>
		</>
	);
}
