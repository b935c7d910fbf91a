import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { FAMILIES_OF_PROGRAMMES, type Facilitator } from '#app/domain/imports/facilitators/facilitator.ts';
import { facilitatorInWords } from '#app/domain/imports/facilitators/facilitator-sentences.ts';
import { hoursOf } from '#app/domain/imports/facilitators/read-availability.ts';
import { readFacilitators } from '#app/domain/imports/facilitators/read-facilitators.ts';
import { facilitatorsLook } from '#app/domain/imports/lists/list-look.ts';
import type { ListRefusal } from '#app/domain/imports/lists/list-reading.ts';
import type { Workbook } from '#app/domain/imports/sheet/workbook.ts';
import type { AccreditationId, ImportId, StaffId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findStaffByEmail } from '#db/queries/staff.ts';
import { addAccreditation, addHours, addProfile, type Made } from '#db/stores/lists.ts';
import { insertStaff, replaceStaffDuties } from '#db/stores/staff.ts';
import type { ListPlan } from './list-plan.ts';

/**
 * What a list of facilitators makes: an account for each address that has none, without a password until a link is given
 * to them; to one that has an account, what is not known of them yet. Nobody without an address, and nobody whose account
 * is closed. Nothing that somebody entered here is changed.
 */
export function planFacilitators(
	context: AppContext,
	db: Db,
	actor: Actor,
	workbook: Workbook,
): Outcome<ListPlan, ListRefusal> {
	const read = readFacilitators(workbook, dayOf(context.clock.now()));
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
		store: (tx, importId) => gathered(coming.map((one) => storeOne(context, tx, actor, { ...one, importId }))),
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

type ToStore = {
	readonly facilitator: Facilitator;
	readonly staffId: StaffId | null;
	readonly importId: ImportId;
};

function storeOne(context: AppContext, tx: Db, actor: Actor, { facilitator, staffId, importId }: ToStore): Made {
	const id = staffId ?? addAccount(context, tx, facilitator);
	const { accreditations, availability, knownAs, gender, phone, employer, notes } = facilitator;
	const slugsOf = (family: string) => [
		...new Set(context.content.programmes.map(({ slug }) => slug).filter((slug) => slug.startsWith(family))),
	];
	const inTraining = FAMILIES_OF_PROGRAMMES.filter((family) => accreditations[family].status === 'in-training');
	const said = { knownAs, gender, phone, employer, notes, availability: availability?.raw ?? null };
	const isNewProfile = addProfile(tx, {
		...{ staffId: id, ...said, importId },
		inTraining: JSON.stringify(inTraining.flatMap(slugsOf)),
	});
	const added = FAMILIES_OF_PROGRAMMES.flatMap((family) => {
		const { from: accreditedOn, until: expiresOn } = accreditations[family];
		if (accreditedOn === null) return [];
		return slugsOf(family).flatMap((programmeSlug) => {
			const row = { id: context.ids.next<AccreditationId>(), staffId: id, programmeSlug, accreditedOn, expiresOn };
			const recordedBy = actor.kind === 'staff' ? actor.staffId : null;
			return addAccreditation(tx, { ...row, recordedBy, recordedAt: context.clock.now() }) ? [row.id] : [];
		});
	});
	const hours = availability ? hoursOf(availability) : [];
	const isNewHours = addHours(
		tx,
		id,
		hours.map(({ weekday, from, to }) => ({ weekday, fromTime: from, toTime: to })),
	);
	return {
		broughtIn: 1,
		staff: staffId === null ? [id] : [],
		accreditations: added,
		hours: isNewHours ? [id] : [],
		profiles: isNewProfile ? [id] : [],
	};
}

function addAccount({ ids, clock }: AppContext, tx: Db, { name, email }: Facilitator): StaffId {
	const id = ids.next<StaffId>();
	insertStaff(tx, { id, name, email: email!, state: 'invited', createdAt: clock.now() });
	replaceStaffDuties(tx, id, { roles: ['facilitator'], areaIds: [], sides: [] });
	return id;
}

function gathered(all: readonly Made[]): Made {
	return {
		broughtIn: all.length,
		staff: all.flatMap(({ staff }) => staff),
		accreditations: all.flatMap(({ accreditations }) => accreditations),
		hours: all.flatMap(({ hours }) => hours),
		profiles: all.flatMap(({ profiles }) => profiles),
	};
}
