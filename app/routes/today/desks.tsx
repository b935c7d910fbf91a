import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { formatCount } from '#app/ui/format.ts';
import { TasksTable } from '#app/ui/tasks/tasks-table.tsx';
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
export function Desks({ view: { tasks, coordinator, lead } }: { readonly view: TodayView }) {
	return (
		<>
			{tasks.length > 0 && (
				<section className="today-section">
					<TasksTable caption="Your tasks" tasks={tasks} />
				</section>
			)}
			{lead && <LeadsDay lead={lead} />}
			{coordinator && <CoordinatorsDay coordinator={coordinator} />}
		</>
	);
}

function LeadsDay({ lead: { decisions, reviews, drafts, hrefs } }: { readonly lead: NonNullable<TodayView['lead']> }) {
	const lines = [
		{
			href: hrefs.tasks,
			text: `${formatCount('decision', decisions)} and concerns on the leads’ desk`,
			many: decisions,
		},
		{ href: hrefs.reviews, text: `${formatCount('review', reviews)} of opened records`, many: reviews },
		{ href: hrefs.drafts, text: `${formatCount('draft cohort', drafts)} with something in the way`, many: drafts },
	].filter(({ many }) => many > 0);
	return (
		<section className="today-section">
			<h2 className="govuk-heading-m">Waiting for a lead</h2>
			{lines.length === 0 ? <p className="govuk-body">Nothing waits.</p> : <Links lines={lines} />}
		</section>
	);
}

type CoordinatorsDayProps = { readonly coordinator: NonNullable<TodayView['coordinator']> };

function CoordinatorsDay({ coordinator: { cover, blocked, blockedHref, places } }: CoordinatorsDayProps) {
	const lines = [
		...cover.map(({ href, session, when, answer }) => ({ href, text: `Cover: ${session}, ${when}. ${answer}` })),
		...(blocked > 0 ? [{ href: blockedHref, text: `${formatCount('message', blocked)} kept back` }] : []),
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
