import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { NATIONS } from '#app/domain/scheduling/meeting-pattern.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { listBankHolidays, listClosures } from '#db/queries/closures.ts';

/** Closures to come and past ones, and for each nation the next bank holiday, how far they are listed and when they were checked. */
export function closuresView({ db, clock }: AppContext, actor: Actor) {
	const today = dayOf(clock.now());
	const closures = listClosures(db, actor);
	const holidays = Map.groupBy(listBankHolidays(db, actor), ({ nation }) => nation);
	return {
		coming: closures.filter(({ to }) => to >= today),
		past: closures.filter(({ to }) => to < today).toReversed(),
		nations: NATIONS.map((nation) => {
			const days = holidays.get(nation) ?? [];
			const next = days.find(({ day }) => day >= today) ?? null;
			const checkedOn = days.map((day) => day.checkedOn).toSorted()[0] ?? null;
			return { nation, next, last: days.at(-1)?.day ?? null, checkedOn };
		}),
		mayChange: mayAtAll(actor, 'write', 'closures'),
	};
}
