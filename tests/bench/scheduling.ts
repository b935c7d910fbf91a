import { layOutSessions } from '#app/domain/scheduling/lay-out-sessions.ts';
import type { SessionTime } from '#app/domain/scheduling/session.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { readWeek } from '#app/routes/week/week-view.ts';
import { listMoveClashes } from '#app/use-cases/sessions/move-clashes.ts';
import { readTerm } from '#app/use-cases/sessions/read-term.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { beside, type Timed } from './beside.ts';

const COHORTS = 1000;
const SESSIONS = 26;
const PLACES = 20;
/** 1,177 cohorts of 17 sessions are 20,009 sessions, spread over two years and a term. */
const COHORTS_STORED = 1177;
const DAY = calendarDay('2027-01-12');

/**
 * What scheduling takes, in milliseconds beside the least that could be done in the same process: dates made by a plain
 * loop, the same rows read by one bare statement.
 */
export function schedulingRows(): readonly Timed[] {
	return [layingOut(), ...inDatabase()];
}

/** A thousand cohorts of half a year, each from another day, with two slots a week and a closed fortnight. */
function layingOut(): Timed {
	const plans = Array.from({ length: SESSIONS }, (_, index) => {
		return { number: index + 1, kind: 'group', minutes: 120, gapBeforeWeeks: 0 } as const;
	});
	const slots = [
		{ weekday: 'tuesday', startTime: clockTime('18:30') },
		{ weekday: 'friday', startTime: clockTime('10:00') },
	] as const;
	const closures = [{ from: plusDays(DAY, 60), to: plusDays(DAY, 73), label: 'Closed' }];
	const off = { bankHolidays: [], closures, skippedWeeks: [], runsOnBankHoliday: false };
	const layOut = () => {
		for (let index = 0; index < COHORTS; index += 1) {
			const laidOut = layOutSessions({ plans, slots, ...off, earliestStart: plusDays(DAY, index % 365) });
			if (!laidOut.done) throw new Error(laidOut.code);
		}
	};
	return beside('laying out 1,000 cohorts of 26 sessions', layOut, 'dates in a loop', () => {
		let last = '';
		for (let index = 0; index < COHORTS * SESSIONS; index += 1) {
			last = new Date(Date.UTC(2027, 0, 12 + (index % 365), 18, 30)).toISOString();
		}
		return last;
	});
}

function inDatabase(): readonly Timed[] {
	const context = testContext({ now: '2027-01-11T12:00:00Z' });
	const { db } = context;
	const actor = givenStaff(context, { roles: ['lead'] });
	const moved = db.transaction(() => {
		const places = Array.from({ length: PLACES }, (_, index) => {
			return { ...givenPlaces(context, `Place ${index}`), team: [givenStaff(context, { name: `Staff ${index}` })] };
		});
		const cohorts = Array.from({ length: COHORTS_STORED }, (_, index) => {
			const firstDay = plusDays(DAY, (index % 730) - 365);
			const startTime = `${10 + (index % 10)}:00`;
			const place = places[index % PLACES]!;
			const cohort = givenCohort(context, { ...place, name: `Group ${index}`, firstDay, startTime });
			givenMember(context, cohort);
			return cohort;
		});
		return cohorts[365]!;
	});
	const term = readTerm(context, db, actor, moved.cohortId)!;
	const to = sessionTimeAt(plusDays(DAY, 100), clockTime('14:00'), 120) as SessionTime;
	const move = () => listMoveClashes(context, db, actor, term, { moves: [{ planNumber: 5, to }], own: term.booked });
	const bare = db.$client.prepare(`
		select s.*, c.side, c.venue_id, c.room_id, t.staff_id from sessions s join cohorts c on c.id = s.cohort_id
		left join team_members t on t.cohort_id = c.id where s.day between ? and ? and s.state <> 'cancelled'`);
	const rowsFrom = (first: number, last: number) => () => bare.all(plusDays(DAY, first), plusDays(DAY, last));
	const request = { ...context } as unknown as RequestContext;
	const week = () => readWeek(request, actor, { by: 'venue', of: null, day: DAY });
	return [
		beside('the clashes of one move among 20,009 sessions', move, 'bare read', rowsFrom(99, 101)),
		beside(`a week of ${rowsFrom(0, 6)().length} sessions among 20,009`, week, 'bare read', rowsFrom(-2, 6)),
	];
}
