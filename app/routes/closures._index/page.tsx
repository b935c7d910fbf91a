import { NATION_NAMES, type Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { AreaId, ClosureId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { ButtonLink } from '#app/ui/components/button.tsx';
import { Details } from '#app/ui/components/details.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { formatCount, formatDate, formatDay } from '#app/ui/format.ts';

type ShownClosure = {
	readonly id: ClosureId;
	readonly from: CalendarDay;
	readonly to: CalendarDay;
	readonly label: string;
	readonly venue: string | null;
	/** Sessions on its days; null where nobody asks. */
	readonly hits: number | null;
};
type ClosuresPageProps = {
	readonly view: {
		readonly coming: readonly ShownClosure[];
		readonly past: readonly ShownClosure[];
		readonly nations: readonly {
			readonly nation: Nation;
			readonly next: { readonly day: CalendarDay; readonly title: string } | null;
			readonly last: CalendarDay | null;
			readonly checkedOn: CalendarDay | null;
		}[];
		readonly areas: readonly {
			readonly areaId: AreaId;
			readonly area: string;
			readonly next: { readonly from: CalendarDay; readonly to: CalendarDay; readonly label: string } | null;
			readonly last: CalendarDay | null;
			readonly checkedOn: CalendarDay | null;
		}[];
		readonly mayChange: boolean;
		readonly said: string | null;
	};
};

export function ClosuresPage({ view: { coming, past, nations, areas, mayChange, said } }: ClosuresPageProps) {
	return (
		<>
			<Said sentence={said} />
			<PageHeader title="Closures">
				<p className="govuk-body">
					Days on which no session is laid out: when we or a venue are closed, bank holidays, and for cohorts that leave
					them out school holidays.
				</p>
			</PageHeader>
			<h2 className="govuk-heading-m">Our closures and those of venues</h2>
			{mayChange && <ButtonLink href={paths.newClosure()}>Add a closure</ButtonLink>}
			{coming.length === 0 ? (
				<EmptyState title="No closures to come" headingLevel={3}>
					Add the weeks when you are closed before the next cohort is laid out.
				</EmptyState>
			) : (
				<ClosureTable caption="Closures now and to come" closures={coming} mayChange={mayChange} />
			)}
			{past.length > 0 && (
				<Details summary="Closures that are over">
					<ClosureTable caption="Closures that are over" closures={past} mayChange={mayChange} />
				</Details>
			)}
			<h2 className="govuk-heading-m">Bank holidays</h2>
			<p className="govuk-body">
				Each cohort leaves out those of its own nation unless it runs on them. One-off days are announced at short
				notice: check the lists.
			</p>
			<Table
				stacked
				firstCellIsHeader
				caption="Bank holidays by nation"
				captionClassName="govuk-visually-hidden"
				head={['Nation', 'Next', 'Listed until', 'Checked']}
				rows={nations.map(({ nation, next, last, checkedOn }) => [
					<a key="nation" className="govuk-link" href={paths.bankHolidays(nation)}>
						{NATION_NAMES[nation]}
					</a>,
					next ? `${next.title}, ${formatDay(next.day)}` : 'None listed',
					last ? formatDate(last) : 'None listed',
					checkedOn ? formatDate(checkedOn) : 'Never',
				])}
			/>
			<AreaTable areas={areas} />
		</>
	);
}

type ClosureTableProps = {
	readonly caption: string;
	readonly closures: readonly ShownClosure[];
	readonly mayChange: boolean;
};

function AreaTable({ areas }: Pick<ClosuresPageProps['view'], 'areas'>) {
	return (
		<>
			<h2 className="govuk-heading-m">School holidays</h2>
			<p className="govuk-body">Each area has its own. Only cohorts that were laid out to leave them out do so.</p>
			<Table
				stacked
				firstCellIsHeader
				caption="School holidays by area"
				captionClassName="govuk-visually-hidden"
				head={['Area', 'Next', 'Listed until', 'Checked']}
				rows={areas.map(({ areaId, area, next, last, checkedOn }) => [
					<a key="area" className="govuk-link" href={paths.schoolHolidays(areaId)}>
						{area}
					</a>,
					next ? `${next.label}, ${formatDay(next.from)}` : 'None listed',
					last ? formatDate(last) : 'None listed',
					checkedOn ? formatDate(checkedOn) : 'Never',
				])}
			/>
		</>
	);
}

function ClosureTable({ caption, closures, mayChange }: ClosureTableProps) {
	const seesHits = closures.some(({ hits }) => hits !== null);
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
			captionClassName="govuk-visually-hidden"
			head={['Reason', 'Days', 'Where', ...(seesHits ? ['Sessions to move'] : []), ...(mayChange ? [action] : [])]}
			rows={closures.map(({ id, from, to, label, venue, hits }) => [
				label,
				from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`,
				venue ?? 'Everywhere',
				...(seesHits ? [<Hits key="hits" id={id} hits={hits ?? 0} label={label} />] : []),
				...(mayChange
					? [
							<a key="remove" className="govuk-link" href={paths.closureRemoval(id)}>
								Remove<span className="govuk-visually-hidden"> {label}</span>
							</a>,
						]
					: []),
			])}
		/>
	);
}

type HitsProps = { readonly id: ClosureId; readonly hits: number; readonly label: string };

function Hits({ id, hits, label }: HitsProps) {
	if (hits === 0) return 'None';
	return (
		<a className="govuk-link" href={paths.dayOffSessions(id)}>
			{formatCount('session', hits)}
			<span className="govuk-visually-hidden">: {label}</span>
		</a>
	);
}
