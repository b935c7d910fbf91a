import type { Mark, Reason } from '#app/domain/attendance/marks.ts';
import type { MarkEntry } from '#app/domain/attendance/register.ts';
import type { ActivityRating } from '#app/domain/fidelity/activity-ratings.ts';
import type { LogEntry } from '#app/domain/fidelity/check-log.ts';
import type { Activity, SessionPlan } from '#app/domain/programmes/programme.ts';
import { plusDays } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instantOf, plusMinutes } from '#app/domain/shared/instant.ts';
import { recordDeliveryLog } from '#app/use-cases/delivery-log/record-delivery-log.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { recordNotHeld } from '#app/use-cases/sessions/record-not-held.ts';
import { listRegisterRows } from '../queries/registers.ts';
import { findSession, type SessionRow } from '../queries/sessions.ts';
import type { Chance } from './chance.ts';
import type { Chapter } from './chapters.ts';
import { certainly, type Member, type Stage } from './stage.ts';

type Evening = {
	readonly chapter: Chapter;
	readonly session: SessionRow;
	readonly plan: SessionPlan;
	readonly members: readonly Member[];
	/** Whether anybody wrote it up afterwards. */
	readonly isWritten: boolean;
};

const APOLOGIES: readonly Reason[] = ['work', 'illness', 'caring', 'appointment', 'court', 'holiday'];
const LATENESS: readonly Reason[] = ['travel', 'work', 'caring'];

/** Tells one session: apologies the day before, the register at its end, then what was delivered. */
export function tellSession(stage: Stage, evening: Evening): void {
	const { chapter, session, isWritten } = evening;
	if (chapter.notHeld?.plan === session.planNumber) {
		tellNotHeld(stage, session, chapter);
		return;
	}
	if (!isWritten) return;
	tellApologies(stage, evening);
	tellRegister(stage, evening);
	tellLogs(stage, evening);
}

function tellNotHeld(stage: Stage, session: SessionRow, { team, notHeld }: Chapter): void {
	stage.at(plusMinutes(session.time!.startsAt, -120));
	const input = { sessionId: session.id, version: session.version, reason: notHeld!.reason };
	certainly(recordNotHeld(stage.context, stage.actor(team[0]), input));
}

/** An apology made by telephone the day before, in some weeks. */
export function tellApologies(stage: Stage, { chapter, session, members }: Evening): void {
	const { chance } = stage;
	stage.at(instantOf(plusDays(session.time!.day, -1), clockTime('15:10'))!);
	const absent = members.filter(() => chance.happens(0.04)).slice(0, 1);
	const apology = (): MarkEntry => ({
		mark: 'absent-notified',
		minutes: null,
		reason: chance.pick(APOLOGIES),
		note: null,
	});
	save(
		stage,
		chapter,
		session,
		absent.map(({ enrolmentId }) => ({ enrolmentId, entry: apology() })),
	);
}

function tellRegister(stage: Stage, { chapter, session, members }: Evening): void {
	const { context, chance } = stage;
	stage.at(plusMinutes(session.time!.endsAt, 5));
	const actor = stage.actor(chapter.team[0]);
	const told = new Set(
		listRegisterRows(context.db, actor, session.id).flatMap(({ mark, enrolmentId }) => (mark ? [enrolmentId] : [])),
	);
	const marks = members
		.filter(({ enrolmentId }) => !told.has(enrolmentId))
		.map(({ enrolmentId, comes }) => {
			const likely = comes - chapter.fading * 0.4 * session.planNumber;
			return { enrolmentId, entry: markOf(chance, chance.happens(likely), session.planNumber) };
		});
	save(stage, chapter, session, marks);
}

function markOf(chance: Chance, comes: boolean, planNumber: number): MarkEntry {
	const entry = (mark: Mark, reason: Reason | null = null, minutes: number | null = null): MarkEntry => ({
		mark,
		reason,
		minutes,
		note: null,
	});
	if (comes && chance.happens(0.9)) return entry('attended');
	if (comes)
		return entry(
			chance.happens(0.75) ? 'late' : 'left-early',
			chance.pick(LATENESS),
			5 * (1 + Math.floor(chance.next() * 6)),
		);
	if (planNumber > 1 && chance.happens(0.55)) return entry('absent-notified', chance.pick(APOLOGIES));
	return entry('absent-no-contact');
}

type Marked = { readonly enrolmentId: Member['enrolmentId']; readonly entry: MarkEntry };

function save({ context, actor }: Stage, { team }: Chapter, session: SessionRow, marks: readonly Marked[]): void {
	const facilitator = actor(team[0]);
	const versions = new Map(
		listRegisterRows(context.db, facilitator, session.id).map((row) => [row.enrolmentId, row.version]),
	);
	const choices = marks.map((mark) => ({ ...mark, openedVersion: versions.get(mark.enrolmentId) ?? 0 }));
	const register = { sessionId: session.id, choices, restAttended: false, correctionReason: null };
	certainly(recordRegister(context, facilitator, register));
}

function tellLogs(stage: Stage, { chapter, session, plan }: Evening): void {
	const { context, chance } = stage;
	if (!findSession(context.db, stage.actor(chapter.team[0]), session.id)) return;
	const isLast = chapter.unwritten > 0 && session.planNumber >= chapter.plan - 2;
	if (isLast) return;
	const strays = chapter.straysFrom !== null && session.planNumber >= chapter.straysFrom;
	const likely = strays ? 0 : chapter.asPlanned;
	const ratings = plan.activities.map((activity) => rate(chance, activity, chance.happens(likely)));
	for (const [index, key] of chapter.team.entries()) {
		if (index > 0 && !chance.happens(0.4)) continue;
		stage.at(plusMinutes(session.time!.endsAt, 15 + 20 * index));
		const log = { sessionId: session.id, openedVersion: 0, entries: ratings, restAsPlanned: false, note: null };
		certainly(recordDeliveryLog(context, stage.actor(key), log));
	}
}

const CHANGES: readonly (readonly [ActivityRating, string])[] = [
	['delivery-changed', 'Done in pairs instead of the whole group, because some were slow to speak'],
	['delivery-changed', 'Shortened, because the discussion before it ran over'],
	['content-changed', 'Used an example of our own in place of the one in the plan'],
	['not-delivered', 'Time ran out'],
];

function rate(chance: Chance, { key, minutes }: Activity, asPlanned: boolean): LogEntry {
	const wander = Math.round((chance.next() - 0.5) * 6);
	if (asPlanned)
		return { activityKey: key, rating: 'as-intended', minutes: Math.max(5, minutes + wander), reason: null };
	const [rating, reason] = chance.pick(CHANGES);
	const isDelivered = rating !== 'not-delivered';
	return { activityKey: key, rating, minutes: isDelivered ? Math.max(5, Math.round(minutes * 0.7)) : null, reason };
}
