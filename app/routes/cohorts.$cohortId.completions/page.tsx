import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { MissingList } from '#app/ui/fidelity/missing-list.tsx';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import type { CompletionsView } from './completions-view.ts';

type CompletionsPageProps = { readonly view: CompletionsView; readonly form: FormState };

/** Who has received what the programme asks for: a person confirms it. The others stand below with what they lack. */
export function CompletionsPage({ view, form }: CompletionsPageProps) {
	const { name, caption, backHref, receivedHref, ready, others } = view;
	return (
		<>
			<BackLink href={backHref}>Who stays and who leaves</BackLink>
			<FormErrorSummary form={form} />
			<PageHeader caption={`${name} · ${caption}`} title="Who completed">
				<p className="govuk-body">
					From the registers and the logs together. Plumbline suggests, and nobody completes until you say so.{' '}
					<a className="govuk-link" href={receivedHref}>
						What each person received
					</a>
				</p>
			</PageHeader>
			{ready.length === 0 ? (
				<p className="govuk-body">
					There is nobody to confirm: nobody has received all that is asked for, with no session ahead.
				</p>
			) : (
				<form method="post" noValidate>
					<CheckboxesField
						form={form}
						name="enrolmentId"
						legend="Have received what the programme asks for"
						legendSize="m"
						items={ready.map(({ id, label, hint }) => ({ value: id, label, hint }))}
					/>
					<Button preventDoubleClick>Record that they completed</Button>
				</form>
			)}
			{others.length > 0 && <Others others={others} />}
		</>
	);
}

function Others({ others }: { readonly others: CompletionsView['others'] }) {
	return (
		<section aria-labelledby="others-heading">
			<h2 className="govuk-heading-m" id="others-heading">
				Not yet, or not any more
			</h2>
			<Table
				stacked
				firstCellIsHeader
				head={['Person', 'Why', { content: <span className="govuk-visually-hidden">Change</span> }]}
				rows={others.map(({ name, reference, href, why, exit, missing }) => [
					<span key="name">
						<a className="govuk-link" href={href}>
							{name}
						</a>{' '}
						{name !== reference && <span className="figure-note">{reference}</span>}
					</span>,
					<Why key="why" why={why} missing={missing} of={name} />,
					<a key="exit" className="govuk-link no-print" href={exit}>
						Record an exit<span className="govuk-visually-hidden"> of {name}</span>
					</a>,
				])}
			/>
		</section>
	);
}

type WhyProps = Pick<CompletionsView['others'][number], 'why' | 'missing'> & { readonly of: string };

function Why({ why, missing, of }: WhyProps) {
	return (
		<>
			{why}
			{missing.length > 0 && (
				<>
					. Missing core content:
					<MissingList lines={missing} of={of} />
				</>
			)}
		</>
	);
}
