import type { StaffActor } from '#app/domain/access/actor.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import type { AccreditationId, CoverId, LeaveId, SessionId } from '#app/domain/shared/ids.ts';
import { acceptCover } from '#app/use-cases/team/answer-cover.ts';
import { askForCover } from '#app/use-cases/team/ask-for-cover.ts';
import { findSession } from '#db/queries/sessions.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenTwoSides } from '#tests/support/families.ts';
import { givenStaff } from '#tests/support/world.ts';

/** Accredited since long ago; until further notice unless it says otherwise. */
export function givenAccreditation(
	{ db, ids, clock }: TestContext,
	{ staffId }: StaffActor,
	{ programmeSlug = 'caring-dads', expiresOn = null as string | null } = {},
): AccreditationId {
	const id = ids.next<AccreditationId>();
	db.insert(schema.staffAccreditations)
		.values({
			...{ id, staffId, programmeSlug, accreditedOn: calendarDay('2024-01-08') },
			expiresOn: expiresOn === null ? null : calendarDay(expiresOn),
			...{ recordedBy: staffId, recordedAt: clock.now() },
		})
		.run();
	return id;
}

export function givenLeave({ db, ids }: TestContext, { staffId }: StaffActor, from: string, to = from): void {
	const days = { fromDay: calendarDay(from), toDay: calendarDay(to) };
	db.insert(schema.staffLeave)
		.values({ id: ids.next<LeaveId>(), staffId, ...days })
		.run();
}

/**
 * The two sides of families at noon on 10 March, Kim and Max who may stand in at his session of that evening, and the
 * session after it.
 */
export function givenTeams() {
	const context = testContext({ now: '2026-03-10T12:00:00Z' });
	const two = givenTwoSides(context);
	const [kim, max] = ['Kim Diaz', 'Max Berg'].map((name) => givenStaff(context, { name, accreditedFor: [] }));
	for (const who of [kim!, max!]) givenAccreditation(context, who);
	const [tonight, next] = [two.his.sessionIds[8]!, two.his.sessionIds[9]!];
	return { context, ...two, kim: kim!, max: max!, tonight, next };
}

/** Asks these people to stand in for Sam, and answers with the request of each. */
export function asked(
	world: Pick<ReturnType<typeof givenTeams>, 'context' | 'sam' | 'hisCoordinator'>,
	sessionId: SessionId,
	...people: readonly StaffActor[]
): CoverId[] {
	const { context, sam, hisCoordinator } = world;
	const coveringIds = people.map(({ staffId }) => staffId);
	const outcome = askForCover(context, hisCoordinator, { sessionId, absentId: sam.staffId, coveringIds });
	if (!outcome.done) throw new Error(outcome.code);
	const rows = context.db.select().from(schema.sessionCovers).all();
	return people.map((one) => rows.findLast((row) => row.coveringId === one.staffId && row.sessionId === sessionId)!.id);
}

/** Accepts as the page of the request shows it now. */
export function accepts({ context }: { context: TestContext }, who: StaffActor, coverId: CoverId) {
	const { db } = context;
	const { sessionId } = db
		.select()
		.from(schema.sessionCovers)
		.all()
		.find(({ id }) => id === coverId)!;
	const { timeVersion } = findSession(db, { kind: 'operator' }, sessionId)!;
	return acceptCover(context, who, { coverId, timeVersion });
}
