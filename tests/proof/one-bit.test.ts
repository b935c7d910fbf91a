import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as schema from '#db/schema/index.ts';
import { givenCohort } from '#tests/support/world.ts';
import { type Answer, askerOf } from './built-app.ts';
import { newCohort } from './form-bodies.ts';
import { formsIn } from './markup.ts';
import { fillOtherSide, givenWorld, type World } from './worlds.ts';

/**
 * The only thing that the perpetrator side may learn, declared one bit at a time (docs/security.md): a slot that the
 * survivor side has taken is not available. Its answer has the bytes of the same answer with a cause of one's own side.
 */
const SLOT = 'This slot is not available';

type Cause = 'her cohort' | 'a cohort of his side in another area';
const CASES: readonly { of: string; asks: (world: World) => Record<string, string>; taken: (world: World) => void }[] =
	[
		{
			of: 'the venue',
			asks: (world) => ({ ...onThursdays(world), place: `room:${world.house.roomId}` }),
			taken: (world) => hiddenCohort(world, { ...world.house, areaId: world.away.areaId }),
		},
		{
			of: 'the facilitator',
			asks: (world) => ({ ...onThursdays(world), place: 'online', leadId: world.staff.hers.staffId }),
			taken: (world) => hiddenCohort(world, { areaId: world.away.areaId, team: [world.staff.hers] }),
		},
	];

test.each(CASES)('$of that is not available tells nothing of the cause', async ({ asks, taken }) => {
	const free = await planAndSave(givenWorld(), asks);
	const [his, hers] = [givenWorld(), givenWorld()];
	taken(his);
	fillOtherSide(hers);
	const causes: Record<Cause, Answer[]> = {
		'her cohort': await planAndSave(hers, asks),
		'a cohort of his side in another area': await planAndSave(his, asks),
	};
	expect(free.some(({ body }) => body.includes(SLOT))).toBe(false);
	expect(causes['her cohort'].every(({ body }) => body.includes(SLOT))).toBe(true);
	expect(causes['her cohort']).toEqual(causes['a cohort of his side in another area']);
});

test('a session that cannot be moved to a slot tells nothing of the cause', async () => {
	const free = await moveToHerDay(givenWorld());
	const [his, hers] = [givenWorld(), givenWorld()];
	for (const world of [his, hers]) meetAtHouse(world);
	hiddenCohort(his, { ...his.house, areaId: his.away.areaId });
	fillOtherSide(hers);
	const [bySide, byHer] = [await moveToHerDay(his), await moveToHerDay(hers)];
	expect(free.some(({ body }) => body.includes(SLOT))).toBe(false);
	expect(byHer.every(({ body }) => body.includes(SLOT))).toBe(true);
	expect(byHer).toEqual(bySide);
});

/** His cohort meets at the house in which hers meets on Thursdays. */
function meetAtHouse({ context, house, his }: World): void {
	const at = { venueId: house.venueId, roomId: house.roomId };
	context.db.update(schema.cohorts).set(at).where(eq(schema.cohorts.id, his.cohortId)).run();
}

/** The dates as they are shown when his session is to be on her day, and the answer to saving them. */
async function moveToHerDay(world: World): Promise<Answer[]> {
	const ask = askerOf(world.context, world.staff.coordinator);
	const path = `/sessions/${world.his.sessionIds[1]}/move`;
	const day = { 'day-day': '12', 'day-month': '3', 'day-year': '2026', startTime: '6:30pm', endTime: '8:30pm' };
	const form = { ...day, askedBy: 'service', why: 'The hall is flooded' };
	const look = await ask(path, { ...form, intent: 'look' });
	const carried = formsIn(look.body, path).find((found) => 'fingerprint' in found.form)!.form;
	return [look, await ask(path, { ...carried, intent: 'save', scope: 'one' })];
}

/** The plan as it is shown, and the answer to saving it. */
async function planAndSave(world: World, asks: (world: World) => Record<string, string>): Promise<Answer[]> {
	const ask = askerOf(world.context, world.staff.coordinator);
	const form = asks(world);
	const plan = await ask('/cohorts/new', { ...form, intent: 'plan' });
	const carried = formsIn(plan.body, '/cohorts/new').find((found) => 'fingerprint' in found.form)!.form;
	return [plan, await ask('/cohorts/new', { ...carried, intent: 'save' })];
}

const onThursdays = (world: World) => ({ ...newCohort({ world }), weekday1: 'thursday' });

function hiddenCohort({ context }: World, at: Parameters<typeof givenCohort>[1]) {
	// The next id stays the same as where her cohort is the cause.
	const ids = { next: <AnyId>() => `else${Math.random()}` as AnyId };
	givenCohort({ ...context, ids }, { ...at, firstDay: '2026-03-05', sessionCount: 9 });
}
