import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type PersonId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { restrictPerson } from '#app/use-cases/access/restrict-person.ts';
import { findRestriction, listPossibleReaders } from '#db/queries/access/restrictions.ts';
import { formOf, restrictionForm, SENTENCES, staleForm } from './form.ts';
import { RestrictionPage, type RestrictionView } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Who may see the name');

const SAID = {
	saved: 'Who may see the name is saved. Everybody else reads the reference.',
	lifted: 'The restriction is lifted.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'restriction');
	const found = orNotFound(findRestriction(context.db, actor, asId<PersonId>(params.personId!)));
	const { personId, name, reference, version, readers } = found;
	showsPeople(context, [personId]);
	const active = listPossibleReaders(context.db, actor);
	const gone = readers.filter(({ id }) => !active.some((one) => one.id === id));
	const person = name === reference ? reference : `${name} (${reference})`;
	const view = { personId, person, version, staff: [...active, ...gone], said: said(request, SAID) };
	return json({ view, form: formOf(found) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'restriction');
	const personId = asId<PersonId>(params.personId!);
	orNotFound(findRestriction(context.db, actor, personId));
	const read = await readForm(request, restrictionForm);
	if (!read.ok) return formErrors(read.form);
	const { readers: readerIds, version } = read.value;
	const outcome = restrictPerson(context, actor, { personId, version, readerIds });
	if (outcome.done) return redirect(paths.restriction(personId, 'saved'));
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, SENTENCES);
	return formErrors(staleForm(read.form, orNotFound(findRestriction(context.db, actor, personId))), 409);
}

export default function RestrictionOfPerson() {
	const { view, form: fresh } = useLoaderData() as { view: RestrictionView; form: FormState };
	const form = useActionData<{ form: FormState }>()?.form ?? fresh;
	return <RestrictionPage view={view} form={form} />;
}
