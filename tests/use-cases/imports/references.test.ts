import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { people } from '#db/schema/index.ts';
import { givenCohort, givenMember } from '#tests/support/world.ts';
import { desk } from './given.ts';

test('a reference that somebody of the other side has refuses no row, so that an import tells nothing of them', async () => {
	const { context, areaId, upload, confirm, choose, prepare, bringIn } = await desk();
	const prepared = () => {
		const importId = upload();
		confirm(importId);
		choose(importId);
		return prepare(importId).plan;
	};
	const before = prepared();
	const survivors = givenCohort(context, { areaId, side: 'survivor', programmeSlug: 'inspiring-families-non-abusing' });
	const { personId } = givenMember(context, survivors, { programmeSlug: 'inspiring-families-non-abusing' });
	context.db.update(people).set({ reference: 'CD26/02' }).where(eq(people.id, personId)).run();
	const after = prepared();
	expect([after.counts, after.refusedRows]).toEqual([before.counts, before.refusedRows]);
	expect((await bringIn()).outcome).toMatchObject({ done: true });
	const both = context.db.select().from(people).where(eq(people.reference, 'CD26/02')).all();
	expect(both.map(({ side }) => side).toSorted()).toEqual(['perpetrator', 'survivor']);
});
