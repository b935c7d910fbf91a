import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import {
	FAMILIES_OF_PROGRAMMES,
	type Facilitator,
	type ProgrammeFamily,
} from '#app/domain/imports/facilitators/facilitator.ts';
import { hoursOf } from '#app/domain/imports/facilitators/read-availability.ts';
import type { Made } from '#app/domain/imports/lists/made.ts';
import type { AccreditationId, ImportId, StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { addAccreditation, addHours, addProfile } from '#db/stores/lists.ts';
import { insertStaff, replaceStaffDuties } from '#db/stores/staff.ts';

/** Somebody of a list; `staffId` null when they have no account yet. */
export type FacilitatorToStore = { readonly facilitator: Facilitator; readonly staffId: StaffId | null };

/** Writes accounts, accreditations, hours and what else a list says of its people; nothing that is there is changed. */
export function storeFacilitators(
	context: AppContext,
	tx: Db,
	actor: Actor,
	facilitators: readonly FacilitatorToStore[],
	importId: ImportId,
): Made {
	const all = facilitators.map((one) => storeFacilitator(context, tx, actor, { ...one, importId }));
	return {
		broughtIn: all.length,
		staff: all.flatMap(({ staff }) => staff),
		accreditations: all.flatMap(({ accreditations }) => accreditations),
		hours: all.flatMap(({ hours }) => hours),
		profiles: all.flatMap(({ profiles }) => profiles),
	};
}

type OneToStore = FacilitatorToStore & { readonly importId: ImportId };

function storeFacilitator(
	context: AppContext,
	tx: Db,
	actor: Actor,
	{ facilitator, staffId, importId }: OneToStore,
): Made {
	const id = staffId ?? addAccount(context, tx, facilitator);
	const { accreditations, availability, knownAs, gender, phone, employer, notes } = facilitator;
	const inTraining = FAMILIES_OF_PROGRAMMES.filter((family) => accreditations[family].status === 'in-training');
	const profile = { knownAs, gender, phone, employer, notes, availability: availability?.raw ?? null };
	const isNewProfile = addProfile(tx, {
		...{ staffId: id, ...profile, importId },
		inTraining: JSON.stringify(inTraining.flatMap((family) => slugsOf(context, family))),
	});
	const added = storeAccreditations(context, tx, actor, { ...accreditations, staffId: id });
	const said = availability ? hoursOf(availability) : [];
	const hours = said.map(({ weekday, from, to }) => ({ weekday, fromTime: from, toTime: to }));
	return {
		broughtIn: 1,
		staff: staffId === null ? [id] : [],
		accreditations: added,
		hours: addHours(tx, id, hours) ? [{ staffId: id, hours }] : [],
		profiles: isNewProfile ? [id] : [],
	};
}

function addAccount({ ids, clock }: AppContext, tx: Db, { name, email }: Facilitator): StaffId {
	const id = ids.next<StaffId>();
	insertStaff(tx, { id, name, email: email!, state: 'invited', createdAt: clock.now() });
	replaceStaffDuties(tx, id, { roles: ['facilitator'], areaIds: [], sides: [] });
	return id;
}

type Accredited = Facilitator['accreditations'] & { readonly staffId: StaffId };

/** A row for each programme of a family: one accreditation of Inspiring Families is good for both sides. */
function storeAccreditations(context: AppContext, tx: Db, actor: Actor, { staffId, ...of }: Accredited) {
	const recordedBy = actor.kind === 'staff' ? actor.staffId : null;
	return FAMILIES_OF_PROGRAMMES.flatMap((family) => {
		const { from: accreditedOn, until: expiresOn } = of[family];
		if (accreditedOn === null) return [];
		return slugsOf(context, family).flatMap((programmeSlug) => {
			const id = context.ids.next<AccreditationId>();
			const row = { id, staffId, programmeSlug, accreditedOn, expiresOn, recordedBy };
			return addAccreditation(tx, { ...row, recordedAt: context.clock.now() }) ? [id] : [];
		});
	});
}

function slugsOf({ content }: AppContext, family: ProgrammeFamily): readonly string[] {
	return [...new Set(content.programmes.map(({ slug }) => slug).filter((slug) => slug.startsWith(family)))];
}
