import { ACTION_KIND_NAMES, ACTION_KINDS } from '#app/domain/audit/actions.ts';
import { paths } from '#app/paths.ts';
import { EntryTable } from '#app/ui/audit/entry-table.tsx';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PageNumbers } from '#app/ui/blocks/page-numbers.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { formatCount } from '#app/ui/format.ts';
import type { AuditView } from './audit-view.ts';
import { answersOf } from './filter.ts';

/** Everything that was done and looked at, for leads: through the filters, a page at a time. */
export function AuditPage({ view }: { readonly view: AuditView }) {
	const { form, entries, total, page, pages } = view;
	return (
		<>
			<FormErrorSummary form={form} />
			<PageHeader title="Audit trail">
				<p className="govuk-body">
					Every page that was opened, every change, and everything that was refused, the newest first. Nobody can change
					or delete an entry.
				</p>
				<p className="govuk-body">
					<a className="govuk-link" href={paths.alerts()}>
						{view.openAlerts === 0 ? 'No open alerts' : formatCount('open alert', view.openAlerts)}
					</a>
				</p>
			</PageHeader>
			<Filters view={view} />
			{total === 0 ? (
				<EmptyState title="No entries here">Choose fewer filters to see more of the trail.</EmptyState>
			) : (
				<>
					<p className="govuk-body quiet">{formatCount('entry', total)}</p>
					<EntryTable caption="Entries of the audit trail, the newest first" entries={entries} />
				</>
			)}
			<PageNumbers
				page={page}
				pages={pages}
				hrefOf={(number) => paths.auditWhere({ ...answersOf(form), ...(number > 1 && { page: String(number) }) })}
			/>
		</>
	);
}

function Filters({ view: { form, staff } }: { readonly view: AuditView }) {
	const kinds = ACTION_KINDS.map((kind) => ({ value: kind, label: ACTION_KIND_NAMES[kind] }));
	return (
		<form method="get" action={paths.audit()} className="fields-in-line no-print" noValidate>
			<SelectField
				form={form}
				name="staff"
				label="Member of staff"
				options={[{ value: '', label: 'Everybody' }, ...staff.map(({ id, name }) => ({ value: id, label: name }))]}
			/>
			<SelectField
				form={form}
				name="kind"
				label="What"
				options={[{ value: '', label: 'Everything' }, ...kinds, { value: 'refused', label: 'What was refused' }]}
			/>
			<DateField form={form} name="from" legend="From" hint={null} />
			<DateField form={form} name="to" legend="Up to" hint={null} />
			<Button variant="secondary">Show these</Button>
		</form>
	);
}
