import { programmeIdOf, programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { readProgrammeFidelity } from '#app/routes/programmes.$programmeId.fidelity/view.ts';
import { testContext } from '#tests/support/context.ts';
import { givenLog, givenSessionStates } from '#tests/support/wall.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { beside, type Timed } from './beside.ts';

const COHORTS = 500;
const SESSIONS = 17;
const KEY = { slug: 'caring-dads', version: '1', variant: null };

/** A lead’s page on the cohorts of a programme: 500 cohorts whose 17 sessions were all held and logged. */
export function fidelityRows(): readonly Timed[] {
	const context = testContext({ now: '2027-06-01T12:00:00Z' });
	const { db, content } = context;
	const lead = givenStaff(context, { roles: ['lead'] });
	db.transaction(() => {
		const sam = givenStaff(context);
		const places = givenPlaces(context);
		for (let index = 0; index < COHORTS; index += 1) {
			const firstDay = plusDays(calendarDay('2025-01-07'), index);
			const cohort = givenCohort(context, { ...places, name: `Group ${index}`, firstDay, team: [sam] });
			givenSessionStates(context, cohort, Array.from({ length: SESSIONS }, () => 'H').join(' '));
			for (let plan = 1; plan <= SESSIONS; plan += 1) givenLog(context, cohort, sam, { plan });
		}
	});
	const programme = programmeWithId(content.programmes, programmeIdOf(KEY))!;
	const request = { ...context } as unknown as RequestContext;
	const page = () => readProgrammeFidelity(request, lead, programme);
	const bare = db.$client.prepare(`
		select l.session_id, r.activity_key, r.rating, r.minutes from delivery_logs l
		join activity_ratings r on r.log_id = l.id join sessions s on s.id = l.session_id
		join cohorts c on c.id = s.cohort_id where c.programme_slug = 'caring-dads'`);
	const ratings = bare.all().length;
	return [beside(`the fidelity of ${COHORTS} cohorts, ${ratings} ratings`, page, 'bare read', () => bare.all())];
}
