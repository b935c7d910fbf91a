import { GAP_KINDS, GAP_MEANINGS } from '#app/domain/gaps/gap-kinds.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { TASK_KINDS, TASK_MEANINGS } from '#app/domain/tasks/task-kinds.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatShortDay } from '#app/ui/format.ts';
import { gapLine } from '#app/ui/gaps/gap-line.ts';
import type { Row, Rows } from '#app/ui/rows.ts';
import { sessionTitle } from '#app/ui/session-name.ts';
import { taskLine } from '#app/ui/tasks/task-line.ts';
import type { SeenGap } from '#app/use-cases/gaps/read-gaps.ts';
import type { ProgrammeOverview } from '#app/use-cases/programmes/review-overview.ts';

type OfLead = ProgrammeOverview & { readonly lead: NonNullable<ProgrammeOverview['lead']> };

/** What waits for a lead: a part for each kind of decision, those without a row too where it is no task. */
export function waitingRows(
	context: RequestContext,
	programmeId: string,
	{ lead, drafts }: OfLead,
	today: CalendarDay,
): readonly Rows[] {
	const { tasks, versions } = lead;
	showsPeople(
		context,
		tasks.flatMap(({ personId }) => personId ?? []),
	);
	const ofTasks = TASK_KINDS.map((kind) => ({
		key: `task-${kind}`,
		name: TASK_MEANINGS[kind].title,
		rows: tasks.filter((task) => task.kind === kind).map((task) => taskRow(task, today)),
	})).filter(({ key, rows }) => rows.length > 0 || key === 'task-drift');
	const versionRow = ({ id, number }: OfLead['lead']['versions'][number]): Row => {
		return { text: `Version ${number}`, href: paths.programmeVersion(programmeId, id), about: '' };
	};
	const draftRow = ({ id, name, area }: OfLead['drafts'][number]): Row => {
		return { text: name, href: paths.draft(id), about: area };
	};
	return [
		proposedRows(lead),
		...ofTasks,
		toReleaseRows(lead),
		{ key: 'versions', name: 'Publish a draft version', rows: versions.map(versionRow) },
		{ key: 'drafts', name: 'Open a draft cohort', rows: drafts.map(draftRow) },
	];
}

function proposedRows({ proposed }: OfLead['lead']): Rows {
	const rows = proposed.map(({ sessionId, cohort, ...session }) => ({
		...sessionRow(session),
		...{ href: paths.adaptations(sessionId), about: cohort },
	}));
	return { key: 'proposed', name: 'Decide on a proposed adaptation', rows };
}

function toReleaseRows({ toRelease }: OfLead['lead']): Rows {
	const rows = toRelease.map(({ sessionId, cohort, observer, ...session }) => ({
		...sessionRow(session),
		...{ href: paths.sessionObservations(sessionId), about: `${cohort}, by ${observer}` },
	}));
	return { key: 'to-release', name: 'Release an observation', rows };
}

/** The gaps by their kinds, each of what it is and whose by name. */
export function gapRows(context: RequestContext, gaps: readonly SeenGap[], today: CalendarDay): readonly Rows[] {
	showsPeople(
		context,
		gaps.flatMap(({ place }) => place?.personId ?? []),
	);
	return GAP_KINDS.flatMap((kind) => {
		const own = gaps.filter((gap) => gap.kind === kind);
		if (own.length === 0) return [];
		const rows = own.map((gap) => {
			const { key, about, since, owner, href } = gapLine(gap, today);
			return { text: `${about}, ${since}`, href: href ?? paths.gap(key), about: owner };
		});
		return [{ key: `gap-${kind}`, name: GAP_MEANINGS[kind].title, rows }];
	});
}

type OfSession = Parameters<typeof sessionTitle>[0] & { readonly day: CalendarDay | null };

function sessionRow(session: OfSession) {
	return { text: session.day ? `${sessionTitle(session)}, ${formatShortDay(session.day)}` : sessionTitle(session) };
}

function taskRow(task: OfLead['lead']['tasks'][number], today: CalendarDay): Row {
	const { href, about, due, isOverdue } = taskLine(task, today);
	const what = task.planNumber === null ? about : `${about}, session ${task.planNumber}`;
	return { text: what, href, about: `by ${due}${isOverdue ? ', overdue' : ''}` };
}
