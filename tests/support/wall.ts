import { and, eq } from 'drizzle-orm';
import { MARK_MEANINGS, type Mark } from '#app/domain/attendance/marks.ts';
import type { ExitKind } from '#app/domain/attrition/exit-kinds.ts';
import type { ActivityRating } from '#app/domain/fidelity/activity-ratings.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, EnrolmentId, LogId, PersonId, SessionId } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import * as schema from '#db/schema/index.ts';
import type { TestContext } from './context.ts';
import { givenMember } from './world.ts';

const MARKS: Readonly<Record<string, Mark>> = {
	P: 'attended',
	L: 'late',
	E: 'left-early',
	A: 'absent-notified',
	N: 'absent-no-contact',
	S: 'stood-down',
	c: 'absent-no-contact',
};

type Cohort = { readonly cohortId: CohortId; readonly sessionIds: readonly SessionId[] };
type Member = { readonly personId: PersonId; readonly enrolmentId: EnrolmentId };

/** Sets what became of the sessions: H held, X cancelled (venue flooded), any other letter stays scheduled. */
export function givenSessionStates({ db }: TestContext, { sessionIds }: Cohort, letters: string): void {
	letters.split(/\s+/).forEach((letter, index) => {
		const change =
			letter === 'H' ? { state: 'held' as const } : { state: 'cancelled' as const, stateReason: 'Venue flooded' };
		if (letter === 'H' || letter === 'X') {
			db.update(schema.sessions).set(change).where(eq(schema.sessions.id, sessionIds[index]!)).run();
		}
	});
}

/**
 * Members with their marks as they hang on the wall: `Given Family | P A - c`, a letter a session from the first (- not
 * yet recorded, _ not enrolled, c caught up). What is not written is not yet recorded.
 */
export function givenWall(context: TestContext, cohort: Cohort, drawing: string): ReadonlyMap<string, Member> {
	const lines = drawing.trim().split('\n');
	return new Map(
		lines.map((line) => {
			const [name = '', row = ''] = line.split('|').map((part) => part.trim());
			const [givenName, familyName] = name.split(/\s+/);
			const letters = row.split(/\s+/).filter(Boolean);
			const joinsAtPlan =
				Math.max(
					0,
					letters.findIndex((letter) => letter !== '_'),
				) + 1;
			const member = givenMember(context, cohort, { givenName, familyName, joinsAtPlan });
			letters.forEach((letter, index) => {
				if (MARKS[letter]) givenMark(context, cohort, member, index + 1, MARKS[letter]);
				if (letter === 'c') {
					context.db
						.insert(schema.catchUps)
						.values({ enrolmentId: member.enrolmentId, planNumber: index + 1 })
						.run();
				}
			});
			return [name, member];
		}),
	);
}

function givenMark({ db, clock }: TestContext, { sessionIds }: Cohort, member: Member, plan: number, mark: Mark): void {
	const { needsReason, takesMinutes } = MARK_MEANINGS[mark];
	db.update(schema.registerRows)
		.set({
			mark,
			reason: needsReason ? 'work' : null,
			minutes: takesMinutes ? 10 : null,
			markedAt: clock.now(),
			version: 2,
		})
		.where(
			and(
				eq(schema.registerRows.sessionId, sessionIds[plan - 1]!),
				eq(schema.registerRows.enrolmentId, member.enrolmentId),
			),
		)
		.run();
}

type ExitOptions = { on: string; afterPlan: number; kind?: ExitKind; reason?: string; note?: string | null };

/** Ends a place after a session: off the registers of the later ones. */
export function givenExit({ db }: TestContext, { sessionIds }: Cohort, member: Member, exit: ExitOptions): void {
	const { on, afterPlan, kind = 'left', reason = 'work', note = null } = exit;
	db.update(schema.enrolments)
		.set({ state: kind, exitOn: calendarDay(on), exitKind: kind, exitReason: reason, exitNote: note })
		.where(eq(schema.enrolments.id, member.enrolmentId))
		.run();
	for (const sessionId of sessionIds.slice(afterPlan)) {
		db.update(schema.registerRows)
			.set({ expected: false })
			.where(and(eq(schema.registerRows.sessionId, sessionId), eq(schema.registerRows.enrolmentId, member.enrolmentId)))
			.run();
	}
}

type LogOptions = {
	plan: number;
	/** Ratings by activity key; every other activity of the plan is rated as intended. */
	ratings?: Readonly<Record<string, ActivityRating | null>>;
};

/** A facilitator's log of one session, with the planned minutes; null leaves an activity without a rating. */
export function givenLog(
	context: TestContext,
	{ sessionIds }: Cohort,
	by: { staffId: string },
	options: LogOptions,
): void {
	const { db, ids, content } = context;
	const { plan, ratings = {} } = options;
	const programme = content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	const id = ids.next<LogId>();
	const staffId = by.staffId as typeof schema.deliveryLogs.$inferInsert.staffId;
	const savedAt = plusMinutes(context.clock.now(), plan - 60 * 24);
	db.insert(schema.deliveryLogs)
		.values({ id, sessionId: sessionIds[plan - 1]!, staffId, version: 1, savedAt })
		.run();
	for (const { key, minutes } of programme.plans[plan - 1]!.activities) {
		const rating = key in ratings ? ratings[key] : 'as-intended';
		if (!rating) continue;
		const actual = rating === 'not-delivered' ? 0 : minutes;
		const reason = rating === 'as-intended' ? null : 'Time ran out';
		db.insert(schema.activityRatings).values({ logId: id, activityKey: key, rating, minutes: actual, reason }).run();
	}
}
