import type { StaffActor } from '#app/domain/access/actor.ts';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import { cookieOf } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** A term of one facilitator: so many cohorts, each in its tenth week with a register of twelve that is open now. */
export type BenchWorld = {
	readonly context: TestContext;
	readonly facilitator: StaffActor;
	readonly cookie: string;
	readonly registers: readonly { readonly sessionId: SessionId; readonly enrolmentIds: readonly EnrolmentId[] }[];
};

export const PEOPLE = 12;

/** Builds the world in a database file on the disk, where a commit has to wait for it. */
export function benchWorld(file: string, cohorts: number): BenchWorld {
	const context = testContext({ now: '2026-03-17T19:00:00Z', file });
	const facilitator = givenStaff(context);
	const registers = context.db.transaction(() => {
		const places = givenPlaces(context);
		return Array.from({ length: cohorts }, (_, index) => {
			const cohort = givenCohort(context, { ...places, name: `Group ${index + 1}`, team: [facilitator] });
			const members = Array.from({ length: PEOPLE }, (_, number) =>
				givenMember(context, cohort, { givenName: `Person${number}`, familyName: `Number${index}` }),
			);
			return { sessionId: cohort.sessionIds[9]!, enrolmentIds: members.map(({ enrolmentId }) => enrolmentId) };
		});
	});
	fillPast(context);
	return { context, facilitator, cookie: cookieOf(context, facilitator), registers };
}

/** Nine sessions held and everybody marked, as in the middle of a term. */
function fillPast({ db }: TestContext): void {
	db.$client.exec(`
		update sessions set state = 'held' where plan_number < 10;
		update register_rows set mark = 'attended', marked_at = '2026-03-10T20:35:00Z', version = 2
			where session_id in (select id from sessions where plan_number < 10);
	`);
}
