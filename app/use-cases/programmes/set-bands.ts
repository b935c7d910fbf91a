import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { type Bands, checkBands } from '#app/domain/fidelity/bands.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listBandChanges } from '#db/queries/programmes/bands.ts';
import { insertBands } from '#db/stores/programmes/bands.ts';
import { audited } from '../audit/audited.ts';

/** `shownNumber`: how often they had been set when the page was opened. */
type NewBands = Bands & { readonly programme: Pick<Programme, 'slug'>; readonly shownNumber: number };

/**
 * Sets where the bands of a programme begin, for all its versions and from now on, on figures of the past too: they are
 * how a figure is read, and change none. Refused as `checkBands` says, and when somebody set them since the page was
 * opened. The limits that stand write nothing, whoever
 * set them and whatever page was open: a button that was pressed twice is no change of somebody else’s. (§7.7, decision 0028)
 */
export function setBands(
	context: AppContext,
	actor: StaffActor,
	{ programme: { slug }, good, watch, shownNumber }: NewBands,
): Outcome<undefined, 'not-found' | 'not-a-percentage' | 'out-of-order' | 'changed-meanwhile'> {
	return audited(context, { actor, action: 'bands-set' }, (tx, tell) => {
		tell({ details: { slug, good, watch } });
		if (!mayAtAll(actor, 'write', 'fidelity-bands')) return refused('not-found');
		const checked = checkBands({ good, watch });
		if (!checked.done) return checked;
		const standing = listBandChanges(tx, actor, slug).at(-1);
		const number = standing?.number ?? 0;
		if (standing?.good === good && standing.watch === watch) return done();
		if (number !== shownNumber) return refused('changed-meanwhile', { version: number });
		const set = { setAt: context.clock.now(), setBy: actor.staffId };
		insertBands(tx, { slug, number: number + 1, good, watch, ...set });
		return done();
	});
}
