import { RELATIONSHIP_NAMES, RELATIONSHIPS } from '#app/domain/people/family.ts';
import type { FamilyId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { NamedPersonFields } from '#app/ui/families/named-person-fields.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { Fieldset } from '#app/ui/forms/fieldset.tsx';

type NewMemberPageProps = {
	readonly view: { readonly id: FamilyId; readonly reference: string; readonly addsNew: boolean };
	readonly form: FormState;
};

export function NewFamilyMemberPage({ view: { id, reference, addsNew }, form }: NewMemberPageProps) {
	return (
		<>
			<BackLink href={paths.family(id)}>{`Family ${reference}`}</BackLink>
			<FormErrorSummary form={form} />
			<PageHeader caption={`Family ${reference}`} title="Add a member" />
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version')} />
				<NamedPersonFields
					form={form}
					referenceLabel="Reference"
					referenceHint="What the team calls them on paper, such as CD26/01. It finds who is in the records already."
				/>
				<RadiosField
					form={form}
					name="relationship"
					legend="How they belong to the family"
					legendSize="s"
					small
					items={RELATIONSHIPS.map((value) => ({ value, label: RELATIONSHIP_NAMES[value] }))}
				/>
				{addsNew && (
					<Fieldset legend="Name, only of somebody new" legendSize="s">
						<p className="govuk-hint">
							For somebody on the survivor and child side who is in no records yet, a child for instance. Leave both
							empty for somebody whom the reference finds.
						</p>
						<TextField form={form} name="givenName" label="Given name" autoComplete="off" width={20} />
						<TextField form={form} name="familyName" label="Family name" autoComplete="off" width={20} />
					</Fieldset>
				)}
				<Button preventDoubleClick>Add to the family</Button>
			</form>
		</>
	);
}
