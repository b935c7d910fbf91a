import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { type CalendarDay, WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { paths } from '#app/paths.ts';
import { formatDate } from '#app/ui/format.ts';
import { daysInWords, hoursInWords, lastsInWords } from '#app/ui/team/time-words.ts';
import { programmesToAccredit } from '#app/use-cases/team/programmes-to-accredit.ts';
import { findFacilitator, listAccreditations, listHours, listLeave } from '#db/queries/team/staff-time.ts';

export type FacilitatorView = NonNullable<ReturnType<typeof readFacilitatorView>>;

/**
 * What is kept of a facilitator’s accreditations, and of their hours and leave for who may read those; null when it is
 * nobody whom the actor may read.
 */
export function readFacilitatorView(context: AppContext, actor: StaffActor, staffId: StaffId) {
	const { db, content, clock } = context;
	const found = findFacilitator(db, actor, staffId, 'accreditation');
	if (!found) return null;
	const today = dayOf(clock.now());
	const programmes = programmesToAccredit(content);
	const names = new Map(programmes.map(({ slug, name }) => [slug, name]));
	const may = (what: 'accreditation' | 'staff-time') => findFacilitator(db, actor, staffId, what, 'write') !== null;
	return {
		staffId,
		name: found.name,
		isOwn: actor.staffId === staffId,
		back: mayAtAll(actor, 'write', 'register') && actor.staffId === staffId ? paths.today() : paths.facilitators(),
		accreditations: listAccreditations(db, actor, [staffId], programmes).map((one) => ({
			id: one.id,
			programme: names.get(one.programmeSlug)!,
			from: formatDate(one.accreditedOn),
			lasts: lastsInWords(one, today),
		})),
		supervisionHref: findFacilitator(db, actor, staffId, 'practice') ? paths.facilitatorSupervision(staffId) : null,
		mayAccredit: may('accreditation'),
		time: findFacilitator(db, actor, staffId, 'staff-time') && timeOf(context, staffId, today),
		mayKeepTime: may('staff-time'),
	};
}

function timeOf({ db }: AppContext, staffId: StaffId, today: CalendarDay) {
	const hours = listHours(db, [staffId]);
	return {
		hours: WEEKDAYS.flatMap((weekday) => {
			const own = hours.filter((one) => one.weekday === weekday);
			return own.length === 0 ? [] : [{ weekday, inWords: hoursInWords(own) }];
		}),
		leave: listLeave(db, [staffId], today).map(({ id, fromDay, toDay }) => ({
			id,
			inWords: daysInWords(fromDay, toDay),
		})),
	};
}
