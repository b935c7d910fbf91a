import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { PersonId, StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findRestriction, listPossibleReaders } from '#db/queries/access/restrictions.ts';
import { deleteRestriction, insertRestriction, updateRestriction } from '#db/stores/access.ts';
import { audited } from '../audit/audited.ts';

type Readers = {
	readonly personId: PersonId;
	/** Of the list that the page showed; null when it showed that everybody may see the name. */
	readonly version: number | null;
	readonly readerIds: readonly StaffId[];
};
type Refusal = 'not-found' | 'changed-meanwhile' | 'unknown-reader' | 'no-reader';

/**
 * Keeps a person's name from everybody but these readers, or puts these in the place of those who could see it. Whoever
 * restricts is a reader from then on; who changes the list later need not be. Everybody else sees the reference alone.
 */
export function restrictPerson(
	context: AppContext,
	actor: StaffActor,
	{ personId, version, readerIds }: Readers,
): Outcome<undefined, Refusal> {
	const about = { record: ['person', personId], people: [personId] } as const;
	return audited(context, { actor, action: 'person-restricted', ...about }, (tx, tell) => {
		const found = findRestriction(tx, actor, personId);
		if (!found) return refused('not-found');
		if (found.version !== version) return refused('changed-meanwhile');
		const possible = [...listPossibleReaders(tx, actor), ...found.readers].map(({ id }) => id);
		if (readerIds.some((id) => !possible.includes(id))) return refused('unknown-reader');
		const readers = [...new Set(version === null ? [actor.staffId, ...readerIds] : readerIds)];
		if (readers.length === 0) return refused('no-reader');
		tell({ details: { readers } });
		const set = { personId, setBy: actor.staffId, setAt: context.clock.now(), readerIds: readers };
		if (version === null) insertRestriction(tx, set);
		else updateRestriction(tx, personId, version, readers);
		return done();
	});
}

/** Lifts the restriction: the name is for everybody again whom the policy lets. */
export function liftRestriction(
	context: AppContext,
	actor: StaffActor,
	{ personId, version }: Omit<Readers, 'readerIds'>,
): Outcome<undefined, 'not-found' | 'changed-meanwhile'> {
	const about = { record: ['person', personId], people: [personId] } as const;
	return audited(context, { actor, action: 'restriction-lifted', ...about }, (tx) => {
		const found = findRestriction(tx, actor, personId);
		if (!found) return refused('not-found');
		if (version === null || found.version !== version) return refused('changed-meanwhile');
		deleteRestriction(tx, personId);
		return done();
	});
}
