import type { ListKind } from '#app/domain/imports/lists/import-kinds.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { Sentences } from '#app/ui/blocks/sentences.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { formatCount } from '#app/ui/format.ts';
import type { ListView } from './list-view.ts';

type ListPageProps = { readonly view: ListView; readonly said: string | null; readonly form: FormState };

const NAMES: Readonly<Record<ListKind, string>> = {
	facilitators: 'facilitator',
	cohorts: 'cohort',
	'school-holidays': 'school holiday',
};

/** A list before it is brought in, row by row; afterwards, what came of it. */
export function ListPage({ view, said, form }: ListPageProps) {
	const { kind, fileName, state, rows, refused, clashes, toLookAt, back, undoHref, broughtIn } = view;
	const count = formatCount(NAMES[kind], broughtIn);
	return (
		<>
			<BackLink href={back} />
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={fileName} title={TITLES[state]}>
				<p className="govuk-body-l">{SENTENCES[state](count)}</p>
				<p className="govuk-body">{rows}</p>
			</PageHeader>
			<Sentences title="Refused" intro="These rows are not brought in." lines={refused} />
			<Sentences title="Clashes" intro="These cohorts come in as drafts until that is resolved." lines={clashes} />
			<Sentences title="To look at" intro="These are brought in as each line says." lines={toLookAt} />
			{view.fingerprint === null ? <Lines view={view} /> : <ImportForm view={view} form={form} />}
			{undoHref && (
				<p className="govuk-body">
					<a className="govuk-link" href={undoHref}>
						{state === 'uploaded' ? 'Delete this file' : 'Undo this import'}
					</a>
				</p>
			)}
		</>
	);
}

const TITLES = {
	uploaded: 'Check before you bring it in',
	imported: 'What was brought in',
	undone: 'This import was undone',
} as const;
const SENTENCES = {
	uploaded: (count: string) => `Nothing is brought in yet. It would be ${count}.`,
	imported: (count: string) => `${count} came in.`,
	undone: (count: string) => `${count} had come in, and were taken out again.`,
} as const;

function ImportForm({ view, form }: Omit<ListPageProps, 'said'>) {
	const { lines, kind, fingerprint, broughtIn } = view;
	const isChosen = kind === 'school-holidays';
	const proposed = lines.filter(({ comesIn }) => comesIn).map(({ row }) => String(row));
	const ticks = form.values.fingerprint === undefined ? { ...form, values: { rows: proposed } } : form;
	return (
		<>
			<Lines view={isChosen ? { ...view, lines: lines.filter(({ mayChoose }) => !mayChoose) } : view} />
			<form method="post" noValidate>
				<HiddenField name="fingerprint" value={fingerprint ?? ''} />
				{isChosen && (
					<CheckboxesField
						form={ticks}
						name="rows"
						legend="Which of these are school holidays?"
						items={lines
							.filter(({ mayChoose }) => mayChoose)
							.map(({ row, name, what, note }) => ({
								value: String(row),
								label: name,
								hint: note === null ? what : `${what}. ${note}`,
							}))}
					/>
				)}
				{(isChosen || broughtIn > 0) && <Button preventDoubleClick>Bring in</Button>}
			</form>
		</>
	);
}

function Lines({ view: { lines } }: { readonly view: Pick<ListView, 'lines'> }) {
	if (lines.length === 0) return null;
	return (
		<Table
			stacked
			firstCellIsHeader
			caption="The rows that could be read"
			captionSize="m"
			head={['Row', 'What it says', 'To know']}
			rows={lines.map(({ row, name, what, note, comesIn }) => [
				<span key="name">
					{name}
					<span className="figure-note">row {row}</span>
				</span>,
				what,
				note ?? (comesIn ? 'Comes in' : 'Left out'),
			])}
		/>
	);
}
