import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import type { Id } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findBankHoliday } from '#db/queries/closures.ts';
import { deleteBankHoliday } from '#db/stores/places.ts';
import { audited } from '../audit/audited.ts';

/** Takes a bank holiday off its nation's list, when it was moved or never was; answers with the nation. */
export function removeBankHoliday(
	context: AppContext,
	actor: Actor,
	holidayId: Id<'bank-holiday'>,
): Outcome<Nation, 'not-found'> {
	return audited(context, { actor, action: 'bank-holiday-removed', record: ['holiday', holidayId] }, (tx) => {
		if (!mayAtAll(actor, 'write', 'closures')) return refused('not-found');
		const holiday = findBankHoliday(tx, actor, holidayId);
		if (!holiday) return refused('not-found');
		deleteBankHoliday(tx, holidayId);
		return done(holiday.nation);
	});
}
