import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { SIDE_NAMES } from '#app/domain/programmes/programme.ts';
import { asId, type PersonId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { requireAccess } from '#app/http/actor.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { formatDate } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { setNonAssociation } from '#app/use-cases/families/set-non-association.ts';
import { listNonAssociations, type NonAssociationRow } from '#db/queries/families/non-associations.ts';
import { findPerson } from '#db/queries/people.ts';
import { nonAssociationForm, SENTENCES } from './form.ts';
import { NonAssociationsPage, type NonAssociationsView } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Who they may not meet');

const SAID = { kept: 'These two may not meet from now on.', ended: 'These two may meet again.' };

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'non-association');
	const { personId, name, reference } = orNotFound(findPerson(context.db, actor, asId<PersonId>(params.personId!)));
	const person = name === reference ? reference : `${name} (${reference})`;
	const others = listNonAssociations(context.db, actor, personId);
	showsPeople(context, [personId, ...others.map((other) => other.personId)]);
	const pairs = others.map((pair) => lineOf(personId, pair));
	return json({ view: { personId, person, pairs }, said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'non-association');
	const personId = asId<PersonId>(params.personId!);
	orNotFound(findPerson(context.db, actor, personId));
	const read = await readForm(request, nonAssociationForm);
	if (!read.ok) return formErrors(read.form);
	const { reason, ...other } = read.value;
	const outcome = setNonAssociation(context, actor, { personId, other, reason });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	return redirect(paths.nonAssociations(personId, 'kept'));
}

function lineOf(personId: PersonId, { id, name, reference, side, reason, setBy, setAt, ...pair }: NonAssociationRow) {
	return {
		name,
		reference,
		href: paths.person(pair.personId),
		side: SIDE_NAMES[side],
		reason,
		set: `${setBy}, ${formatDate(dayOf(setAt))}`,
		endHref: paths.nonAssociationEnd(personId, id),
	};
}

export default function NonAssociations() {
	const { view, said: sentence } = useLoaderData() as { view: NonAssociationsView; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <NonAssociationsPage view={view} said={sentence} form={form} />;
}
