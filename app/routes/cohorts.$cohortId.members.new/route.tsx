import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { enrolPerson, findJoining } from '#app/use-cases/people/enrol-person.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { memberForm, SENTENCES } from './form.ts';
import { joiningView } from './joining-view.ts';
import { NewMemberPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Add a person');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'person');
	const cohortId = asId<CohortId>(params.cohortId!);
	const joining = findJoining(context, context.db, actor, cohortId);
	if (!joining.done && joining.code === 'not-found') throw notFound();
	return json(orNotFound(joiningView(context, actor, cohortId, joining)));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'person');
	const cohortId = asId<CohortId>(params.cohortId!);
	if (!mayOn(context.db, actor, 'write', 'person', cohortId)) throw notFound();
	const read = await readForm(request, memberForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = enrolPerson(context, actor, { cohortId, who: read.value });
	return outcome.done ? redirect(paths.cohort(cohortId, 'added')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function NewMember() {
	const view = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <NewMemberPage view={view} form={form} />;
}
