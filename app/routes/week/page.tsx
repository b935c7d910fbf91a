import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { FilterChips } from '#app/ui/blocks/filter-chips.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { classNames } from '#app/ui/class-names.ts';
import { Pagination } from '#app/ui/components/pagination.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { WarningText } from '#app/ui/components/warning-text.tsx';
import { formatCount } from '#app/ui/format.ts';
import type { WeekBy } from './question.ts';
import type { WeekEntry, WeekView } from './week-view.ts';

const ROW_HEADINGS: Readonly<Record<WeekBy, string>> = {
	venue: 'Venue and room',
	facilitator: 'Facilitator',
	area: 'Area',
};

/** A week by venue, facilitator or area: one row for each, one column for each day, and clashes where they are. */
export function WeekPage({ view }: { readonly view: WeekView }) {
	const { title, tabs, by, choices, days, rows, clashing, previous, next, thisWeek } = view;
	return (
		<>
			<PageHeader caption={title} title="Week" />
			<Tabs tabs={tabs} />
			{choices.length > 0 && <FilterChips label="Show" chips={choices} />}
			{clashing > 0 && <WarningText>{formatCount('session', clashing)} cannot be held as planned.</WarningText>}
			{rows.length === 0 ? (
				<EmptyState title="Nothing in this week">No session that you can see is on one of its days.</EmptyState>
			) : (
				<Table
					stacked
					firstCellIsHeader
					className="week-table"
					caption={`Sessions from ${title}`}
					captionClassName="govuk-visually-hidden"
					head={[
						ROW_HEADINGS[by],
						...days.map(({ text, isToday }) => ({
							content: isToday ? <Today text={text} /> : text,
							className: isToday ? 'week-table__today' : undefined,
						})),
					]}
					rows={rows.map((row) => [
						<RowName key="row" label={row.label} note={row.note} />,
						...row.days.map((entries, index) =>
							entries.length === 0 ? NOTHING : <Day key={days[index]!.text} entries={entries} by={by} />,
						),
					])}
				/>
			)}
			<Pagination
				label="Weeks"
				previous={{ href: previous, text: 'Previous week' }}
				next={{ href: next, text: 'Next week' }}
			/>
			{thisWeek && (
				<p className="govuk-body no-print">
					<a className="govuk-link" href={thisWeek}>
						Back to this week
					</a>
				</p>
			)}
		</>
	);
}

const NOTHING = { content: '', className: 'table__cell--empty' };

function Tabs({ tabs }: Pick<WeekView, 'tabs'>) {
	return (
		<nav className="week-tabs no-print" aria-label="The week by">
			<ul className="week-tabs__list">
				{tabs.map(({ text, href, current }) => (
					<li key={href}>
						<a
							className={classNames('week-tabs__tab', current && 'week-tabs__tab--current')}
							href={href}
							aria-current={current ? 'page' : undefined}
						>
							{text}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}

function Today({ text }: { readonly text: string }) {
	return (
		<>
			{text} <span className="week-table__note">today</span>
		</>
	);
}

function RowName({ label, note }: { readonly label: string; readonly note: string | null }) {
	return (
		<span>
			{label}
			{note && <span className="figure-note">{note}</span>}
		</span>
	);
}

function Day({ entries, by }: { readonly entries: readonly WeekEntry[]; readonly by: WeekBy }) {
	return (
		<ul className="week-day">
			{entries.map((entry) => (
				<li
					key={entry.id}
					className={classNames(
						'week-session',
						entry.isDraft && 'week-session--draft',
						entry.isClashing && 'week-session--clashing',
					)}
				>
					<Session entry={entry} by={by} />
				</li>
			))}
		</ul>
	);
}

function Session({ entry, by }: { readonly entry: WeekEntry; readonly by: WeekBy }) {
	const { href, name, sessionName, times, where, team, isDraft, isClashing, clashes } = entry;
	return (
		<>
			<span className="week-session__time">{times}</span>
			<a className="govuk-link" href={href}>
				{name}
			</a>
			, {sessionName}
			<span className="week-table__note">{by === 'venue' ? team : where}</span>
			{isDraft && <Tag colour="yellow">Draft</Tag>} {isClashing && <Tag colour="red">Clash</Tag>}
			{clashes.map((clash) => (
				<span key={clash.sentence} className="week-session__clash">
					{clash.sentence}
				</span>
			))}
		</>
	);
}
