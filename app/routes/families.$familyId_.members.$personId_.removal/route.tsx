import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { asId, type FamilyId, type PersonId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { answerFamilyRefusal } from '#app/http/family-form.ts';
import { shownVersion } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { removeFamilyMember } from '#app/use-cases/families/change-family-member.ts';
import { findFamilyMember } from '#db/queries/families/families.ts';

export const meta: MetaFunction = () => pageTitle('Remove a member');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'family');
	const ids = { familyId: asId<FamilyId>(params.familyId!), personId: asId<PersonId>(params.personId!) };
	const { family, member } = orNotFound(findFamilyMember(context.db, actor, ids, 'write'));
	showsPeople(context, [ids.personId]);
	const values = { version: String(family.version) };
	return json({ ...ids, reference: family.reference, name: member.name, values });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'family');
	const ids = { familyId: asId<FamilyId>(params.familyId!), personId: asId<PersonId>(params.personId!) };
	orNotFound(findFamilyMember(context.db, actor, ids, 'write'));
	const read = await readForm(request, z.object({ version: shownVersion() }));
	if (!read.ok) return formErrors(read.form);
	const outcome = removeFamilyMember(context, actor, { ...ids, ...read.value });
	return outcome.done ? redirect(paths.family(ids.familyId, 'removed')) : answerFamilyRefusal(outcome, read.form);
}

export default function FamilyMemberRemoval() {
	const { familyId, personId, reference, name, values } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? { values, errors: {} };
	return (
		<>
			<BackLink href={paths.familyMember(familyId, personId)} />
			<FormErrorSummary form={form} />
			<PageHeader caption={`Family ${reference}`} title={`Remove ${name} from this family`} />
			<p className="govuk-body">When you remove them:</p>
			<ul className="govuk-list govuk-list--bullet">
				<li>their places, registers and safe contact stay as they are</li>
				<li>nothing keeps the teams of their cohorts and of this family’s other side apart any more</li>
				<li>you can see them only as far as you could before they were added</li>
			</ul>
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version')} />
				<Button variant="warning" preventDoubleClick>
					Remove from the family
				</Button>
			</form>
		</>
	);
}
