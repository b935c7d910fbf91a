import type { PersonId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';

export type RestrictionView = {
	readonly personId: PersonId;
	readonly person: string;
	readonly version: number | null;
	/** Who can be chosen, and who sees the name now. */
	readonly staff: readonly { readonly id: string; readonly name: string }[];
	readonly said: string | null;
};

export function RestrictionPage({ view, form }: { readonly view: RestrictionView; readonly form: FormState }) {
	const { personId, person, version, staff, said } = view;
	const isRestricted = version !== null;
	return (
		<>
			<BackLink href={paths.person(personId)} />
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={person} title="Who may see the name">
				<p className="govuk-body">
					For somebody close to a colleague. Whoever is not chosen reads the reference instead of the name in every
					list, register, message and search; the person is counted as everybody else is.
				</p>
			</PageHeader>
			{isRestricted && (
				<InsetText>
					<p className="govuk-body">The name is kept from everybody who is not ticked below.</p>
					<form method="post" action={paths.restrictionEnd(personId)}>
						<HiddenField name="version" value={String(version)} />
						<Button variant="secondary" className="govuk-!-margin-bottom-0" preventDoubleClick>
							Lift the restriction
						</Button>
					</form>
				</InsetText>
			)}
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version')} />
				<CheckboxesField
					form={form}
					name="readers"
					legend="Who may see the name"
					legendSize="m"
					hint={
						isRestricted
							? 'What else they see of the person does not change.'
							: 'You are one of them, whether you tick yourself or not. What else they see of the person does not change.'
					}
					small
					items={staff.map(({ id, name }) => ({ value: id, label: name }))}
				/>
				<Button preventDoubleClick>{isRestricted ? 'Save who may see it' : 'Keep the name from everybody else'}</Button>
			</form>
		</>
	);
}
