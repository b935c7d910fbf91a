import type { StaffActor } from '#app/domain/access/actor.ts';
import { NUDGE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import { type CalendarDay, calendarDay, plusDays, WEEKDAYS, weekdayOf } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { CohortId, EnrolmentId, PersonId, SessionId } from '#app/domain/shared/ids.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenFamily } from '#tests/support/families.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { givenContact, givenOff } from '../../use-cases/reminders/given.ts';
import { Chance } from './chance.ts';

export type Side = 'perpetrator' | 'survivor';
export type Member = {
	readonly personId: PersonId;
	readonly enrolmentId: EnrolmentId;
	readonly cohort: Cohort;
	/** The other member of the family, on the other side. */
	readonly partner: Member | null;
};
export type Cohort = {
	readonly cohortId: CohortId;
	readonly side: Side;
	readonly sessionIds: readonly SessionId[];
	readonly facilitator: StaffActor;
	readonly members: Member[];
};
export type Year = {
	readonly context: TestContext;
	readonly chance: Chance;
	readonly cohorts: readonly Cohort[];
	readonly coordinator: Readonly<Record<Side, StaffActor>>;
	readonly worker: StaffActor;
	readonly lead: StaffActor;
};

const MEMBERS = 3;
const TIMES = ['09:30', '13:00', '18:30', '19:00'] as const;
export const FIRST_DAY = calendarDay('2026-01-05');

/** So many linked pairs of cohorts that begin through the year, three people in each; of these two are families. */
export function givenYear(seed: number, pairs: number): Year {
	const context = testContext({ now: '2026-01-02T09:00:00Z' });
	const chance = new Chance(seed);
	const { areaId } = givenPlaces(context);
	const survivorSide = ['survivor'] as const;
	const staff = {
		lead: givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] }),
		worker: givenStaff(context, {
			name: 'Imani Clarke',
			roles: ['partner-support'],
			areaIds: [areaId],
			sides: survivorSide,
		}),
		coordinator: {
			perpetrator: givenStaff(context, { roles: ['coordinator'], areaIds: [areaId], sides: ['perpetrator'] }),
			survivor: givenStaff(context, { roles: ['coordinator'], areaIds: [areaId], sides: survivorSide }),
		},
	};
	for (const kind of NUDGE_KINDS) givenOff(context, kind);
	const year: Year = { context, chance, cohorts: [], ...staff };
	const cohorts = Array.from({ length: pairs }, (_, pair) =>
		givenPair(year, { areaId, pair, begins: plusDays(FIRST_DAY, 7 + Math.round((pair * 230) / pairs)) }),
	).flat();
	return { ...year, cohorts };
}

function givenPair(year: Year, of: Omit<SideOf, 'side'>): readonly Cohort[] {
	const { context, chance, worker } = year;
	const his = givenSide(year, { ...of, side: 'perpetrator' });
	const hers = givenSide(year, { ...of, side: 'survivor' });
	for (let index = 0; index < MEMBERS; index += 1) {
		const related = index < 2;
		const he = { ...givenMember(context, his, { enrolledOn: '2026-01-02' }), cohort: his, partner: null };
		const programmeSlug = 'inspiring-families-non-abusing';
		const she = {
			...givenMember(context, hers, { programmeSlug, enrolledOn: '2026-01-02' }),
			cohort: hers,
			partner: null,
		};
		his.members.push(Object.assign(he, related && { partner: she }));
		hers.members.push(Object.assign(she, related && { partner: he }));
		const members = [
			[he.personId, 'father'],
			[she.personId, 'mother'],
		] as const;
		if (related) givenFamily(context, { areaId: of.areaId, by: worker, members });
		for (const member of [he, she]) if (!chance.isLucky(0.08)) givenSomeContact(year, member);
	}
	return [his, hers];
}

type SideOf = {
	readonly areaId: Parameters<typeof givenFamily>[1]['areaId'];
	readonly pair: number;
	readonly begins: CalendarDay;
	readonly side: Side;
};

function givenSide({ context, chance }: Year, { areaId, pair, begins, side }: SideOf): Cohort {
	const isHis = side === 'perpetrator';
	const programmeSlug = isHis ? 'caring-dads' : 'inspiring-families-non-abusing';
	const facilitator = givenStaff(context, { name: `Facilitator ${side} ${pair}`, sides: [side] });
	const firstDay = plusDays(begins, chance.below(5));
	const startTime = chance.oneOf(TIMES);
	const sessionCount = isHis ? 17 : 10;
	const name = `Group ${side} ${pair}`;
	const given = { areaId, side, programmeSlug, name, team: [facilitator], firstDay, startTime, sessionCount };
	const cohort = givenCohort(context, given);
	const slot = { cohortId: cohort.cohortId, weekday: weekdayOf(firstDay), startTime: clockTime(startTime) };
	context.db.insert(schema.meetingSlots).values(slot).run();
	return { ...cohort, side, facilitator, members: [] };
}

/** A record as people have them: a few days, some hours, an address of one's own; now and then only a telephone. */
export function givenSomeContact({ context, chance, worker }: Year, { personId, cohort }: Member): void {
	const first = chance.below(7);
	const safeDays = WEEKDAYS.filter((_, index) => index === first || chance.isLucky(0.6));
	const hour = (from: number, among: number) => `${String(from + chance.below(among)).padStart(2, '0')}:00`;
	const isCall = chance.isLucky(0.05);
	givenContact(
		context,
		cohort.facilitator,
		personId,
		{
			channel: isCall ? 'call' : 'email',
			address: isCall
				? `07700 9${String(chance.below(100_000)).padStart(5, '0')}`
				: `${personId}.${chance.below(1e9)}@example.org`,
			...{ safeDays, safeFrom: clockTime(hour(7, 5)), safeUntil: clockTime(hour(14, 8)) },
			reviewBy: plusDays(calendarDay(context.clock.now().slice(0, 10)), 120 + chance.below(240)),
		},
		chance.isLucky(0.95) ? worker : null,
	);
}
