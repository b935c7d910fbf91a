import { expect, test } from 'vitest';
import { closeReview } from '#app/use-cases/openings/close-review.ts';
import { countReviews, findReview, listReviews } from '#db/queries/access/reviews.ts';
import * as schema from '#db/schema/index.ts';
import { givenStaff } from '#tests/support/world.ts';
import { givenEmergency, givenRestricted, noticesOf, open, openingsOf, signedInAgain } from './given.ts';

async function givenOpened() {
	const world = await givenEmergency();
	await open(world.context, world.coordinator, world.people.man);
	const { id } = openingsOf(world.context)[0]!;
	return { ...world, id, review: { id, version: 1, note: 'He was met at the door. It was needed.' } };
}

test('a lead sees who opened whose record, when and why, and closes the review with a note', async () => {
	const { context, leads, review, id } = await givenOpened();
	const [ruth, other] = leads as [(typeof leads)[0], (typeof leads)[0]];
	expect(findReview(context.db, ruth, id)).toMatchObject({ openedBy: 'Priya Raman', person: { name: 'Dean Faraway' } });
	expect(countReviews(context.db, ruth)).toEqual({ all: 1, waiting: 1 });
	expect(closeReview(context, ruth, review)).toMatchObject({ done: true });
	expect(openingsOf(context)).toMatchObject([{ reviewedBy: ruth.staffId, reviewNote: review.note, version: 2 }]);
	expect(countReviews(context.db, other)).toEqual({ all: 1, waiting: 0 });
});

test('closing the review closes a record that is still open, and nobody’s notice waits any more', async () => {
	const { context, coordinator, leads, people, review } = await givenOpened();
	expect(signedInAgain(context, coordinator)!.opened).toEqual([people.man]);
	expect(noticesOf(context).map(({ readAt }) => readAt)).toEqual([null, null]);
	closeReview(context, leads[0]!, review);
	expect(signedInAgain(context, coordinator)!.opened).toEqual([]);
	expect(noticesOf(context).every(({ readAt }) => readAt !== null)).toBe(true);
});

test('nobody closes the review of what they opened themselves, a lead neither', async () => {
	const { context, coordinator, leads, people } = await givenEmergency();
	context.db.insert(schema.staffRoles).values({ staffId: coordinator.staffId, role: 'lead' }).run();
	const both = { ...coordinator, roles: ['coordinator', 'lead'] as const };
	givenRestricted(context, people.man, leads[0]!);
	expect(await open(context, both, people.man)).toMatchObject({ done: true });
	const { id } = openingsOf(context)[0]!;
	const review = { id, version: 1, note: 'All was well' };
	expect(closeReview(context, both, review)).toMatchObject({ code: 'own-opening' });
	expect(countReviews(context.db, both)).toEqual({ all: 1, waiting: 0 });
	expect(noticesOf(context).map(({ staffId }) => staffId)).toEqual(leads.map(({ staffId }) => staffId));
	expect(closeReview(context, leads[1]!, review)).toMatchObject({ done: true });
});

test('the second of two leads is told that the first was first, and overwrites nothing', async () => {
	const { context, leads, review } = await givenOpened();
	closeReview(context, leads[0]!, review);
	const late = { ...review, note: 'Something else' };
	expect(closeReview(context, leads[1]!, late)).toMatchObject({ code: 'changed-meanwhile' });
	expect(closeReview(context, leads[1]!, { ...late, version: 2 })).toMatchObject({ code: 'changed-meanwhile' });
	expect(openingsOf(context)).toMatchObject([{ reviewNote: review.note }]);
});

test('a review is not closed without a word on what came of it', async () => {
	const { context, leads, review } = await givenOpened();
	expect(closeReview(context, leads[0]!, { ...review, note: '  ' })).toMatchObject({ code: 'note-missing' });
});

test.each(['facilitator', 'coordinator', 'partner-support', 'administrator', 'observer', 'read-only'] as const)(
	'for a %s there are no reviews',
	async (role) => {
		const { context, review, id, ours } = await givenOpened();
		const somebody = givenStaff(context, { roles: [role], areaIds: [ours.areaId] });
		expect(listReviews(context.db, somebody, 1)).toEqual([]);
		expect(findReview(context.db, somebody, id)).toBeNull();
		expect(countReviews(context.db, somebody)).toEqual({ all: 0, waiting: 0 });
		expect(closeReview(context, somebody, review)).toMatchObject({ code: 'not-found' });
	},
);

test('what waits comes first, then the newest', async () => {
	const { context, leads, coordinator, people, review } = await givenOpened();
	closeReview(context, leads[0]!, review);
	for (let day = 4; day < 9; day += 1) {
		context.setNow(`2026-03-0${day}T18:00:00Z`);
		await open(context, coordinator, people.man);
	}
	const rows = listReviews(context.db, leads[0]!, 1);
	expect(rows.map(({ openedAt, reviewedAt }) => [openedAt.slice(8, 10), reviewedAt !== null])).toEqual([
		['08', false],
		['07', false],
		['06', false],
		['05', false],
		['04', false],
		['03', true],
	]);
});
