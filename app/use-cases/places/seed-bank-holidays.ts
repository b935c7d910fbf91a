import type { AppContext } from '#app/context.ts';
import { NATIONS } from '#app/domain/scheduling/meeting-pattern.ts';
import type { Id } from '#app/domain/shared/ids.ts';
import { inTransaction } from '#db/client.ts';
import { listHolidayYears } from '#db/queries/closures.ts';
import { insertBankHoliday } from '#db/stores/places.ts';

/**
 * Fills the table of bank holidays from the content, for each nation and year of which it holds none: run at every start.
 * A year with as much as one day is the team's own and is left alone, so that a day they took off does not come back.
 */
export function seedBankHolidays({ db, ids, content }: AppContext): void {
	inTransaction(db, (tx) => {
		for (const nation of NATIONS) {
			const known = listHolidayYears(tx, nation);
			const { days, checkedOn } = content.bankHolidays[nation];
			for (const { date, title } of days.filter((day) => !known.includes(day.date.slice(0, 4)))) {
				insertBankHoliday(tx, { id: ids.next<Id<'bank-holiday'>>(), nation, day: date, title, checkedOn });
			}
		}
	});
}
