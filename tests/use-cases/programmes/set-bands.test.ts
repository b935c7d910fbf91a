import { expect, test } from 'vitest';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { setBands } from '#app/use-cases/programmes/set-bands.ts';
import { findBands, listBandChanges } from '#db/queries/programmes/bands.ts';
import { auditEntries, programmeBands } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';

const slug = 'caring-dads';

function office() {
	const context = testContext({ now: '2026-01-02T09:00:00Z' });
	const lead = givenStaff(context, { name: 'Lena Holt', roles: ['lead'] });
	const set = (good: number, watch: number, shownNumber = 0, as = lead) =>
		setBands(context, as, { programme: { slug }, good, watch, shownNumber });
	const entries = () =>
		context.db
			.select()
			.from(auditEntries)
			.all()
			.filter(({ action }) => action === 'bands-set');
	return { context, db: context.db, lead, set, entries };
}

test('bands stand from when they were set, each beside those before, with who set them', () => {
	const { context, db, lead, set, entries } = office();
	expect(findBands(db, slug)).toBeNull();
	expect(set(85, 65)).toMatchObject({ done: true });
	context.setNow('2026-02-03T09:00:00Z');
	expect(set(90, 70, 1)).toMatchObject({ done: true });
	expect(findBands(db, slug)).toEqual({ good: 90, watch: 70 });
	expect(findBands(db, 'inspiring-families-abusing')).toBeNull();
	const changes = listBandChanges(db, lead, slug);
	expect(changes.map(({ good, watch, by }) => ({ good, watch, by }))).toEqual([
		{ good: 85, watch: 65, by: 'Lena Holt' },
		{ good: 90, watch: 70, by: 'Lena Holt' },
	]);
	expect(changes.map(({ setAt }) => setAt.slice(0, 10))).toEqual([calendarDay('2026-01-02'), '2026-02-03']);
	expect(entries().map(({ staffId, outcome, details }) => ({ staffId, outcome, ...JSON.parse(details) }))).toEqual([
		{ staffId: lead.staffId, outcome: 'done', slug, good: 85, watch: 65 },
		{ staffId: lead.staffId, outcome: 'done', slug, good: 90, watch: 70 },
	]);
});

test('what could be no bands, an old page and whoever is no lead change nothing, and are kept as refused', () => {
	const { context, db, set, entries } = office();
	set(85, 65);
	expect(set(60, 80, 1)).toMatchObject({ code: 'out-of-order' });
	expect(set(120, 80, 1)).toMatchObject({ code: 'not-a-percentage' });
	expect(set(90, 70, 0)).toMatchObject({ code: 'changed-meanwhile', details: { version: 1 } });
	for (const role of ['coordinator', 'facilitator', 'administrator', 'read-only'] as const) {
		expect(set(90, 70, 1, givenStaff(context, { roles: [role] }))).toMatchObject({ code: 'not-found' });
	}
	expect(findBands(db, slug)).toEqual({ good: 85, watch: 65 });
	expect(entries().map(({ outcome }) => outcome)).toEqual([
		...['done', 'out-of-order', 'not-a-percentage', 'changed-meanwhile'],
		...['not-found', 'not-found', 'not-found', 'not-found'],
	]);
});

test('the same bands again are no change and leave no entry', () => {
	const { db, set, entries } = office();
	set(85, 65);
	expect(set(85, 65, 1)).toMatchObject({ done: true });
	// The button pressed twice, from a page on which they were not set yet.
	expect(set(85, 65, 0)).toMatchObject({ done: true });
	expect(db.select().from(programmeBands).all()).toHaveLength(1);
	expect(entries()).toHaveLength(1);
});

test('the database itself changes and takes away none, and holds none in no order', () => {
	const { db, lead, set } = office();
	set(85, 65);
	expect(() => db.update(programmeBands).set({ good: 99 }).run()).toThrow('never changed');
	expect(() => db.delete(programmeBands).run()).toThrow('never taken away');
	const wrong = { slug, number: 2, good: 60, watch: 80, setAt: '2026-01-02T09:00:00Z', setBy: lead.staffId } as never;
	expect(() => db.insert(programmeBands).values(wrong).run()).toThrow('programme_bands_order');
});
