import { sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { type Db, prepareOnce } from './client.ts';

/**
 * A query of an actor's that is prepared once for each way in which somebody can stand to the records. `prepare` is handed
 * a stand-in with placeholders where the actor's own ids go, so that the policy's condition goes in as everywhere else;
 * run the query with `values` beside those of its own placeholders.
 */
export function prepareFor<Query>(db: Db, actor: Actor, name: string, prepare: (standIn: Actor) => Query) {
	const { standIn, shape, values } = standInFor(actor);
	return { query: prepareOnce(db, `${name} ${shape}`, () => prepare(standIn)), values };
}

function standInFor(actor: Actor) {
	if (actor.kind === 'operator') return { standIn: actor, shape: 'operator', values: {} };
	const { staffId, areaIds, sides, roles, opened } = actor;
	const standIn: Actor = {
		...actor,
		staffId: hole('actor'),
		areaIds: areaIds.map((_, index) => hole(`area${index}`)),
		sides: sides.map((_, index) => hole(`side${index}`)),
		opened: opened.map((_, index) => hole(`opened${index}`)),
	};
	const values: Record<string, string> = { actor: staffId };
	areaIds.forEach((areaId, index) => {
		values[`area${index}`] = areaId;
	});
	sides.forEach((side, index) => {
		values[`side${index}`] = side;
	});
	opened.forEach((personId, index) => {
		values[`opened${index}`] = personId;
	});
	return { standIn, shape: `${roles.join(',')} ${areaIds.length} ${sides.length} ${opened.length}`, values };
}

/** A placeholder in the place of a text: only ever compared by the database. */
function hole<Text extends string>(name: string): Text {
	return sql.placeholder(name) as unknown as Text;
}
