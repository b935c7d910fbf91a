import { NATION_NAMES, type Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { BankHolidayId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { formatDate, formatDay } from '#app/ui/format.ts';

type Holiday = {
	readonly id: BankHolidayId;
	readonly day: CalendarDay;
	readonly title: string;
	readonly checkedOn: CalendarDay;
};
type BankHolidaysPageProps = {
	readonly view: {
		readonly nation: Nation;
		readonly days: readonly Holiday[];
		readonly source: string;
		readonly mayChange: boolean;
		/** May move sessions that a day hits. */
		readonly seesSessions: boolean;
		readonly said: string | null;
	};
	readonly form: FormState;
};

export function BankHolidaysPage({ view, form }: BankHolidaysPageProps) {
	const { nation, days, source, mayChange, seesSessions, said } = view;
	const years = [...new Set(days.map(({ day }) => day.slice(0, 4)))];
	const checkedOn = days.map((day) => day.checkedOn).toSorted()[0];
	return (
		<>
			<BackLink href={paths.closures()} />
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption="Bank holidays" title={NATION_NAMES[nation]}>
				<p className="govuk-body">
					{checkedOn ? `Checked on ${formatDate(checkedOn)}. ` : ''}
					{source}
				</p>
			</PageHeader>
			{mayChange && (
				<form method="post" action={paths.bankHolidaysCheck(nation)}>
					<Button variant="secondary" preventDoubleClick>
						I compared it with the official list today
					</Button>
				</form>
			)}
			{years.map((year) => (
				<YearTable
					key={year}
					year={year}
					days={days.filter(({ day }) => day.startsWith(year))}
					mayChange={mayChange}
					seesSessions={seesSessions}
				/>
			))}
			{mayChange && (
				<>
					<h2 className="govuk-heading-m">Add a bank holiday</h2>
					<p className="govuk-body">
						A holiday that falls on a weekend is kept on the weekday that stands for it. The day in the weekend is then
						no bank holiday:{' '}
						<a className="govuk-link" href={paths.newClosure()}>
							add a closure
						</a>{' '}
						if nobody meets on it.
					</p>
					<form method="post" noValidate>
						<TextField form={form} name="title" label="Name" width={30} />
						<DateField form={form} name="date" legend="Day" />
						<Button preventDoubleClick>Add bank holiday</Button>
					</form>
				</>
			)}
		</>
	);
}

type YearTableProps = {
	readonly year: string;
	readonly days: readonly Holiday[];
	readonly mayChange: boolean;
	readonly seesSessions: boolean;
};

function YearTable({ year, days, mayChange, seesSessions }: YearTableProps) {
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
			caption={year}
			captionSize="m"
			head={['Day', 'Name', ...(hasLinks ? [action] : [])]}
			rows={days.map(({ id, day, title }) => [
				formatDay(day),
				title,
				...(hasLinks
					? [
							<span key="links">
								{seesSessions && (
									<DayLink href={paths.dayOffSessions(id)} text="Sessions" of={`${title}, ${formatDay(day)}`} />
								)}{' '}
								{mayChange && (
									<DayLink href={paths.bankHolidayRemoval(id)} text="Remove" of={`${title}, ${formatDay(day)}`} />
								)}
							</span>,
						]
					: []),
			])}
		/>
	);
}

function DayLink({ href, text, of }: { readonly href: string; readonly text: string; readonly of: string }) {
	return (
		<a className="govuk-link" href={href}>
			{text}
			<span className="govuk-visually-hidden"> {of}</span>
		</a>
	);
}
