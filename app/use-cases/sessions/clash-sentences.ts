import type { Actor } from '#app/domain/access/actor.ts';
import { SIDES } from '#app/domain/programmes/programme.ts';
import { type ShownClash, sentenceForClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listFacilitators } from '#db/queries/staff.ts';

/** The sentence of each clash, by plan number, as the actor may read it; `team` are facilitators whose names they know anyhow. */
export function clashSentences(
	db: Db,
	actor: Actor,
	clashes: readonly ShownClash[],
	team: readonly { readonly staffId: StaffId; readonly name: string }[] = [],
): ReadonlyMap<number, readonly string[]> {
	if (clashes.length === 0) return new Map();
	const names = new Map(listFacilitators(db, actor, SIDES).map(({ id, name }) => [id, name]));
	for (const { staffId, name } of team) names.set(staffId, name);
	const nameIn = (clash: ShownClash) => ('staffId' in clash ? (names.get(clash.staffId) ?? '') : '');
	const ofPlan = Map.groupBy(clashes, ({ planNumber }) => planNumber);
	return new Map([...ofPlan].map(([plan, own]) => [plan, own.map((clash) => sentenceForClash(clash, nameIn(clash)))]));
}
