import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { formatCount } from '#app/ui/format.ts';
import { TasksTable } from '#app/ui/tasks/tasks-table.tsx';
import { Gaps } from './gaps.tsx';
import type { TodayView } from './today-view.ts';

/** Who is to be rung about a session that they missed, with the reason and how they may be reached. */
export function ToRing({ people }: { readonly people: TodayView['toRing'] }) {
	if (people.length === 0) return null;
	return (
		<section className="today-section">
			<Table
				stacked
				firstCellIsHeader
				caption="People to ring"
				captionSize="m"
				head={['Who', 'Why', 'How', 'By']}
				rows={people.map(({ href, about, why, reach, due, isOverdue, owner }) => [
					<a key="who" className="govuk-link" href={href}>
						{about}
					</a>,
					why,
					reach ?? 'No safe contact is shown: look at the person’s page first',
					<span key="by">
						{due}, {owner} {isOverdue && <Tag colour="red">Overdue</Tag>}
					</span>,
				])}
			/>
		</section>
	);
}

/** The reader’s tasks, then what coordinators and leads look after; nothing of a desk that is not theirs. */
export function Desks({ view: { tasks, gaps, coordinator, lead } }: { readonly view: TodayView }) {
	return (
		<>
			{tasks.length > 0 && (
				<section className="today-section">
					<TasksTable caption="Your tasks" tasks={tasks} />
				</section>
			)}
			{lead && <LeadsDay lead={lead} />}
			<Gaps gaps={gaps} />
			{coordinator && <CoordinatorsDay coordinator={coordinator} />}
		</>
	);
}

/** The way into each programme at work as a whole: the first thing on a lead’s page. */
export function Overviews({ view: { lead } }: { readonly view: TodayView }) {
	if (!lead || lead.overviews.length === 0) return null;
	return (
		<section className="today-section" aria-labelledby="overviews">
			<h2 className="govuk-heading-s" id="overviews">
				Overview of a programme
			</h2>
			<Links lines={lead.overviews} />
		</section>
	);
}

function LeadsDay({ lead }: { readonly lead: NonNullable<TodayView['lead']> }) {
	const { decisions, concerns, supervision, drift, wordings, reviews, drafts } = lead;
	const lines = [
		{ ...decisions, text: `${formatCount('decision', decisions.many)} to make` },
		{ ...concerns, text: `${formatCount('concern', concerns.many)} to look at` },
		{ ...supervision, text: `${formatCount('session', supervision.many)} to take to supervision` },
		{ ...drift, text: `${formatCount('change', drift.many)} in what is delivered to look at` },
		{ ...wordings, text: `${formatCount('message', wordings.many)} with words that wait for approval` },
		{ ...reviews, text: `${formatCount('review', reviews.many)} of opened records` },
		{ ...drafts, text: `${formatCount('draft cohort', drafts.many)} with something in the way` },
	].filter(({ many }) => many > 0);
	return (
		<section className="today-section">
			<h2 className="govuk-heading-m">Waiting for a lead</h2>
			{lines.length === 0 ? <p className="govuk-body">Nothing waits.</p> : <Links lines={lines} />}
		</section>
	);
}

type CoordinatorsDayProps = { readonly coordinator: NonNullable<TodayView['coordinator']> };

function CoordinatorsDay({ coordinator: { cover, blocked, blockedHref, callsHref, places } }: CoordinatorsDayProps) {
	const lines = [
		...cover.map(({ href, session, when, answer }) => ({ href, text: `Cover: ${session}, ${when}. ${answer}` })),
		...(blocked > 0
			? [
					{ href: blockedHref, text: `${formatCount('message', blocked)} kept back` },
					{ href: callsHref, text: 'Calls to make today instead of messages' },
				]
			: []),
		...places.map(({ href, name, left }) => ({ href, text: `${formatCount('place', left)} left: ${name}` })),
	];
	return (
		<section className="today-section">
			<h2 className="govuk-heading-m">To arrange</h2>
			{lines.length === 0 ? (
				<p className="govuk-body">No cover is needed, no message is kept back, and no place is free.</p>
			) : (
				<Links lines={lines} />
			)}
		</section>
	);
}

function Links({ lines }: { readonly lines: readonly { readonly href: string; readonly text: string }[] }) {
	return (
		<ul className="govuk-list">
			{lines.map(({ href, text }) => (
				<li key={`${href} ${text}`}>
					<a className="govuk-link" href={href}>
						{text}
					</a>
				</li>
			))}
		</ul>
	);
}
