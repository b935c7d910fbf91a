import { sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { type Db, prepareOnce } from './client.ts';

/**
 * A query of an actor's that is prepared once for each way in which somebody can stand to the records. `prepare` is handed
 * a stand-in with placeholders where the actor's own ids go, so that the policy's condition goes in as everywhere else;
 * run the query with `values` beside those of its own placeholders.
 */
export function prepareFor<Query>(db: Db, actor: Actor, name: string, prepare: (standIn: Actor) => Query) {
	const { shape, values } = standingOf(actor);
	return { query: prepareOnce(db, `${name} ${shape}`, () => prepare(standInFor(actor))), values };
}

type Standing = { readonly shape: string; readonly values: Readonly<Record<string, string>> };
const standings = new WeakMap<Actor, Standing>();

/** Worked out once for each actor, whom a page makes anew and then asks for with every query. */
function standingOf(actor: Actor): Standing {
	const known = standings.get(actor);
	if (known) return known;
	const standing = { shape: shapeOf(actor), values: valuesOf(actor) };
	standings.set(actor, standing);
	return standing;
}

function standInFor(actor: Actor): Actor {
	if (actor.kind === 'operator') return actor;
	const { areaIds, sides, opened } = actor;
	return {
		...actor,
		staffId: hole('actor'),
		areaIds: areaIds.map((_, index) => hole(`area${index}`)),
		sides: sides.map((_, index) => hole(`side${index}`)),
		opened: opened.map((_, index) => hole(`opened${index}`)),
	};
}

function shapeOf(actor: Actor): string {
	if (actor.kind === 'operator') return 'operator';
	const { areaIds, sides, roles, opened } = actor;
	return `${roles.join(',')} ${areaIds.length} ${sides.length} ${opened.length}`;
}

function valuesOf(actor: Actor): Record<string, string> {
	if (actor.kind === 'operator') return {};
	const { staffId, areaIds, sides, opened } = actor;
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
	return values;
}

/** A placeholder in the place of a text: only ever compared by the database. */
function hole<Text extends string>(name: string): Text {
	return sql.placeholder(name) as unknown as Text;
}
