import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { SessionStrip } from '#app/ui/blocks/session-strip.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Pagination } from '#app/ui/components/pagination.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { TaskList } from '#app/ui/components/task-list.tsx';
import { PairNotice } from '#app/ui/pairs/pair-notice.tsx';
import { CatchUpLinks } from './catch-up-links.tsx';
import { ChangeLinks, PlanNotes, TimesHistory } from './changes.tsx';
import { HistoryLink } from './history-link.tsx';
import { ObservationLinks, ObservedNotice } from './observing.tsx';
import type { SessionView } from './session-view.ts';
import { stepsOf } from './steps.tsx';

type SessionPageProps = { readonly view: SessionView; readonly said: string | null };

export function SessionPage({ view, said }: SessionPageProps) {
	const { total } = view;
	return (
		<>
			<BackLink href={view.back.href}>{view.back.text}</BackLink>
			<Said sentence={said} />
			<PageHeader caption={`${view.cohort} · ${view.name} of ${total}`} title={titleOf(view)}>
				<SessionStrip sessions={view.strip} note={view.stripNote ?? undefined} />
			</PageHeader>
			{view.pair && <PairNotice pair={view.pair} />}
			{view.cancelledWhy !== null && <NotHeld view={view} />}
			<div className="govuk-grid-row">
				<div className="govuk-grid-column-two-thirds">
					<SummaryList
						className="govuk-summary-list--no-border"
						rows={[
							{ key: 'When', value: view.when ? `${view.when.day}, ${view.when.time}` : 'Not booked yet' },
							{ key: 'Where', value: view.where },
							{ key: 'Team', value: view.team || 'Nobody yet' },
							{ key: 'Aim', value: view.aim },
						]}
					/>
				</div>
			</div>
			<ObservedNotice view={view} />
			<PlanNotes changes={view.changes} />
			<RecordState view={view} />
			<TaskList items={stepsOf(view)} />
			<HistoryLink view={view} />
			<CatchUpLinks view={view} />
			<ChangeLinks changes={view.changes} isCancelled={view.cancelledWhy !== null} />
			{view.coverHref && (
				<p className="govuk-body">
					<a className="govuk-link" href={view.coverHref}>
						Cover for this session
					</a>
				</p>
			)}
			{view.observersHref && (
				<p className="govuk-body">
					<a className="govuk-link" href={view.observersHref}>
						Observers of this session
					</a>
				</p>
			)}
			<ObservationLinks view={view} />
			{view.earlierEndHref && (
				<p className="govuk-body">
					<a className="govuk-link" href={view.earlierEndHref}>
						The session ended early
					</a>
				</p>
			)}
			{view.maySayNotHeld && (
				<p className="govuk-body">
					<a className="govuk-link" href={paths.notHeld(view.sessionId)}>
						The session did not go ahead
					</a>
				</p>
			)}
			<TimesHistory changes={view.changes} />
			<NeighbourLinks view={view} />
		</>
	);
}

function NeighbourLinks({ view: { previous, next } }: Pick<SessionPageProps, 'view'>) {
	if (!previous && !next) return null;
	return (
		<Pagination
			label="Sessions of the cohort"
			className="no-print"
			previous={previous ? { ...previous, text: 'Previous session' } : undefined}
			next={next ? { ...next, text: 'Next session' } : undefined}
		/>
	);
}

function titleOf({ isCatchUp, planNumber, title }: SessionView): string {
	if (isCatchUp) return title === `Session ${planNumber}` ? `Catch-up: session ${planNumber}` : `Catch-up: ${title}`;
	return title === `Session ${planNumber}` ? title : `Session ${planNumber}: ${title}`;
}

function NotHeld({ view }: { readonly view: SessionView }) {
	return (
		<InsetText>
			<p>
				<strong>{view.isCatchUp ? 'This catch-up was cancelled:' : 'This session did not go ahead:'}</strong>{' '}
				{view.cancelledWhy}
			</p>
			<p>
				{view.isCatchUp
					? 'Whoever was to come needs a catch-up again.'
					: 'Nobody counts as absent from it. Its plan is to be scheduled again, or recorded as not delivered.'}
			</p>
			{view.mayUndo && (
				<form method="post" action={paths.notHeldUndo(view.sessionId)}>
					<p>You can undo this until the end of today.</p>
					<Button variant="secondary">{view.isCatchUp ? 'Undo: it stands' : 'Undo: it did go ahead'}</Button>
				</form>
			)}
		</InsetText>
	);
}

function RecordState({ view }: { readonly view: SessionView }) {
	if (view.cancelledWhy !== null) return <h2 className="govuk-heading-m">The plan</h2>;
	return (
		<h2 className="govuk-heading-m">
			{view.mayTakeRegister ? 'To do' : 'The session'}{' '}
			{view.record.isComplete && <Tag colour="green">Record complete</Tag>}
		</h2>
	);
}
