import { and, asc, eq, gt, notInArray } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import { daysOf, type VenueDays } from '#app/domain/scheduling/venue-days.ts';
import type { Weekday } from '#app/domain/shared/calendar-day.ts';
import type { VenueId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { cohorts, sessions, venueDays, venues } from '../../schema/index.ts';
import { visibleCohorts } from '../visible-cohorts.ts';

/**
 * To which side each weekday of each venue belongs, as far as the actor may know: those who decide it see all, everybody
 * else the days of their own sides, so that a day of the other side looks like one that is nobody's. None for who may not
 * read it at all.
 */
export function listVenueDays(db: Db, actor: Actor): ReadonlyMap<VenueId, VenueDays> {
	if (!mayAtAll(actor, 'read', 'venue-days')) return new Map();
	const seesAll = actor.kind === 'operator' || mayAtAll(actor, 'write', 'venue-days');
	const shown = db
		.select()
		.from(venueDays)
		.all()
		.filter(({ side }) => seesAll || actor.sides.includes(side));
	const ofVenue = Map.groupBy(shown, ({ venueId }) => venueId);
	return new Map([...ofVenue].map(([venueId, rows]) => [venueId, inWeek(rows)]));
}

/** What the rule on clashes asks of a venue for a cohort of this side: for that rule, never for a page. */
export function findVenueRules(db: Db, venueId: VenueId, side: Side) {
	const days = db.select().from(venueDays).where(eq(venueDays.venueId, venueId)).all();
	const venue = db.select({ travelPoint: venues.travelPoint }).from(venues).where(eq(venues.id, venueId)).get();
	return { venueDays: daysOf(side, inWeek(days)), travelPoint: venue?.travelPoint ?? null };
}

/** Whose sessions are still to come at the venue, on which days, of cohorts that the actor may read. */
export function listSessionsAhead(db: Db, actor: Actor, venueId: VenueId, now: Instant) {
	return db
		.selectDistinct({ cohortId: cohorts.id, name: cohorts.name, side: cohorts.side, day: sessions.day })
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(
			and(
				eq(cohorts.venueId, venueId),
				notInArray(cohorts.state, ['cancelled', 'draft']),
				eq(sessions.state, 'scheduled'),
				gt(sessions.startsAt, now),
				visibleCohorts(db, actor, 'read', 'cohort'),
			),
		)
		.orderBy(asc(cohorts.name), asc(cohorts.id), asc(sessions.day))
		.all();
}

function inWeek(rows: readonly { readonly weekday: Weekday; readonly side: Side }[]): VenueDays {
	return Object.fromEntries(rows.map(({ weekday, side }) => [weekday, side]));
}
