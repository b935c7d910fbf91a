import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { updateHolidaysChecked } from '#db/stores/places.ts';
import { audited } from '../audit/audited.ts';

/** Notes that somebody compared a nation's bank holidays with the official list today. */
export function noteHolidaysChecked(
	context: AppContext,
	actor: Actor,
	nation: Nation,
): Outcome<undefined, 'not-found'> {
	return audited(context, { actor, action: 'bank-holidays-checked' }, (tx, tell) => {
		if (!mayAtAll(actor, 'write', 'closures')) return refused('not-found');
		tell({ details: { nation } });
		updateHolidaysChecked(tx, nation, dayOf(context.clock.now()));
		return done();
	});
}
