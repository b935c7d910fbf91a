import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { countHit, type DayOff } from '#app/domain/scheduling/day-off.ts';
import { NATIONS } from '#app/domain/scheduling/meeting-pattern.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { listBankHolidays, listClosures } from '#db/queries/closures.ts';
import { listMeetingsAhead } from '#db/queries/days-off/meetings-ahead.ts';
import { listSchoolHolidays } from '#db/queries/days-off/school-holidays.ts';
import { listPlaces } from '#db/queries/places.ts';

/**
 * Closures to come, with what they hit, and past ones; for each area its school holidays, and for each nation the next bank
 * holiday, how far they are listed and when they were checked.
 */
export function closuresView({ db, clock }: AppContext, actor: Actor) {
	const today = dayOf(clock.now());
	const closures = listClosures(db, actor);
	const schools = Map.groupBy(listSchoolHolidays(db, actor), ({ areaId }) => areaId);
	const hits = hitsOf({ db, clock }, actor);
	const withHits = (row: (typeof closures)[number]) => ({ ...row, hits: hits({ kind: 'closure', ...row }) });
	const holidays = Map.groupBy(listBankHolidays(db, actor), ({ nation }) => nation);
	return {
		coming: closures.filter(({ to }) => to >= today).map(withHits),
		past: closures
			.filter(({ to }) => to < today)
			.toReversed()
			.map((row) => ({ ...row, hits: null })),
		nations: NATIONS.map((nation) => {
			const days = holidays.get(nation) ?? [];
			const next = days.find(({ day }) => day >= today) ?? null;
			const checkedOn = days.map((day) => day.checkedOn).toSorted()[0] ?? null;
			return { nation, next, last: days.at(-1)?.day ?? null, checkedOn };
		}),
		areas: listPlaces(db, actor).map(({ id, name }) => {
			const days = schools.get(id) ?? [];
			const next = days.find(({ to }) => to >= today) ?? null;
			const checkedOn = days.map((day) => day.checkedOn).toSorted()[0] ?? null;
			return { areaId: id, area: name, next, last: days.at(-1)?.to ?? null, checkedOn };
		}),
		mayChange: mayAtAll(actor, 'write', 'closures'),
	};
}

/** How many sessions that the actor may move are on days off; null for who may move none. One read, however many ask. */
function hitsOf({ db, clock }: Pick<AppContext, 'db' | 'clock'>, actor: Actor): (dayOff: DayOff) => number | null {
	if (!mayAtAll(actor, 'write', 'session')) return () => null;
	const meetings = listMeetingsAhead(db, actor, clock.now());
	return (dayOff) => countHit(dayOff, meetings);
}
