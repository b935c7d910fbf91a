import type { Actor } from '#app/domain/access/actor.ts';
import { splitName } from '#app/domain/imports/cohort/split-name.ts';
import type { ProposedParticipant } from '#app/domain/imports/proposal.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import { isSameName } from '#app/domain/shared/same-name.ts';
import type { Db } from '#db/client.ts';
import { listPeople } from '#db/queries/people.ts';

/** A row of the register whose name somebody has whom the actor may read already. */
export type LikelyDuplicate = {
	readonly row: number;
	readonly name: string;
	readonly personId: PersonId;
	readonly reference: string;
};

/** Rows that may be somebody who is known: shown, so that a person decides; nobody is ever merged. */
export function listLikelyDuplicates(
	db: Db,
	actor: Actor,
	participants: readonly Pick<ProposedParticipant, 'row' | 'name'>[],
): readonly LikelyDuplicate[] {
	const known = listPeople(db, actor);
	return participants.flatMap(({ row, name }) => {
		const { givenName, familyName } = splitName(name);
		const same = known.find((person) => isSameName(person.name, `${givenName} ${familyName}`));
		return same ? { row, name, personId: same.personId, reference: same.reference } : [];
	});
}
