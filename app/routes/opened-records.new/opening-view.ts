import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { sidesToOpen } from '#app/domain/access/opening.ts';
import { waitsUntil } from '#app/domain/access/probing.ts';
import { SIDE_NAMES } from '#app/domain/programmes/programme.ts';
import { paths } from '#app/paths.ts';
import { hasSecondFactor } from '#app/use-cases/second-factor/prove-by-all.ts';
import { findOpenRecord, findProbes, listTeamSides } from '#db/queries/access/openings.ts';
import { findOwnAccount } from '#db/queries/staff.ts';
import { waitInWords } from './form.ts';

export type OpeningView = ReturnType<typeof openingView>;

/** What the page asks: the side only of who has several. What stands in the way already is said before anybody types. */
export function openingView(context: AppContext, actor: StaffActor) {
	const { db, clock } = context;
	const now = clock.now();
	const open = findOpenRecord(db, actor, now);
	const until = waitsUntil(findProbes(db, actor.staffId), now);
	const sides = sidesToOpen(actor, listTeamSides(db, actor));
	return {
		sides: sides.length > 1 ? sides.map((side) => ({ value: side, label: SIDE_NAMES[side] })) : [],
		wait: until && waitInWords(until),
		asksFor: {
			password: findOwnAccount(db, actor.staffId).passwordHash !== null,
			code: hasSecondFactor(context, actor),
		},
		openHref: open && paths.person(open.personId),
	};
}
