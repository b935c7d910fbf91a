import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { COHORT_STATES, type CohortState } from '#app/domain/cohorts/cohort.ts';
import { type CohortGlance, glanceAtCohort } from '#app/domain/cohorts/cohort-glance.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import type { Slot } from '#app/domain/scheduling/meeting-pattern.ts';
import { listInWords, upperFirst } from '#app/domain/shared/in-words.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatDate, formatTime } from '#app/ui/format.ts';
import {
	countCohorts,
	listCohortPage,
	listPlacesTaken,
	listSlots,
	listUnrecordedRows,
} from '#db/queries/cohort-list.ts';
import { listSessions } from '#db/queries/sessions.ts';
import type { ListFilter } from './filter.ts';

export type CohortListView = ReturnType<typeof readCohortList>;
export type CohortLine = CohortListView['cohorts'][number];

const PAGE_LENGTH = 20;

const STATE_LABELS: Readonly<Record<CohortState, string>> = {
	draft: 'Draft',
	running: 'Running',
	recruiting: 'Recruiting',
	finished: 'Finished',
	cancelled: 'Cancelled',
};

/** One page of the list of cohorts in words, in six reads whatever its length. */
export function readCohortList({ db, clock, content }: RequestContext, actor: StaffActor, filter: ListFilter) {
	const now = clock.now();
	const counts = countCohorts(db, actor);
	const total = sum(counts.filter(({ state, areaId }) => isIn(filter.state, state) && isIn(filter.areaId, areaId)));
	const pages = Math.max(1, Math.ceil(total / PAGE_LENGTH));
	const page = Math.min(filter.page, pages);
	const found = listCohortPage(db, actor, filter, { offset: (page - 1) * PAGE_LENGTH, limit: PAGE_LENGTH });
	const ids = found.map(({ id }) => id);
	const slots = listSlots(db, actor, ids);
	const sessions = listSessions(db, actor, ids);
	const places = listPlacesTaken(db, actor, ids);
	const unrecorded = listUnrecordedRows(db, actor, ids, now);
	const cohorts = found.map((cohort) => {
		const own = <Row extends { readonly cohortId: string }>(rows: readonly Row[]) =>
			rows.filter(({ cohortId }) => cohortId === cohort.id);
		const programme = content.programmeOf({
			slug: cohort.programmeSlug,
			version: cohort.programmeVersion,
			variant: cohort.programmeVariant,
		});
		const glance = glanceAtCohort(own(sessions), own(places), unrecorded, now);
		return {
			...wordsOf(glance, cohort.state),
			name: cohort.name,
			href: paths.cohort(cohort.id),
			programme: programmeLabel(programme),
			state: { code: cohort.state, label: STATE_LABELS[cohort.state] },
			where: [cohort.area, cohort.venue ?? 'online'].join(', '),
			when: patternInWords(own(slots)),
		};
	});
	return {
		cohorts,
		total,
		paging: { page, pages, filter: { state: filter.state, areaId: filter.areaId } },
		states: stateChips(counts, filter),
		areas: areaChips(counts, filter),
		newCohort: mayAtAll(actor, 'write', 'cohort') ? paths.newCohort() : null,
	};
}

function wordsOf(
	{ reached, sessions, next, startsOn, endsOn, startedCount, openRegisters }: CohortGlance,
	state: CohortState,
) {
	const starts = startsOn ? `Starts ${formatDate(startsOn)}` : 'Not booked yet';
	const runs = next
		? `Next: session ${next.planNumber}, ${formatDate(next.day)}`
		: endsOn && `Last session ${formatDate(endsOn)}`;
	const waiting = startedCount.notYetStarted > 0 ? `${startedCount.notYetStarted} not started yet` : null;
	return {
		progress: state === 'recruiting' ? starts : `Session ${reached} of ${sessions}`,
		progressNote: state === 'recruiting' ? `${sessions} sessions` : runs,
		startedCount:
			startedCount.started > 0 ? `${startedCount.stayed} of ${startedCount.started}` : (waiting ?? 'nobody'),
		startedNote: startedCount.started > 0 ? waiting : null,
		openRegisters,
	};
}

function patternInWords(slots: readonly Slot[]): string {
	return listInWords(slots.map(({ weekday, startTime }) => `${upperFirst(weekday)}s, ${formatTime(startTime)}`));
}

type Count = ReturnType<typeof countCohorts>[number];

function stateChips(counts: readonly Count[], { state, areaId }: ListFilter) {
	const inArea = counts.filter((count) => isIn(areaId, count.areaId));
	const chip = (code: CohortState | null, label: string) => ({
		label,
		count: sum(inArea.filter((count) => isIn(code, count.state))),
		href: paths.cohortsWhere({ state: code, areaId }),
		current: state === code,
	});
	return [chip(null, 'All'), ...COHORT_STATES.map((code) => chip(code, STATE_LABELS[code]))].filter(
		({ count, current }) => count > 0 || current,
	);
}

function areaChips(counts: readonly Count[], { state, areaId }: ListFilter) {
	const inState = counts.filter((count) => isIn(state, count.state));
	const areas = [...new Map(counts.map((count) => [count.areaId, count.area]))];
	if (areas.length < 2) return [];
	const chip = (code: Count['areaId'] | null, label: string) => ({
		label,
		count: sum(inState.filter((count) => isIn(code, count.areaId))),
		href: paths.cohortsWhere({ state, areaId: code }),
		current: areaId === code,
	});
	return [chip(null, 'All'), ...areas.map(([code, label]) => chip(code, label))];
}

function isIn<Value>(wanted: Value | null, value: Value): boolean {
	return wanted === null || wanted === value;
}

function sum(counts: readonly Count[]): number {
	return counts.reduce((total, count) => total + count.cohorts, 0);
}
