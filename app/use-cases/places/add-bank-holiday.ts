import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { BankHoliday, Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import { weekdayOf } from '#app/domain/shared/calendar-day.ts';
import type { BankHolidayId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listBankHolidays } from '#db/queries/closures.ts';
import { insertBankHoliday } from '#db/stores/places.ts';
import { audited } from '../audit/audited.ts';

type Refusal = 'not-found' | 'holiday-already-there' | 'holiday-at-weekend';

/**
 * Adds a bank holiday to one nation: a one-off day is proclaimed at short notice. Sessions on it stay until somebody moves
 * them. Refused on a weekend: the substitute counts, and the weekend day can be closed.
 */
export function addBankHoliday(
	context: AppContext,
	actor: Actor,
	{ nation, date, title }: BankHoliday & { nation: Nation },
): Outcome<BankHolidayId, Refusal> {
	return audited(context, { actor, action: 'bank-holiday-added' }, (tx, tell) => {
		if (!mayAtAll(actor, 'write', 'closures')) return refused('not-found');
		if (['saturday', 'sunday'].includes(weekdayOf(date))) return refused('holiday-at-weekend', { date });
		const same = listBankHolidays(tx, actor).find((other) => other.nation === nation && other.day === date);
		if (same) return refused('holiday-already-there', { date, title: same.title });
		const id = context.ids.next<BankHolidayId>();
		tell({ record: ['holiday', id], details: { nation, day: date } });
		insertBankHoliday(tx, { id, nation, day: date, title, checkedOn: dayOf(context.clock.now()) });
		return done(id);
	});
}
