import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { seedBankHolidays } from '#app/use-cases/places/seed-bank-holidays.ts';
import * as schema from '#db/schema/index.ts';
import { type Answer, visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenTwoSides } from '#tests/support/families.ts';
import { givenCohort, givenStaff } from '#tests/support/world.ts';

const PROGRAMME = programmeIdOf({ slug: 'inspiring-families-non-abusing', version: '1', variant: null });

/** His cohort runs from Tuesday 13 January 2026, without a linked one; a team is there for hers. */
function givenHis() {
	const context = testContext({ now: '2026-01-02T09:00:00Z' });
	seedBankHolidays(context);
	const world = givenTwoSides(context);
	const { his, areaId, lead } = world;
	const week = { fromDay: '2026-02-16', toDay: '2026-02-22', label: 'Half term' } as never;
	context.db
		.insert(schema.skippedWeeks)
		.values({ cohortId: his.cohortId, ...(week as object) } as never)
		.run();
	const asha = givenStaff(context, { name: 'Asha Rao', sides: ['survivor'] });
	const maya = givenStaff(context, { name: 'Maya Lund', sides: ['survivor'] });
	const path = `/cohorts/new?in-step-with=${his.cohortId}`;
	const typed = {
		...{ inStepWith: his.cohortId, name: 'Thursday group', programme: PROGRAMME, areaId, nation: '', place: 'online' },
		...{ onlineRoom: 'Room 2', leadId: asha.staffId, coFacilitatorIds: maya.staffId },
		...{ weekday1: 'thursday', time1: '6pm', weekday2: '', time2: '', skippedWeeks: '', places: '10' },
		...{ 'earliestStart-day': '12', 'earliestStart-month': '1', 'earliestStart-year': '2026' },
	};
	const send = (intent: string, change: Record<string, string> = {}, as = lead) =>
		visit(context, path, { as, form: { ...typed, ...change, intent } });
	const save = (plan: Answer, change: Record<string, string> = {}) =>
		visit(context, path, { as: lead, form: { ...carriedBy(plan), accept: 'yes', ...change, intent: 'save' } });
	const pairs = () => context.db.select().from(schema.cohortPairs).all();
	return { context, ...world, asha, path, send, save, pairs };
}

function carriedBy({ html }: Answer): Record<string, string | string[]> {
	const fields: Record<string, string | string[]> = {};
	for (const [, name, value] of html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) {
		const before = fields[name!];
		fields[name!] = before === undefined ? value! : [before, value!].flat();
	}
	return fields;
}

test('the form of the linked cohort starts from the weeks of the other one', async () => {
	const { context, his, lead, path } = givenHis();
	expect((await visit(context, `/cohorts/${his.cohortId}/pair`, { as: lead })).html).toContain(`href="${path}"`);
	const { html, text } = await visit(context, path, { as: lead });
	expect(text).toContain('It will be linked with Tuesday group');
	expect(html).toContain(`name="inStepWith" value="${his.cohortId}"`);
	for (const [name, value] of [
		['earliestStart-day', '12'],
		['earliestStart-month', '1'],
		['places', '12'],
	]) {
		expect(html).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`));
	}
	expect(text).toContain('16 February 2026 to 22 February 2026, Half term');
});

test('the weeks that it takes over can be read again', async () => {
	const { send } = givenHis();
	const plan = await send('plan', { skippedWeeks: '16 February 2026 to 22 February 2026, Half term' });
	expect(plan.text).toContain('Thursday 19 February 2026 To know Left out: Half term');
});

test('a cohort laid out in step is linked when it is saved, once however often it is sent', async () => {
	const { send, save, pairs, his, context, lead } = givenHis();
	const plan = await send('plan');
	expect(plan.text).toContain('Thursday 15 January 2026');
	expect(plan.text).not.toContain('in different weeks');
	expect(pairs()).toEqual([]);
	const saved = await save(plan);
	expect(saved.location).toMatch(/^\/cohorts\/\w+\?said=laid-out$/);
	expect((await save(plan)).location).toBe(saved.location);
	expect(pairs()).toMatchObject([{ perpetratorCohortId: his.cohortId, linkedBy: lead.staffId }]);
	expect((await visit(context, `/cohorts/${his.cohortId}/pair`, { as: lead })).text).toContain('In step');
});

test('weeks that differ are a warning that takes a tick', async () => {
	const { send, save, pairs } = givenHis();
	const plan = await send('plan', { skippedWeeks: '26 January 2026' });
	expect(plan.text).toContain('Sessions 3 to 10 are in different weeks in the two cohorts.');
	expect((await save(plan, { accept: '' })).status).toBe(422);
	expect(pairs()).toEqual([]);
	expect((await save(plan)).status).toBe(302);
	expect(pairs()).toHaveLength(1);
});

test('refused: a programme of the same side, somebody of the other team, and a cohort that was linked meanwhile', async () => {
	const { context, his, hers, sam, lead, send, save, pairs } = givenHis();
	const kim = givenStaff(context, { name: 'Kim Mensah' });
	const same = await send('plan', {
		programme: programmeIdOf({ slug: 'caring-dads', version: '1', variant: null }),
		leadId: sam.staffId,
		coFacilitatorIds: kim.staffId,
	});
	expect([same.status, same.text]).toEqual([409, expect.stringContaining('cannot be linked with this programme')]);
	expect(same.html).toContain('value="Thursday group"');
	context.db.insert(schema.staffSides).values({ staffId: sam.staffId, side: 'survivor' }).onConflictDoNothing().run();
	const both = await send('plan', { leadId: sam.staffId });
	expect([both.status, both.text]).toEqual([422, expect.stringContaining('works with the cohort of the other side')]);
	const plan = await send('plan');
	const linked = { linkedBy: lead.staffId, linkedAt: context.clock.now() };
	context.db
		.insert(schema.cohortPairs)
		.values({ ...linked, perpetratorCohortId: his.cohortId, survivorCohortId: hers.cohortId })
		.run();
	expect((await save(plan)).status).toBe(409);
	expect(pairs()).toHaveLength(1);
});

test('who may not link cohorts gets the plain form, and a plan that names one is refused as if there were none', async () => {
	const { context, his, hers, hisCoordinator, herCoordinator, path, send } = givenHis();
	const plain = (await visit(context, '/cohorts/new', { as: hisCoordinator })).html;
	for (const id of [his.cohortId, hers.cohortId, 'nothing']) {
		expect((await visit(context, `/cohorts/new?in-step-with=${id}`, { as: hisCoordinator })).html).toBe(plain);
	}
	const named = await send('plan', {}, herCoordinator);
	const absent = await send('plan', { inStepWith: 'nothing' }, herCoordinator);
	expect([named.status, absent.status]).toEqual([409, 409]);
	expect(named.text).toBe(absent.text);
	expect(path).toContain(his.cohortId);
});

test('a link is not offered for a cohort that has one', async () => {
	const { context, his, areaId, lead, path } = givenHis();
	const hers = givenCohort(context, { areaId, side: 'survivor', programmeSlug: 'inspiring-families-non-abusing' });
	const linked = { linkedBy: lead.staffId, linkedAt: context.clock.now() };
	context.db
		.insert(schema.cohortPairs)
		.values({ ...linked, perpetratorCohortId: his.cohortId, survivorCohortId: hers.cohortId })
		.run();
	expect((await visit(context, path, { as: lead })).text).not.toContain('It will be linked with');
	context.db.delete(schema.cohortPairs).where(eq(schema.cohortPairs.survivorCohortId, hers.cohortId)).run();
	expect((await visit(context, path, { as: lead })).text).toContain('It will be linked with');
});
