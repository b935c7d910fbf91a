import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import type { DraftView } from './draft-view.ts';

type DraftPageProps = {
	readonly view: DraftView;
	readonly answer: {
		readonly form: FormState;
		readonly clashes?: readonly { readonly session: string; readonly sentences: readonly string[] }[];
	};
};

/** A cohort that waits: what a draft is, what is in its way once it was asked, and opening it. */
export function DraftPage({ view: { id, name, area, isDraft }, answer: { form, clashes = [] } }: DraftPageProps) {
	return (
		<>
			<BackLink href={paths.cohort(id)} />
			<FormErrorSummary form={form} />
			<PageHeader caption={area} title={`${name}: draft`}>
				<p className="govuk-body">
					{isDraft
						? 'When this cohort was planned, some of its sessions could not be held. Until nothing is in its way, nobody can get a place in it, no calendar shows it and no message is sent.'
						: 'This cohort is no draft: people can get a place in it.'}
				</p>
			</PageHeader>
			{clashes.length > 0 && (
				<>
					<h2 className="govuk-heading-m">In its way now</h2>
					<SummaryList
						rows={clashes.map(({ session, sentences }) => ({ key: session, value: sentences.join('. ') }))}
					/>
				</>
			)}
			{isDraft && (
				<form method="post" noValidate>
					{form.errors.accept && (
						<CheckboxesField
							form={form}
							name="accept"
							items={[{ value: 'yes', label: 'I know, and will put it right before the first session' }]}
						/>
					)}
					<Button preventDoubleClick>Check every session and open the cohort</Button>
				</form>
			)}
		</>
	);
}
