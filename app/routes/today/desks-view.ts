import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayJoinAt } from '#app/domain/cohorts/joining.ts';
import { mayRing } from '#app/domain/people/safe-contact.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { ownDesks } from '#app/domain/tasks/desks.ts';
import { TASK_KINDS, type TaskKind } from '#app/domain/tasks/task-kinds.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatDay, formatDayAndTime } from '#app/ui/format.ts';
import { reachInWords } from '#app/ui/people/contact-words.ts';
import { taskLine } from '#app/ui/tasks/task-line.ts';
import { reviewWordings, waitsForLead } from '#app/use-cases/reminders/wordings/review-wordings.ts';
import { countReviews } from '#db/queries/access/reviews.ts';
import { countCohorts } from '#db/queries/cohort-list.ts';
import { listCoverNeeded, listPlaces } from '#db/queries/home/coordinators-day.ts';
import { countMessages } from '#db/queries/outbox.ts';
import { listContactsOf } from '#db/queries/safe-contacts.ts';
import { listOpenTasks, type TaskRow } from '#db/queries/tasks/tasks.ts';
import type { WorkingSession } from '#db/queries/today.ts';
import { gapSummary } from './gap-summary.ts';

/**
 * What waits for somebody beside the sessions: who is to be rung, their tasks, and what coordinators and leads look after.
 * Several roles in one person have their parts on one page; the number of reads does not depend on how much waits.
 */
export function desksView(context: RequestContext, actor: StaffActor, all: readonly WorkingSession[]) {
	const { db, clock } = context;
	const today = dayOf(clock.now());
	const desks = ownDesks(actor);
	const own = listOpenTasks(db, actor, { own: true });
	const arranged = desks.includes('coordinator') ? listOpenTasks(db, actor, { own: false }) : [];
	const isCall = ({ kind }: TaskRow) => kind === 'absence-call';
	const calls = new Map([...own, ...arranged].filter(isCall).map((task) => [task.id, task]));
	const others = own.filter((task) => !isCall(task));
	const people = [...calls.values(), ...others].flatMap(({ personId }) => personId ?? []);
	showsPeople(context, people);
	return {
		toRing: toRing(context, actor, [...calls.values()], today),
		tasks: others.map((task) => taskLine(task, today)),
		coordinator: desks.includes('coordinator') ? coordinatorsDay(context, actor) : null,
		gaps: gapSummary(context, actor, all),
		lead: desks.includes('lead') ? leadsDay(context, actor, others, all) : null,
	};
}

/** Who is to be rung and why; how to reach them only for who may read their safe contact, while it holds. */
function toRing({ db }: AppContext, actor: StaffActor, calls: readonly TaskRow[], today: CalendarDay) {
	const ids = calls.flatMap(({ personId }) => personId ?? []);
	const contacts = new Map(listContactsOf(db, actor, ids).map((held) => [held.personId, held]));
	return calls.map((task) => {
		const { contact = null, isShared = false } = (task.personId && contacts.get(task.personId)) || {};
		return {
			...taskLine(task, today),
			person: task.person ?? '',
			why: task.day ? `Missed session ${task.planNumber} on ${formatDay(task.day)}` : 'Missed a session',
			reach: mayRing(contact, isShared, today) ? reachInWords(contact) : null,
		};
	});
}

function coordinatorsDay({ db, clock, content }: AppContext, actor: StaffActor) {
	return {
		cover: listCoverNeeded(db, actor, clock.now()).map((one) => ({
			href: paths.cover(one.sessionId),
			session: `${one.cohort}, session ${one.planNumber}`,
			when: one.day && one.startTime ? formatDayAndTime(one.day, one.startTime) : '',
			answer: one.waits === 1 ? 'Asked, no answer yet' : 'Declined',
		})),
		blocked: countMessages(db, actor).blocked,
		blockedHref: paths.messagesWhere({ state: 'blocked' }),
		callsHref: paths.calls(),
		places: listPlaces(db, actor)
			.filter(
				(one) => one.taken < one.places && one.nextPlan !== null && mayJoinAt(one.nextPlan, content.programmeOf(one)),
			)
			.map(({ id, name, places, taken }) => ({ href: paths.cohort(id), name, left: places - taken })),
	};
}

function leadsDay(context: AppContext, actor: StaffActor, own: readonly TaskRow[], all: readonly WorkingSession[]) {
	const { db } = context;
	const drafts = countCohorts(db, actor).filter(({ state }) => state === 'draft');
	const ofLeads = own.filter(({ desk }) => desk === 'lead');
	const waiting = (kinds: readonly TaskKind[]) => {
		const tasks = ofLeads.filter(({ kind }) => kinds.includes(kind));
		return { many: tasks.length, href: tasks.length === 1 ? paths.task(tasks[0]!.id) : paths.tasks() };
	};
	return {
		overviews: overviewsOf(context, all),
		decisions: waiting(TASK_KINDS.filter((kind) => kind !== 'concern' && kind !== 'supervision' && kind !== 'drift')),
		concerns: waiting(['concern']),
		supervision: waiting(['supervision']),
		drift: waiting(['drift']),
		wordings: { many: reviewWordings(context, db, actor).filter(waitsForLead).length, href: paths.wordings() },
		reviews: { many: countReviews(db, actor).waiting, href: paths.reviews() },
		drafts: {
			many: drafts.reduce((sum, { cohorts }) => sum + cohorts, 0),
			href: paths.cohortsWhere({ state: 'draft' }),
		},
	};
}

/** The overviews of the programmes at work, by name: of a version with its variants, where all the figures are together. */
function overviewsOf({ content }: AppContext, all: readonly WorkingSession[]) {
	const keys = new Map(
		all.map(({ cohort: { slug, version } }) => [`${slug} ${version}`, { slug, version, variant: null }]),
	);
	return [...keys.values()]
		.map((key) => ({
			text: programmeLabel(content.programmeOf(key)),
			href: paths.programmeOverview(programmeIdOf(key)),
		}))
		.toSorted((one, other) => one.text.localeCompare(other.text));
}
