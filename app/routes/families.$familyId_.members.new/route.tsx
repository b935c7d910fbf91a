import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { grantedRelations } from '#app/domain/access/policy.ts';
import { asId, type FamilyId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { answerFamilyRefusal } from '#app/http/family-form.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { addFamilyMember } from '#app/use-cases/families/add-family-member.ts';
import { findFamily } from '#db/queries/families/families.ts';
import { memberForm, SENTENCES } from './form.ts';
import { NewFamilyMemberPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Add a member');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'family');
	const { id, reference, version } = orNotFound(
		findFamily(context.db, actor, asId<FamilyId>(params.familyId!), 'write'),
	);
	const addsNew = grantedRelations(actor, 'write', 'person').includes('family-survivor');
	return json({ id, reference, addsNew, values: { version: String(version) } });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'family');
	const familyId = asId<FamilyId>(params.familyId!);
	orNotFound(findFamily(context.db, actor, familyId, 'write'));
	const read = await readForm(request, memberForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = addFamilyMember(context, actor, { familyId, ...read.value });
	if (!outcome.done) return answerFamilyRefusal(outcome, read.form, SENTENCES);
	return redirect(paths.family(familyId, 'member-added'));
}

export default function NewFamilyMember() {
	const { values, ...view } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? { values, errors: {} };
	return <NewFamilyMemberPage view={view} form={form} />;
}
