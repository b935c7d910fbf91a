import { paths } from '#app/paths.ts';
import { EntryTable } from '#app/ui/audit/entry-table.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PageNumbers } from '#app/ui/blocks/page-numbers.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { formatCount } from '#app/ui/format.ts';
import type { AlertView } from './alert-view.ts';

export function AlertPage({ view, form }: { readonly view: AlertView; readonly form: FormState }) {
	const { id, why, who, when, closed, isOwn, entries, total, page, pages } = view;
	const facts = [
		{ key: 'Who', value: who },
		{ key: 'First noticed', value: when },
		{ key: 'People', value: <People view={view} /> },
		...(closed ? [{ key: 'Closed', value: `${closed.when} by ${closed.by}` }] : []),
		...(closed ? [{ key: 'What came of it', value: closed.note }] : []),
	];
	return (
		<>
			<BackLink href={paths.alerts()}>Alerts</BackLink>
			<FormErrorSummary form={form} />
			<PageHeader caption="Alert" title={why} />
			<SummaryList rows={facts} />
			{!closed && (isOwn ? <Own /> : <Closing form={form} />)}
			<h2 className="govuk-heading-m">What they looked at that day</h2>
			<p className="govuk-body quiet">{formatCount('entry', total)} about these people</p>
			<EntryTable caption="What they looked at that day, the newest first" entries={entries} />
			<PageNumbers page={page} pages={pages} hrefOf={(number) => paths.alertPage(id, number)} />
		</>
	);
}

function People({ view: { named, people } }: { readonly view: AlertView }) {
	if (named.length === 0) return formatCount('person', people);
	return (
		<ul className="govuk-list">
			{named.map(({ href, text }) => (
				<li key={href}>
					<a className="govuk-link" href={href}>
						{text}
					</a>
				</li>
			))}
		</ul>
	);
}

function Own() {
	return <InsetText>This alert is about you. Another lead closes it.</InsetText>;
}

function Closing({ form }: { readonly form: FormState }) {
	return (
		<form method="post" noValidate>
			<HiddenField name="version" value={textOf(form, 'version')} />
			<TextareaField
				form={form}
				name="note"
				label="What came of it"
				labelSize="m"
				hint="Whom you asked and what they said. Do not write about the people themselves."
				rows={3}
			/>
			<Button preventDoubleClick>Close the alert</Button>
		</form>
	);
}
