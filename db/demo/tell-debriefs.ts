import type { StaffActor } from '#app/domain/access/actor.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { plusDays } from '#app/domain/shared/calendar-day.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { decideAdaptation } from '#app/use-cases/adaptations/decide-adaptation.ts';
import { recordAdaptation } from '#app/use-cases/adaptations/record-adaptation.ts';
import { agreeAction, listActionOwners } from '#app/use-cases/debrief/agree-action.ts';
import { recordAgreedNote } from '#app/use-cases/debrief/record-agreed-note.ts';
import { recordDebrief } from '#app/use-cases/debrief/record-debrief.ts';
import { askForSupervision } from '#app/use-cases/debrief/supervision.ts';
import { recordDeliveryLog } from '#app/use-cases/delivery-log/record-delivery-log.ts';
import { settleTask } from '#app/use-cases/tasks/settle-task.ts';
import { listAgreedActions } from '../queries/debrief/debriefs.ts';
import { listLogAuthors } from '../queries/delivery-logs.ts';
import { findSessionDay, type SessionDay } from '../queries/session-day.ts';
import { listSessions } from '../queries/sessions.ts';
import { findStaffActor } from '../queries/staff.ts';
import { findTask } from '../queries/tasks/tasks.ts';
import { listSessionTeam } from '../queries/team/covers.ts';
import { certainly, type Stage } from './stage.ts';

/** What the two of a team wrote of one evening, and what they agreed. */
const EVENINGS = [
	{
		notes: [
			'Quiet at first. The second exercise got everybody talking.',
			'We ran late after the break and cut the recap.',
		],
		action: 'Print the worksheets before the evening, not during it',
		isDone: true,
	},
	{
		notes: [
			'A heated round on responsibility. We kept the frame, and it cost time.',
			'I stepped in twice; next time we agree a sign.',
		],
		action: 'Agree a sign for when the other one takes over',
		isDone: false,
	},
] as const;

/**
 * The last two evenings of these cohorts have a debrief; the first of them of which somebody has not written their own log
 * has two logs, what their writers agreed, and is to be brought to supervision.
 */
export function tellDebriefs(stage: Stage, cohortIds: readonly CohortId[]): void {
	const lead = stage.actor('ruth');
	let isTold = false;
	for (const cohortId of cohortIds) {
		const held = listSessions(stage.context.db, lead, [cohortId]).filter(({ state }) => state === 'held');
		const days = held.slice(-2).flatMap(({ id }) => findSessionDay(stage.context.db, lead, id) ?? []);
		for (const [evening, day] of days.entries()) tellEvening(stage, day, EVENINGS[evening]!);
		if (!isTold) isTold = days.toReversed().some((day) => tellDifferences(stage, day));
	}
	stage.at(stage.now);
}

function tellEvening(stage: Stage, day: SessionDay, { notes, action, isDone }: (typeof EVENINGS)[number]): void {
	const { context } = stage;
	const { session, cohort } = day;
	const team = teamOf(stage, day);
	for (const [index, who] of team.entries()) {
		stage.at(plusMinutes(session.time!.endsAt, 15 + 5 * index));
		const note = { sessionId: session.id, note: notes[index % notes.length]!, openedVersion: 0 };
		certainly(recordDebrief(context, who, note));
	}
	const [who] = team;
	if (!who) return;
	const owners = listActionOwners(context.db, cohort.id);
	const owner = team.findLast((one) => owners.some(({ staffId }) => staffId === one.staffId)) ?? stage.actor('ruth');
	const dueOn = plusDays(session.time!.day, 10);
	certainly(agreeAction(context, who, { sessionId: session.id, words: action, ownerId: owner.staffId, dueOn }));
	if (!isDone) return;
	stage.at(plusMinutes(session.time!.endsAt, 2 * 24 * 60));
	const { id } = listAgreedActions(context.db, owner, session.id)[0]!;
	const { version } = findTask(context.db, owner, id, 'write')!;
	certainly(settleTask(context, owner, { id, version, outcome: 'done', note: null }));
}

/** The second facilitator saw one activity otherwise than the first: this is what a debrief and supervision are for. */
function tellDifferences(stage: Stage, day: SessionDay): boolean {
	const { context } = stage;
	const { session, cohort } = day;
	stage.at(plusMinutes(session.time!.endsAt, 40));
	const authors = listLogAuthors(context.db, stage.actor('ruth'), session.id);
	const other = teamOf(stage, day).find(({ staffId }) => !authors.includes(staffId));
	if (!other) return false;
	const { activities } = planNumbered(context.content.programmeOf(cohort), session.planNumber);
	const changed = activities.find(({ core }) => core) ?? activities[0]!;
	const why = 'Shortened, the round ran over';
	const entry = { activityKey: changed.key, rating: 'content-changed', minutes: 15, reason: why } as const;
	const deliveredBy = teamOf(stage, day).map(({ staffId }) => staffId);
	const order = [2, 1, ...activities.map((_, index) => index + 1).slice(2)];
	const said = { entries: [entry], restAsPlanned: true, note: null, deliveredBy, order };
	const log = { sessionId: session.id, ...said, openedVersion: 0 };
	certainly(recordDeliveryLog(context, other, log));
	tellAdaptations(stage, other, day, changed.key);
	stage.at(plusMinutes(session.time!.endsAt, 60));
	const note =
		'The round did run over, and the exercise was cut to fifteen minutes. Next time one of us keeps the time.';
	certainly(recordAgreedNote(context, other, { sessionId: session.id, note, openedVersion: 0 }));
	const words = 'How we hold a heated round together';
	certainly(askForSupervision(context, other, { sessionId: session.id, words }));
	return true;
}

/** One adaptation that was proposed the day before and approved, and one that came about in the room. */
function tellAdaptations(stage: Stage, who: StaffActor, { session }: SessionDay, activityKey: string): void {
	const { context } = stage;
	const sessionId = session.id;
	const said = {
		...{ when: 'implementation', isLasting: false, level: 'cohort', what: 'content', contextChange: null },
		...{ fidelity: 'consistent', goal: 'better-fit' },
	};
	stage.at(plusMinutes(session.time!.startsAt, -24 * 60));
	const how = 'Picture cards in place of the written sheet';
	const planned = {
		...said,
		how,
		decidedBy: 'team',
		contentChange: 'tailoring',
		reason: 'Some of the group read little',
	};
	const proposed = certainly(recordAdaptation(context, who, { sessionId, ...planned, activityKey: null }));
	stage.at(plusMinutes(session.time!.startsAt, -20 * 60));
	const decided = { sessionId, adaptationId: proposed.id, decision: 'approved', reason: null } as const;
	certainly(decideAdaptation(context, stage.actor('ruth'), decided));
	stage.at(plusMinutes(session.time!.endsAt, 45));
	const cut = { ...said, how: 'Cut to fifteen minutes', decidedBy: 'practitioner', contentChange: 'longer-or-shorter' };
	certainly(recordAdaptation(context, who, { sessionId, ...cut, reason: 'The round before it ran over', activityKey }));
}

/** Who delivered the session and may still write of it. */
export function teamOf({ context: { db } }: Stage, { session }: SessionDay): readonly StaffActor[] {
	const team = listSessionTeam(db, session).map(({ staffId, name }) => findStaffActor(db, { staffId, name }));
	return team.filter((who) => findSessionDay(db, who, session.id, 'write', 'debrief') !== null);
}
