import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { RELATIONSHIP_NAMES, RELATIONSHIPS } from '#app/domain/people/family.ts';
import { asId, type FamilyId, type PersonId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { answerFamilyRefusal } from '#app/http/family-form.ts';
import { oneOfCodes, shownVersion } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { changeRelationship } from '#app/use-cases/families/change-family-member.ts';
import { findFamilyMember } from '#db/queries/families/families.ts';

export const meta: MetaFunction = () => pageTitle('Member of a family');

const relationshipForm = z.object({
	version: shownVersion(),
	relationship: oneOfCodes(RELATIONSHIPS, 'Choose how they belong to the family'),
});

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'family');
	const ids = { familyId: asId<FamilyId>(params.familyId!), personId: asId<PersonId>(params.personId!) };
	const { family, member } = orNotFound(findFamilyMember(context.db, actor, ids, 'write'));
	showsPeople(context, [ids.personId]);
	const values = { version: String(family.version), relationship: member.relationship };
	return json({ ...ids, reference: family.reference, name: member.name, values });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'family');
	const ids = { familyId: asId<FamilyId>(params.familyId!), personId: asId<PersonId>(params.personId!) };
	orNotFound(findFamilyMember(context.db, actor, ids, 'write'));
	const read = await readForm(request, relationshipForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = changeRelationship(context, actor, { ...ids, ...read.value });
	return outcome.done ? redirect(paths.family(ids.familyId, 'changed')) : answerFamilyRefusal(outcome, read.form);
}

export default function FamilyMember() {
	const { familyId, personId, reference, name, values } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? { values, errors: {} };
	return (
		<>
			<BackLink href={paths.family(familyId)}>{`Family ${reference}`}</BackLink>
			<FormErrorSummary form={form} />
			<PageHeader caption={`Family ${reference}`} title={name} />
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version')} />
				<RadiosField
					form={form}
					name="relationship"
					legend="How they belong to the family"
					legendSize="s"
					small
					items={RELATIONSHIPS.map((value) => ({ value, label: RELATIONSHIP_NAMES[value] }))}
				/>
				<div className="govuk-button-group">
					<Button preventDoubleClick>Save relationship</Button>
					<ButtonLink variant="secondary" href={paths.familyMemberRemoval(familyId, personId)}>
						Remove from the family
					</ButtonLink>
				</div>
			</form>
		</>
	);
}
