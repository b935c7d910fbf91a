import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { planSessionMove } from '#app/use-cases/sessions/plan-move.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenTwoSides } from '#tests/support/families.ts';
import { givenStaff } from '#tests/support/world.ts';

/** His on Tuesdays and hers on Fridays of the same ten weeks, linked; and the coordinator whom both share. */
function givenPair() {
	const context = testContext({ now: '2026-01-12T12:00:00Z' });
	const world = givenTwoSides(context);
	const { his, hers, lead, areaId } = world;
	const shared = givenStaff(context, {
		...{ name: 'Kit Mensah', roles: ['coordinator'], areaIds: [areaId], sides: ['perpetrator', 'survivor'] },
	});
	context.db
		.insert(schema.cohortPairs)
		.values({
			...{ perpetratorCohortId: his.cohortId, survivorCohortId: hers.cohortId },
			...{ linkedBy: lead.staffId, linkedAt: context.clock.now() },
		})
		.run();
	const slot = { weekday: 'tuesday', startTime: '18:30' } as const;
	context.db
		.insert(schema.meetingSlots)
		.values([
			{ cohortId: his.cohortId, ...slot } as never,
			{ cohortId: hers.cohortId, ...slot, weekday: 'friday' } as never,
		])
		.run();
	return { context, ...world, shared };
}
type Pair = ReturnType<typeof givenPair>;

/** His third session and all later ones, a week later, as the page does it. */
async function moveHis({ context, his, shared }: Pair, day: string) {
	const [year = '', month = '', date = ''] = day.split('-');
	const sessionId = his.sessionIds[2]!;
	const typed = {
		...{ 'day-day': date, 'day-month': month, 'day-year': year, startTime: '6:30pm', endTime: '8:30pm' },
		...{ askedBy: 'service', why: 'Hall flooded' },
	};
	const to = { day, startTime: '18:30', lengthMinutes: 120 } as never;
	const planned = planSessionMove(context, context.db, shared, { sessionId, to });
	if (!planned.done) throw new Error(planned.code);
	const form = { ...typed, intent: 'save', scope: 'later', fingerprint: planned.value.fingerprint };
	const { status, location } = await visit(context, `/sessions/${sessionId}/move`, { as: shared, form });
	expect({ status, location }).toEqual({ status: 302, location: `/sessions/${sessionId}?said=moved` });
	return sessionId;
}

test('moving one proposes to the shared coordinator to move the other, on its own weekday, before anything is saved', async () => {
	const pair = givenPair();
	const { context, his, hers, shared } = pair;
	expect((await visit(context, `/cohorts/${his.cohortId}`, { as: shared })).text).toContain(
		'Linked with Friday group . In step: of 17 sessions 10 have a date in both, those to come in the same weeks.',
	);
	const moved = await moveHis(pair, '2026-02-03');
	const page = await visit(context, `/sessions/${moved}`, { as: shared });
	expect(page.text).toContain('Out of step. Sessions 3 to 10 are in different weeks.');
	const way = `/sessions/${hers.sessionIds[2]}/move?day=2026-02-06`;
	expect(page.html).toContain(`href="${way}"`);
	expect(page.text).toContain('Move session 3 of Friday group to 6 February 2026, and look at the later ones');
	const form = await visit(context, way, { as: shared });
	expect(form.html).toContain('value="6"');
	expect(form.text).toContain('Friday group · session 3');
	// Nothing is saved by looking.
	expect((await visit(context, `/cohorts/${hers.cohortId}`, { as: shared })).text).toContain('Out of step');
});

test('the lead sees both plans side by side, and that they are in step again once the other has moved', async () => {
	const pair = givenPair();
	const { context, his, lead } = pair;
	await moveHis(pair, '2026-02-03');
	const page = () => visit(context, `/cohorts/${his.cohortId}/pair`, { as: lead });
	const { text } = await page();
	expect(text).toContain('Session Tuesday group Friday group (Northfield) Same week');
	const line = (plan: number, his: string, hers: string, same: string) =>
		`Session ${plan} Tuesday group ${his} Friday group (Northfield) ${hers} Same week ${same}`;
	expect(text).toContain(line(2, '20 January 2026', '23 January 2026', 'Yes'));
	expect(text).toContain(line(3, '3 February 2026', '30 January 2026', 'No'));
	expect(text).toContain(line(11, '31 March 2026', 'No date', 'No date to compare'));
	await moveHis(pair, '2026-01-27');
	expect((await page()).text).toContain('In step: of 17 sessions 10');
});

test('whoever arranges one of the two only is told nothing of it, nor is anybody who delivers one', async () => {
	const pair = givenPair();
	const { context, his, hers } = pair;
	const sessionId = await moveHis(pair, '2026-02-03');
	for (const [as, cohortId, session] of [
		[pair.hisCoordinator, his.cohortId, sessionId],
		[pair.sam, his.cohortId, sessionId],
		[pair.herCoordinator, hers.cohortId, hers.sessionIds[2]],
		[pair.leila, hers.cohortId, hers.sessionIds[2]],
		[pair.worker, hers.cohortId, hers.sessionIds[2]],
	] as const) {
		for (const path of [`/cohorts/${cohortId}`, `/sessions/${session}`]) {
			const { status, text } = await visit(context, path, { as });
			expect([as.name, path, status, /Linked with|step/.test(text)]).toEqual([as.name, path, 200, false]);
		}
	}
});

test('an address with a day that is none, or of somebody else’s session, is answered as without it', async () => {
	const { context, hers, shared, hisCoordinator } = givenPair();
	const path = `/sessions/${hers.sessionIds[2]}/move`;
	const asked = async (day: string) => (await visit(context, `${path}?day=${day}`, { as: shared })).html;
	expect(await asked('2026-02-31')).toContain('value="30"');
	expect(await asked('%3Cscript%3E')).not.toContain('<script>');
	expect((await visit(context, `${path}?day=2026-02-06`, { as: hisCoordinator })).status).toBe(404);
	context.db.delete(schema.cohortPairs).where(eq(schema.cohortPairs.survivorCohortId, hers.cohortId)).run();
	expect((await visit(context, `/cohorts/${hers.cohortId}`, { as: shared })).text).not.toContain('Linked with');
});
