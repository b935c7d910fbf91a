import { and, eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Mark } from '#app/domain/attendance/marks.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import { reviewCohort } from '#app/use-cases/cohorts/review-cohort.ts';
import { reviewFidelity } from '#app/use-cases/fidelity/review-fidelity.ts';
import { reviewReceived } from '#app/use-cases/fidelity/review-received.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import * as schema from '#db/schema/index.ts';
import { givenMember } from '#tests/support/world.ts';
import { expectDone, type Group, givenGroup, seen } from '../gaps/given.ts';

/** Everything that counts people of the cohort, as its lead reads it. */
function counted({ context, ruth, cohortId }: Group) {
	const { dose, responsiveness } = reviewFidelity(context, ruth, cohortId, 'session')!;
	const { attendance, startedCount } = reviewCohort(context, ruth, cohortId)!.summary;
	return {
		...{ dose, responsiveness, attendance, startedCount, gaps: seen(context, ruth) },
		received: reviewReceived(context, ruth, cohortId)!.people.length,
	};
}

/** The same man entered again, with a mark at every session that he is expected at. */
function enteredAgain({ context, cohortId, sessionIds }: Group, joinsAtPlan: number, mark: Mark): EnrolmentId {
	const cohort = { cohortId, sessionIds };
	const held = sessionIds.slice(0, 2);
	const twice = givenMember(context, cohort, { givenName: 'Twice', enrolledOn: '2026-01-06', joinsAtPlan });
	context.db
		.update(schema.registerRows)
		.set({ mark, markedAt: context.clock.now() })
		.where(and(eq(schema.registerRows.enrolmentId, twice.enrolmentId), inArray(schema.registerRows.sessionId, held)))
		.run();
	return twice.enrolmentId;
}

test.for([
	[1, 'absent-no-contact'],
	[1, 'attended'],
	[5, 'absent-no-contact'],
] as const)(
	'a place that was entered by mistake, joined at plan %i, marked %s, counts in no figure once that is said',
	([joinsAtPlan, mark]) => {
		const group = givenGroup();
		const { context, priya } = group;
		const before = counted(group);
		const enrolmentId = enteredAgain(group, joinsAtPlan, mark);
		expect(counted(group)).not.toEqual(before);
		const { version } = context.db.select().from(schema.enrolments).where(eq(schema.enrolments.id, enrolmentId)).get()!;
		const exit = { on: calendarDay('2026-01-20'), kind: 'removed', reason: 'duplicate', note: null } as const;
		expectDone(recordExit(context, priya, { enrolmentId, version, ...exit }).done);
		expect(counted(group)).toEqual(before);
	},
);
