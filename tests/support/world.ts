import { eq } from 'drizzle-orm';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import { MESSAGE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import { ENGLISH } from '#app/domain/reminders/wording/message-language.ts';
import { calendarDay, plusDays, WEEKDAYS, type Weekday } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import {
	type AccreditationId,
	type AreaId,
	asId,
	type CohortId,
	type EnrolmentId,
	type Id,
	type PersonId,
	type RoomId,
	type SessionId,
	type StaffId,
	type VenueId,
} from '#app/domain/shared/ids.ts';
import { instantOf, plusMinutes } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import { findStaffActor } from '#db/queries/staff.ts';
import * as schema from '#db/schema/index.ts';
import { insertSession } from '#db/stores/sessions.ts';
import { insertStaff, replaceStaffDuties, type StaffDuties } from '#db/stores/staff.ts';
import type { TestContext } from './context.ts';

type StaffOptions = { name?: string; accreditedFor?: readonly string[] } & Partial<StaffDuties>;

/**
 * Each factory gives a valid thing straight into the database, with overrides and no surprises. A facilitator is accredited
 * for every programme, long since and until further notice, unless it says for which: none of them are fine too. The first
 * of a world has approved the shipped words of all messages.
 */
export function givenStaff(
	context: TestContext,
	{ name = 'Sam Okafor', accreditedFor, ...duties }: StaffOptions = {},
): StaffActor {
	const { db, ids, clock } = context;
	const id = ids.next<StaffId>();
	const all = { roles: ['facilitator'] as const, areaIds: [], sides: ['perpetrator'] as const, ...duties };
	insertStaff(db, { id, name, email: `${id}@example.org`, state: 'active', createdAt: clock.now() });
	replaceStaffDuties(db, id, all);
	approveShippedWords(context, id);
	const programmes = accreditedFor ?? context.content.programmes.map(({ slug }) => slug);
	if (all.roles.some((role) => role === 'facilitator')) accredit(context, id, programmes);
	return findStaffActor(db, { staffId: id, name });
}

function approveShippedWords({ db, clock, content }: TestContext, approvedBy: StaffId): void {
	if (db.select({ id: schema.messageWordings.id }).from(schema.messageWordings).limit(1).get()) return;
	for (const { event, audience, ...words } of content.messages) {
		const kind = MESSAGE_KINDS.find((one) => one === event && audience === 'participant');
		if (!kind || words.language !== ENGLISH) continue;
		const id = asId<Id<'wording'>>(`${kind}-${words.channel}-1`);
		db.insert(schema.messageWordings)
			.values({ id, kind, ...words, number: 1, approvedBy, approvedAt: clock.now() })
			.run();
	}
}

function accredit({ db, clock }: TestContext, staffId: StaffId, programmes: readonly string[]): void {
	for (const slug of new Set(programmes)) {
		db.insert(schema.staffAccreditations)
			.values({
				...{ id: asId<AccreditationId>(`${staffId}-${slug}`), staffId, programmeSlug: slug },
				...{ accreditedOn: calendarDay('2020-01-06'), expiresOn: null },
				...{ recordedBy: null, recordedAt: clock.now() },
			})
			.run();
	}
}

/** An area with a venue and a room; every weekday of the venue belongs to one side, or to neither when it is null. */
export function givenPlaces(
	{ db, ids }: TestContext,
	name = 'Northfield',
	{ daysOf = 'perpetrator' }: { daysOf?: Side | null } = {},
) {
	const areaId = ids.next<AreaId>();
	const venueId = ids.next<VenueId>();
	const roomId = ids.next<RoomId>();
	db.insert(schema.areas).values({ id: areaId, name, nation: 'england-and-wales' }).run();
	db.insert(schema.venues)
		.values({ id: venueId, areaId, name: `${name} Centre` })
		.run();
	db.insert(schema.rooms).values({ id: roomId, venueId, name: 'Room 1' }).run();
	if (daysOf) givenDays(db, venueId, daysOf);
	return { areaId, venueId, roomId };
}

/** Gives these weekdays of the venue to a side, whatever they were before. */
export function givenDays(db: Db, venueId: VenueId, side: Side, weekdays: readonly Weekday[] = WEEKDAYS): void {
	for (const weekday of weekdays) {
		const target = [schema.venueDays.venueId, schema.venueDays.weekday];
		db.insert(schema.venueDays).values({ venueId, weekday, side }).onConflictDoUpdate({ target, set: { side } }).run();
	}
}

type CohortOptions = {
	areaId: AreaId;
	venueId?: VenueId | null;
	roomId?: RoomId | null;
	name?: string;
	team?: readonly StaffActor[];
	programmeSlug?: string;
	side?: Side;
	firstDay?: string;
	startTime?: string;
	sessionCount?: number;
	places?: number;
};

/** A cohort that meets once a week without a break, its sessions all still `scheduled`. */
export function givenCohort({ db, ids, clock }: TestContext, options: CohortOptions) {
	const { firstDay = '2026-01-13', startTime = '18:30', sessionCount = 17, team = [] } = options;
	const { programmeSlug = 'caring-dads', side = 'perpetrator', name = 'Tuesday group', places = 12 } = options;
	const cohortId = ids.next<CohortId>();
	db.insert(schema.cohorts)
		.values({
			id: cohortId,
			name,
			programmeSlug,
			programmeVersion: '1',
			side,
			areaId: options.areaId,
			nation: 'england-and-wales',
			venueId: options.venueId ?? null,
			roomId: options.roomId ?? null,
			earliestStart: calendarDay(firstDay),
			runsOnBankHoliday: false,
			places,
			state: 'running',
			createdAt: clock.now(),
		})
		.run();
	team.forEach(({ staffId }, index) => {
		const duty = index === 0 ? 'lead-facilitator' : 'co-facilitator';
		db.insert(schema.teamMembers).values({ cohortId, staffId, duty }).run();
	});
	const sessionIds = Array.from({ length: sessionCount }, (_, index) => {
		const id = ids.next<SessionId>();
		const day = plusDays(calendarDay(firstDay), 7 * index);
		const startsAt = instantOf(day, clockTime(startTime))!;
		insertSession(
			db,
			{
				id,
				cohortId,
				planNumber: index + 1,
				kind: 'group',
				state: 'scheduled',
				day,
				startTime: clockTime(startTime),
				lengthMinutes: 120,
				startsAt,
				endsAt: plusMinutes(startsAt, 120),
				changedAt: clock.now(),
			},
			{ setBy: null, why: 'first plan' },
		);
		return id;
	});
	return { cohortId, sessionIds };
}

/** A member of the cohort, with an expected row in each of its sessions from the one at which they join. */
export function givenMember(
	{ db, ids, clock }: TestContext,
	{ cohortId, sessionIds }: { cohortId: CohortId; sessionIds: readonly SessionId[] },
	options: {
		givenName?: string;
		familyName?: string;
		joinsAtPlan?: number;
		enrolledOn?: string;
		programmeSlug?: string;
	} = {},
) {
	const personId = ids.next<PersonId>();
	const enrolmentId = ids.next<EnrolmentId>();
	const { givenName = 'Alex', familyName = 'Smith', joinsAtPlan = 1, enrolledOn = '2026-01-06' } = options;
	const { side } = db.select().from(schema.cohorts).where(eq(schema.cohorts.id, cohortId)).get()!;
	db.insert(schema.people)
		.values({ id: personId, side, reference: `REF-${personId}`, givenName, familyName, createdAt: clock.now() })
		.run();
	db.insert(schema.enrolments)
		.values({
			id: enrolmentId,
			personId,
			cohortId,
			programmeSlug: options.programmeSlug ?? 'caring-dads',
			enrolledOn: calendarDay(enrolledOn),
			joinsAtPlan,
			state: 'on-programme',
		})
		.run();
	for (const sessionId of sessionIds.slice(joinsAtPlan - 1)) {
		db.insert(schema.registerRows).values({ sessionId, enrolmentId }).run();
	}
	return { personId, enrolmentId };
}
