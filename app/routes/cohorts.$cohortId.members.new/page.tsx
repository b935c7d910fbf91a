import type { CohortId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { WarningText } from '#app/ui/components/warning-text.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { Fieldset } from '#app/ui/forms/fieldset.tsx';

type NewMemberPageProps = {
	readonly view: {
		readonly id: CohortId;
		readonly name: string;
		readonly places: string;
		/** Why nobody can be added; null when somebody can. */
		readonly closed: string | null;
		readonly joins: string | null;
	};
	readonly form: FormState;
};

export function NewMemberPage({ view, form }: NewMemberPageProps) {
	return (
		<>
			<BackLink href={paths.cohort(view.id)} />
			<FormErrorSummary form={form} />
			<PageHeader caption={`${view.name} · ${view.places}`} title="Add a person">
				{view.joins && <p className="govuk-body">{view.joins}</p>}
			</PageHeader>
			{view.closed ? (
				<WarningText>{view.closed}.</WarningText>
			) : (
				<form method="post" noValidate>
					<TextField
						form={form}
						name="reference"
						label="Reference"
						labelSize="s"
						hint="What your team calls them on paper, such as CD26/01"
						autoComplete="off"
						spellCheck={false}
						width={10}
					/>
					<Fieldset legend="Name" legendSize="s">
						<p className="govuk-hint">
							If they were in a cohort of yours before, leave the names empty: the reference finds them.
						</p>
						<TextField form={form} name="givenName" label="Given name" autoComplete="off" width={20} />
						<TextField form={form} name="familyName" label="Family name" autoComplete="off" width={20} />
						<TextField
							form={form}
							name="postcode"
							label="Postcode (optional)"
							hint="Only used to notice when somebody on the staff lives close by."
							autoComplete="off"
							spellCheck={false}
							width={10}
						/>
					</Fieldset>
					<Button preventDoubleClick>Add to the cohort</Button>
				</form>
			)}
		</>
	);
}
