import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Postcode } from '#app/domain/people/postcode.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findPersonPostcode } from '#db/queries/audit/postcodes.ts';
import { updatePerson } from '#db/stores/people.ts';
import { audited } from '../audit/audited.ts';
import { replan } from '../reminders/replan.ts';
import { countDetailChange, refuseDetailChange } from './detail-changes.ts';
import { tellOfNewSharing } from './tell-of-new-sharing.ts';

type Change = { readonly personId: PersonId; readonly version: number; readonly postcode: Postcode | null };

/**
 * Keeps a person's postcode, or forgets it: to notice that somebody on the staff who looks at them lives close by, and that
 * somebody at the same postcode has the same address or number, of which leads are told. Every change is counted with those
 * of safe contacts: afterwards their page shows whether the details need checking, and so whether somebody lives there.
 */
export function setPostcode(
	context: AppContext,
	actor: Actor,
	{ personId, version, postcode }: Change,
): Outcome<undefined, 'not-found' | 'changed-meanwhile' | 'too-many-changes'> {
	const record = ['person', personId] as const;
	return audited(context, { actor, action: 'postcode-set', record }, (tx, tell) => {
		const person = findPersonPostcode(tx, actor, personId);
		if (!person) return refused('not-found');
		tell({ people: [personId] });
		if (person.postcode === postcode) return done();
		if (person.version !== version) return refused('changed-meanwhile', { version: person.version });
		const changesTooOften = refuseDetailChange(context, tx, actor);
		if (changesTooOften) return changesTooOften;
		updatePerson(tx, personId, version, { postcode });
		countDetailChange(context, tx, actor);
		tellOfNewSharing(context, tx, actor, personId);
		replan(context, tx, { personId });
		return done();
	});
}
