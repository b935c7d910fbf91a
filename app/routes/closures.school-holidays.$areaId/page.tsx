import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/components/button.tsx';
import { Details } from '#app/ui/components/details.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { formatDate, formatDay } from '#app/ui/format.ts';
import type { SchoolHolidaysView } from './school-holidays-view.ts';

type SchoolHolidaysPageProps = {
	readonly view: SchoolHolidaysView & { readonly said: string | null };
	readonly form: FormState;
};

export function SchoolHolidaysPage({ view, form }: SchoolHolidaysPageProps) {
	const { areaId, area, coming, past, mayChange, mayImport, said } = view;
	return (
		<>
			<BackLink href={paths.closures()} />
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption="School holidays" title={area}>
				<p className="govuk-body">
					A cohort of this area meets in the school holidays unless it was laid out to leave them out. Schools differ:
					check the list with those that matter here.
				</p>
			</PageHeader>
			{mayImport && <ButtonLink href={paths.schoolHolidaysImport(areaId)}>Bring in from a file</ButtonLink>}
			{coming.length === 0 ? (
				<EmptyState title="No school holidays to come" headingLevel={2}>
					Add them here, or bring in the list that the council publishes.
				</EmptyState>
			) : (
				<HolidayTable caption="Now and to come" holidays={coming} view={view} />
			)}
			{past.length > 0 && (
				<Details summary="School holidays that are over">
					<HolidayTable caption="Over" holidays={past} view={view} />
				</Details>
			)}
			{mayChange && (
				<>
					<h2 className="govuk-heading-m">Add a school holiday</h2>
					<form method="post" noValidate>
						<TextField
							form={form}
							name="label"
							label="What it is called"
							hint="For example, February half term"
							width={30}
						/>
						<DateField form={form} name="from" legend="First day" />
						<DateField form={form} name="to" legend="Last day" />
						<Button preventDoubleClick>Add school holiday</Button>
					</form>
				</>
			)}
		</>
	);
}

type HolidayTableProps = {
	readonly caption: string;
	readonly holidays: SchoolHolidaysView['coming'];
	readonly view: Pick<SchoolHolidaysView, 'mayChange' | 'seesSessions'>;
};

function HolidayTable({ caption, holidays, view: { mayChange, seesSessions } }: HolidayTableProps) {
	const hasLinks = mayChange || seesSessions;
	const action = (
		<span key="action" className="govuk-visually-hidden">
			Action
		</span>
	);
	return (
		<Table
			stacked
			firstCellIsHeader
			caption={caption}
			captionSize="m"
			head={['Holiday', 'Days', 'Checked', ...(hasLinks ? [action] : [])]}
			rows={holidays.map(({ id, label, from, to, checkedOn }) => [
				label,
				from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`,
				formatDate(checkedOn),
				...(hasLinks
					? [
							<span key="links">
								{seesSessions && <RowLink href={paths.dayOffSessions(id)} text="Sessions" of={label} />}{' '}
								{mayChange && <RowLink href={paths.schoolHolidayRemoval(id)} text="Remove" of={label} />}
							</span>,
						]
					: []),
			])}
		/>
	);
}

function RowLink({ href, text, of }: { readonly href: string; readonly text: string; readonly of: string }) {
	return (
		<a className="govuk-link" href={href}>
			{text}
			<span className="govuk-visually-hidden"> {of}</span>
		</a>
	);
}
