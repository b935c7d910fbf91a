import { and, count, desc, eq, exists, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { IMPORT_KINDS, type ListKind } from '#app/domain/imports/lists/import-kinds.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { ImportId, PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, imports, people, staff } from '../../schema/index.ts';
import { mayBeNamed } from '../access/visible-people.ts';
import { visibleCohorts } from '../visible-cohorts.ts';

const columns = {
	id: imports.id,
	state: imports.state,
	fileName: imports.fileName,
	choices: imports.choices,
	uploadedAt: imports.uploadedAt,
	uploadedBy: staff.name,
	importedAt: imports.importedAt,
	undoneAt: imports.undoneAt,
	version: imports.version,
	cohortId: cohorts.id,
	cohort: cohorts.name,
};

/** The cohort that a register became; a plan of cohorts makes several, which its report names. */
const ITS_COHORT = and(eq(cohorts.importId, imports.id), eq(imports.kind, 'register'));

export type ImportRow = NonNullable<ReturnType<typeof findImport>>;

/**
 * The import of a register with the cohort that it made, if the actor may go on with it; null
 * otherwise, as if there were none.
 */
export function findImport(db: Db, actor: Actor, importId: ImportId) {
	return (
		db
			.select({ ...columns, report: reportShown(db, actor) })
			.from(imports)
			.leftJoin(staff, eq(staff.id, imports.uploadedBy))
			.leftJoin(cohorts, ITS_COHORT)
			.where(and(eq(imports.id, importId), eq(imports.kind, 'register'), visibleImports(db, actor)))
			.get() ?? null
	);
}

export type ListImportRow = NonNullable<ReturnType<typeof findListImport>>;

/** The import of a list, if the actor may go on with it; null otherwise, as if there were none. */
export function findListImport(db: Db, actor: Actor, importId: ImportId) {
	const found = db
		.select({ ...columns, kind: imports.kind, report: imports.report })
		.from(imports)
		.leftJoin(staff, eq(staff.id, imports.uploadedBy))
		.leftJoin(cohorts, ITS_COHORT)
		.where(and(eq(imports.id, importId), ne(imports.kind, 'register'), visibleImports(db, actor)))
		.get();
	if (!found) return null;
	const { kind, ...row } = found;
	return { ...row, kind: kind as ListKind };
}

/**
 * The report as it was kept. Of an import with somebody whose name is kept from the actor only the counts: names stand in
 * its lines, in what was refused and in the comments of cells.
 */
function reportShown(db: Db, actor: Actor) {
	const hidden = exists(
		db
			.select({ one: sql`1` })
			.from(people)
			.where(and(eq(people.importId, imports.id), sql`not ${mayBeNamed(db, actor)}`)),
	);
	const countsAlone = sql`json_object('counts', json_extract(${imports.report}, '$.counts'), 'refusedRows', json('[]'), 'refusedCells', json('[]'), 'register', null)`;
	return sql<
		string | null
	>`case when ${imports.report} is null or not ${hidden} then ${imports.report} else ${countsAlone} end`;
}

/** The bytes of the file, while it is kept and the actor may go on with the import; null otherwise. */
export function findImportFile(db: Db, actor: Actor, importId: ImportId): Buffer | null {
	const found = db
		.select({ bytes: imports.bytes })
		.from(imports)
		.where(and(eq(imports.id, importId), visibleImports(db, actor)))
		.get();
	return found?.bytes ?? null;
}

/** One page of the imports that the actor may see, newest first, with what each brought in. */
export function listImportPage(db: Db, actor: Actor, page: { readonly offset: number; readonly limit: number }) {
	const counted = (name: string) => sql<number | null>`json_extract(${imports.report}, ${`$.counts.${name}`})`;
	return db
		.select({
			id: imports.id,
			kind: imports.kind,
			state: imports.state,
			fileName: imports.fileName,
			uploadedAt: imports.uploadedAt,
			uploadedBy: staff.name,
			undoneAt: imports.undoneAt,
			cohortId: cohorts.id,
			cohort: cohorts.name,
			broughtIn: counted('broughtIn'),
			people: counted('people'),
			sessions: counted('sessions'),
			accepted: counted('accepted'),
			refused: counted('refused'),
		})
		.from(imports)
		.leftJoin(staff, eq(staff.id, imports.uploadedBy))
		.leftJoin(cohorts, ITS_COHORT)
		.where(visibleImports(db, actor))
		.orderBy(desc(imports.uploadedAt), desc(imports.id))
		.limit(page.limit)
		.offset(page.offset)
		.all();
}

/** How many imports the actor may see. */
export function countImports(db: Db, actor: Actor): number {
	return db.select({ imports: count() }).from(imports).where(visibleImports(db, actor)).get()?.imports ?? 0;
}

/** Who was brought in by this import; ask for an import that the actor may see. */
export function listImportedPeople(db: Db, importId: ImportId): readonly PersonId[] {
	const found = db.select({ id: people.id }).from(people).where(eq(people.importId, importId)).all();
	return found.map(({ id }) => id);
}

/**
 * Which of these references somebody of this side has already, in small letters: for the rule that keeps references
 * apart, never for a page.
 */
export function listTakenReferences(db: Db, side: Side, references: readonly string[]): ReadonlySet<string> {
	const small = [...new Set(references.map((reference) => reference.trim().toLowerCase()))];
	const same = or(inArray(sql`lower(${people.reference})`, small), inArray(people.reference, [...references]));
	const taken = db
		.select({ reference: people.reference })
		.from(people)
		.where(and(eq(people.side, side), same))
		.all();
	return new Set(taken.map(({ reference }) => reference.trim().toLowerCase()));
}

/**
 * The condition that leaves the imports that are the actor's: their own uploads until they are brought in, of what they may
 * bring in; from then on registers of cohorts into whose area and side they may import, and every list of a kind that
 * they may.
 */
function visibleImports(db: Db, actor: Actor): SQL {
	if (actor.kind === 'operator') return sql`1`;
	const kinds = IMPORT_KINDS.filter((kind) => mayAtAll(actor, 'write', `import.${kind}`));
	if (kinds.length === 0) return sql`0`;
	const ownUpload = and(
		ne(imports.state, 'imported'),
		eq(imports.uploadedBy, actor.staffId),
		inArray(imports.kind, kinds),
	);
	const ofList = and(
		eq(imports.state, 'imported'),
		inArray(
			imports.kind,
			kinds.filter((kind) => kind !== 'register'),
		),
	);
	const ofCohort = and(
		eq(imports.kind, 'register'),
		exists(
			db
				.select({ one: sql`1` })
				.from(cohorts)
				.where(and(eq(cohorts.importId, imports.id), visibleCohorts(db, actor, 'write', 'import.register'))),
		),
	);
	return or(ownUpload, ofCohort, ofList) ?? sql`0`;
}
