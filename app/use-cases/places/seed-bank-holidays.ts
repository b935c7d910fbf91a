import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { NATIONS } from '#app/domain/scheduling/meeting-pattern.ts';
import type { Id } from '#app/domain/shared/ids.ts';
import { listHolidayYears } from '#db/queries/closures.ts';
import { insertBankHoliday } from '#db/stores/places.ts';
import { audited } from '../audit/audited.ts';

/**
 * Fills the table of bank holidays from the content, for each nation and year of which it holds none: run at every start.
 * A year with as much as one day is the team's own and is left alone, so that a day they took off does not come back.
 */
export function seedBankHolidays(context: AppContext): void {
	const { ids, content } = context;
	audited(context, { actor: CLOCK, action: 'bank-holidays-filled' }, (tx) => {
		for (const nation of NATIONS) {
			const known = listHolidayYears(tx, nation);
			const { days, checkedOn } = content.bankHolidays[nation];
			for (const { date, title } of days.filter((day) => !known.includes(day.date.slice(0, 4)))) {
				insertBankHoliday(tx, { id: ids.next<Id<'bank-holiday'>>(), nation, day: date, title, checkedOn });
			}
		}
	});
}
