import type { AppContext } from '#app/context.ts';
import type { Facilitator } from '#app/domain/imports/facilitators/facilitator.ts';
import { facilitatorInWords } from '#app/domain/imports/facilitators/facilitator-sentences.ts';
import { readFacilitators } from '#app/domain/imports/facilitators/read-facilitators.ts';
import { facilitatorsLook } from '#app/domain/imports/lists/list-look.ts';
import type { ListRefusal } from '#app/domain/imports/lists/list-reading.ts';
import type { Workbook } from '#app/domain/imports/sheet/workbook.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findStaffByEmail } from '#db/queries/staff.ts';
import type { ListPlan } from './list-plan.ts';

/**
 * What a list of facilitators makes: an account for each address that has none, without a password until a link is given
 * to them; to one that has an account, what is not known of them yet. Nobody without an address, and nobody whose account
 * is closed. Nothing that somebody entered here is changed.
 */
export function planFacilitators({ clock }: AppContext, db: Db, workbook: Workbook): Outcome<ListPlan, ListRefusal> {
	const read = readFacilitators(workbook, dayOf(clock.now()));
	if (!read.done) return read;
	const all = read.value.accepted.map((facilitator) => ({ facilitator, ...standingOf(db, facilitator) }));
	const coming = all.filter(({ comesIn }) => comesIn);
	return done({
		look: facilitatorsLook(read.value),
		lines: all.map(({ facilitator, comesIn, note }) => ({
			row: facilitator.row,
			name: facilitator.name,
			what: facilitatorInWords(facilitator),
			...{ note, comesIn, mayChoose: false },
		})),
		toStore: { kind: 'facilitators', facilitators: coming },
	});
}

function standingOf(db: Db, { email }: Facilitator) {
	if (email === null)
		return { comesIn: false, staffId: null, note: 'Stays out: an account needs an address. Add it to the list.' };
	const known = findStaffByEmail(db, email);
	if (known === null) return { comesIn: true, staffId: null, note: 'A new account. Give them a link under Staff.' };
	if (known.state === 'deactivated')
		return { comesIn: false, staffId: null, note: 'Stays out: the account is closed.' };
	const note = 'Has an account: accreditations and hours that are not known yet are added to it.';
	return { comesIn: true, staffId: known.id, note };
}
