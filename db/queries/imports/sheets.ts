import { and, desc, eq, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { imports, staff } from '../../schema/index.ts';
import { mayOn } from '../visible-cohorts.ts';

/** The sheets whose differences came into the registers of this cohort, newest first, if the actor may bring one in. */
export function listSheets(db: Db, actor: Actor, cohortId: CohortId) {
	if (!mayOn(db, actor, 'write', 'import.register', cohortId)) return [];
	return db
		.select({
			id: imports.id,
			state: imports.state,
			fileName: imports.fileName,
			importedAt: imports.importedAt,
			undoneAt: imports.undoneAt,
			broughtInBy: staff.name,
			report: sql<string>`${imports.report}`,
			version: imports.version,
		})
		.from(imports)
		.leftJoin(staff, eq(staff.id, imports.uploadedBy))
		.where(and(eq(imports.kind, 'sheet'), eq(sql`json_extract(${imports.choices}, '$.cohortId')`, cohortId)))
		.orderBy(desc(imports.uploadedAt), desc(imports.id))
		.all();
}
