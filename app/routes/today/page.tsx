import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { type Task, TaskList } from '#app/ui/components/task-list.tsx';
import { formatCount } from '#app/ui/format.ts';
import { Desks, Overviews, ToRing } from './desks.tsx';
import { NextSessionCard } from './next-session.tsx';
import type { OverdueSession, TodayView } from './today-view.ts';

export function TodayPage({ view }: { readonly view: TodayView }) {
	const { today, hasCohorts, next, overdue, asked } = view;
	const todays = next.filter(({ isToday }) => isToday);
	const later = next.filter(({ isToday }) => !isToday);
	return (
		<div className={view.lead ? 'one-sheet one-sheet--dense one-sheet--columns' : undefined}>
			<PageHeader caption={today} title="Today" />
			<Overviews view={view} />
			{asked.map(({ href, when }) => (
				<InsetText key={href}>
					You are asked to stand in at a session on {when}.{' '}
					<a className="govuk-link" href={href}>
						Look at it and answer
					</a>
				</InsetText>
			))}
			{!hasCohorts && (
				<EmptyState title="No cohort to work on">
					You see a cohort here once you are on its team, or arrange its area. Ask your coordinator.
				</EmptyState>
			)}
			{hasCohorts && todays.length === 0 && <p className="govuk-body-l">There is no session today.</p>}
			{todays.map((session) => (
				<NextSessionCard key={session.sessionId} session={session} />
			))}
			<ToRing people={view.toRing} />
			{overdue.length > 0 && (
				<section className="today-section">
					<h2 className="govuk-heading-m">Still to record</h2>
					<TaskList items={overdue.flatMap(overdueTasks)} idPrefix="overdue" />
				</section>
			)}
			<Desks view={view} />
			{later.length > 0 && (
				<section className="today-section">
					<h2 className="govuk-heading-m">Next sessions</h2>
					{later.map((session) => (
						<NextSessionCard key={session.sessionId} session={session} />
					))}
				</section>
			)}
		</div>
	);
}

function overdueTasks(one: OverdueSession): readonly Task[] {
	const where = `${one.cohort}, ${one.sessionName}`;
	const hint = `${one.day}, ${one.whenInWords.toLowerCase()}`;
	const left = one.notRecorded === one.expected ? 'Not recorded' : `${formatCount('person', one.notRecorded)} left`;
	const register: Task = {
		title: `Register: ${where}`,
		href: `${paths.register(one.sessionId)}#register`,
		hint,
		status: <Tag colour="orange">{left}</Tag>,
	};
	const log: Task = {
		title: `Delivery log: ${where}`,
		href: paths.deliveryLog(one.sessionId),
		hint,
		status: <Tag colour="orange">Not logged</Tag>,
	};
	return [...(one.overdue.register ? [register] : []), ...(one.overdue.log ? [log] : [])];
}
