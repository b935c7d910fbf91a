import type { StaffActor } from '#app/domain/access/actor.ts';
import { type KnownBefore, knowBefore } from '#app/domain/attendance/before-session.ts';
import { REASON_LABELS } from '#app/domain/attendance/marks.ts';
import { recordFromHistory } from '#app/domain/attendance/record-from-history.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { type Programme, planNumbered } from '#app/domain/programmes/programme.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatDay, formatTimeSpan } from '#app/ui/format.ts';
import { sessionName, sessionTitle } from '#app/ui/session-name.ts';
import { listOpenCovers } from '#db/queries/access/session-teams.ts';
import { listRegisterRowsWithHistory, noteToRead, type RegisterRow } from '#db/queries/registers.ts';
import { findSessionDay, listTermAndBeside, type SessionDay } from '#db/queries/session-day.ts';
import { listSessionTeam } from '#db/queries/team/covers.ts';
import { type PersonTonight, toKnow } from './to-know.ts';

export type PreparationView = NonNullable<ReturnType<typeof readPreparation>>;

/** All that somebody wants to know before a session, in nine reads however many come; null when it is not theirs to deliver. */
export function readPreparation(context: RequestContext, actor: StaffActor, sessionId: SessionId) {
	const { db, content } = context;
	const day = findSessionDay(db, actor, sessionId, 'write', 'register');
	if (!day) return null;
	const { session, cohort } = day;
	const programme = content.programmeOf(cohort);
	const people = readPeople(context, actor, day, programme);
	const away = people.filter(({ row }) => row.mark === 'absent-notified');
	const covers = listOpenCovers(db, { sessionId });
	const isHeld = session.state !== 'cancelled';
	return {
		sessionId,
		name: sessionTitle(session),
		caption: `${cohort.name} · ${sessionName(session)} of ${programme.plans.length}`,
		cancelledWhy: isHeld ? null : session.stateReason,
		when: session.time
			? `${formatDay(session.time.day)}, ${formatTimeSpan(session.time.startTime, session.time.lengthMinutes)}`
			: 'Not booked yet',
		where: [cohort.venue ?? 'Online', cohort.room].filter(Boolean).join(', '),
		team: listInWords(listSessionTeam(db, session).map(({ name }) => name)) || 'Nobody yet',
		know: isHeld ? toKnow(people, covers) : [],
		expected: people.filter((one) => !away.includes(one)).map(({ row }) => row.name),
		apologies: away.map(({ row }) => ({ name: row.name, why: reasonOf(actor, row) })),
		registerHref: isHeld ? `${paths.register(sessionId)}#register` : null,
		catchUpsHref: bookHref(day),
		plan: planOf(programme, session.planNumber),
		planHref: paths.sessionPlan(sessionId),
		adaptationsHref: isHeld && day.may('write', 'adaptation.record') ? paths.adaptations(sessionId) : null,
	};
}

function readPeople(
	context: RequestContext,
	actor: StaffActor,
	{ session, cohort }: SessionDay,
	programme: Programme,
): readonly PersonTonight<RegisterRow>[] {
	const { db, clock } = context;
	const rows = listRegisterRowsWithHistory(db, actor, session.id);
	showsPeople(
		context,
		rows.map(({ row }) => row.personId),
	);
	const { term, beside } = listTermAndBeside(db, actor, cohort.id);
	const sessions = new Map([...term, ...beside].map((one) => [one.id, one]));
	const asked = { session, programme, now: clock.now() };
	return rows.map(({ row, history, caughtUpPlans }) => {
		const record = { ...recordFromHistory(history, sessions), caughtUpPlans, joinsAtPlan: row.joinsAtPlan };
		const known: KnownBefore = knowBefore({ ...record, isActive: isActive(row.enrolmentState) }, asked);
		return { row, known };
	});
}

function reasonOf(actor: StaffActor, row: RegisterRow): string | null {
	const { reason } = row;
	return [reason && REASON_LABELS[reason].toLowerCase(), noteToRead(actor, row)].filter(Boolean).join(', ') || null;
}

function bookHref({ session, may }: SessionDay): string | null {
	const isAsked = session.kind !== 'catch-up' && session.state === 'held' && may('write', 'catch-up');
	return isAsked ? paths.bookCatchUp(session.id) : null;
}

function planOf(programme: Programme, planNumber: number) {
	const { title, aim, minutes, activities, materials } = planNumbered(programme, planNumber);
	return { title, aim, minutes, materials, activities: activities.map(({ title, core }) => ({ title, core })) };
}
