import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { accepts, asked, givenTeams } from '../use-cases/team/given.ts';

function world({ sessionCount = 3 } = {}) {
	const context = testContext({ now: '2026-01-20T21:00:00Z' });
	const places = givenPlaces(context);
	const sam = givenStaff(context);
	const cohort = givenCohort(context, { ...places, team: [sam], sessionCount });
	const ann = givenMember(context, cohort, { givenName: 'Ann', familyName: 'Ashby' });
	const path = paths.typeUp(cohort.cohortId, [1, 2]);
	const key = (session: number) => `${cohort.sessionIds[session]}.${ann.enrolmentId}`;
	const cell = (session: number, text: string, from = '1 ') => ({
		[`from-${key(session)}`]: from,
		[`cell-${key(session)}`]: text,
	});
	const marks = () =>
		context.db
			.select()
			.from(schema.registerRows)
			.all()
			.flatMap(({ mark, reason }) => (mark ? [[mark, reason]] : []));
	return { context, sam, cohort, ann, path, key, cell, marks };
}

test('the grid shows the sessions whose register lacks something, none preset, and asks first whether they went ahead', async () => {
	const { context, sam, cohort, key } = world();
	const { status, html, text } = await visit(context, paths.typeUp(cohort.cohortId), { as: sam });
	expect(status).toBe(200);
	expect(html).toContain(`name="cell-${key(0)}"`);
	expect(html).toContain(`name="cell-${key(1)}"`);
	expect(html).not.toContain(`name="cell-${key(2)}"`);
	expect(html.match(/Did session \d go ahead\?/g)).toHaveLength(2);
	expect(text).toContain('Ann Ashby');
});

test('a mark without its reason is asked about in a second step, and nothing is saved before', async () => {
	const { context, sam, path, cell, key, marks } = world();
	const asked = await visit(context, path, { as: sam, form: { ...cell(0, 'P'), ...cell(1, 'a') } });
	expect(asked.status).toBe(400);
	expect(asked.text).toContain('Before it is saved');
	expect(asked.html).toContain(`name="reason-${key(1)}"`);
	expect(marks()).toEqual([]);
	const form = { ...cell(0, 'P'), ...cell(1, 'a'), [`reason-${key(1)}`]: 'court', [`note-${key(1)}`]: '' };
	expect((await visit(context, path, { as: sam, form })).status).toBe(302);
	expect(marks()).toEqual([
		['attended', null],
		['absent-notified', 'court'],
	]);
});

test('a cell that cannot be read, and one that was emptied, keep everything out and everything typed', async () => {
	const { context, sam, path, cell, marks } = world();
	const { status, html, text } = await visit(context, path, {
		as: sam,
		form: { ...cell(0, 'zz'), ...cell(1, '', '1 P') },
	});
	expect(status).toBe(400);
	expect(text).toContain('Ann Ashby, session 1: “zz” is not a mark');
	expect(text).toContain('Ann Ashby, session 2: type a letter, or a dash to take the mark back');
	expect(html).toContain('value="zz"');
	expect(marks()).toEqual([]);
});

test('a colleague’s mark that came first is shown beside what was typed, and neither is chosen', async () => {
	const { context, sam, path, cell, marks } = world();
	await visit(context, path, { as: sam, form: cell(0, 'N') });
	const { status, text } = await visit(context, path, { as: sam, form: cell(0, 'P') });
	expect(status).toBe(409);
	expect(text).toMatch(/recorded No contact .*; you typed Attended\. Type the one that is right/);
	expect(marks()).toEqual([['absent-no-contact', null]]);
	expect((await visit(context, path, { as: sam, form: cell(0, 'P', '2 N') })).status).toBe(302);
	expect(marks()).toEqual([['attended', null]]);
});

test('a sheet for one session writes initials, marks an apology, and says when it was printed', async () => {
	const { context, sam, cohort, cell, path } = world();
	await visit(context, path, { as: sam, form: cell(2, 'A i') });
	const sheet = await visit(context, paths.registerPaper(cohort.sessionIds[2]!), { as: sam });
	expect(sheet.status).toBe(200);
	expect(sheet.text).toContain('AA');
	expect(sheet.text).not.toContain('Ashby');
	expect(sheet.text).toContain('☒');
	expect(sheet.text).toContain('Printed on Tuesday 20 January 2026, 9pm');
	const named = await visit(context, paths.registerPaper(cohort.sessionIds[2]!, 'names'), { as: sam });
	expect(named.text).toContain('Ann Ashby');
	const term = await visit(context, paths.termPaper(cohort.cohortId), { as: sam });
	expect(term.text).toContain('Session 3');
	expect(term.text).not.toContain('Ashby');
});

test('a restricted person stands on paper by reference, for those who may read the name too', async () => {
	const { context, sam, cohort, ann } = world();
	const now = context.clock.now();
	context.db.insert(schema.restrictedPeople).values({ personId: ann.personId, setBy: sam.staffId, setAt: now }).run();
	context.db.insert(schema.restrictedReaders).values({ personId: ann.personId, staffId: sam.staffId }).run();
	for (const address of [
		paths.registerPaper(cohort.sessionIds[2]!, 'names'),
		paths.termPaper(cohort.cohortId, 'names'),
	]) {
		const { status, text } = await visit(context, address, { as: sam });
		expect(status).toBe(200);
		expect(text).not.toContain('Ashby');
	}
});

test('another number of minutes keeps the reason and is not asked for it; another mark is asked anew', async () => {
	const { context, sam, path, cell, marks } = world();
	await visit(context, path, { as: sam, form: cell(0, 'L10 t') });
	expect((await visit(context, path, { as: sam, form: cell(0, 'L15', '2 L10') })).status).toBe(302);
	expect(marks()).toEqual([['late', 'travel']]);
	expect((await visit(context, path, { as: sam, form: cell(0, 'A', '3 L15') })).status).toBe(400);
});

test('a reason that is too long is refused with all of it on the page, never cut', async () => {
	const { context, sam, cohort, path, cell, marks } = world();
	const long = 'because '.repeat(40).trim();
	const form = { ...cell(0, 'P'), correctionReason: long };
	const refused = await visit(context, path, { as: sam, form });
	expect(refused.status).toBe(400);
	expect(refused.text).toContain('The reason must be 200 characters or fewer');
	const id = cohort.sessionIds[0]!;
	const gone = { [`session-version-${id}`]: '1', [`went-ahead-${id}`]: 'no', [`why-not-${id}`]: long };
	const notHeld = await visit(context, path, { as: sam, form: gone });
	expect([notHeld.status, notHeld.html.includes(long)]).toEqual([400, true]);
	expect(notHeld.text).toContain('The reason must be 200 characters or fewer');
	expect(marks()).toEqual([]);
});

test('the grid and the paper of a term ask as many questions of a long term as of a short one', async () => {
	const counts: number[][] = [];
	for (const sessionCount of [9, 18]) {
		const { context, sam, cohort } = world({ sessionCount });
		const addresses = [paths.typeUp(cohort.cohortId, [1, 2, 3, 4, 5, 6, 7, 8]), paths.termPaper(cohort.cohortId)];
		const each: number[] = [];
		for (const address of addresses) {
			await visit(context, address, { as: sam });
			each.push(await countQueries(context.db, () => visit(context, address, { as: sam })));
		}
		counts.push(each);
	}
	expect(counts[1]).toEqual(counts[0]);
});

test('who stands in is led back to the session that they take, because the cohort is not theirs', async () => {
	const world = givenTeams();
	const { context, kim, sam, tonight, his } = world;
	const [cover] = asked(world, tonight, kim);
	expect(accepts(world, kim, cover!).done).toBe(true);
	for (const address of [paths.typeUp(his.cohortId, [9]), paths.termPaper(his.cohortId)]) {
		const { status, html } = await visit(context, address, { as: kim });
		expect(status).toBe(200);
		const [link = ''] = /<a [^>]*govuk-back-link[^>]*>/.exec(html) ?? [];
		const [, back = ''] = /href="([^"]*)"/.exec(link) ?? [];
		expect(back).toMatch(/^\/sessions\//);
		expect((await visit(context, back, { as: kim })).status).toBe(200);
	}
	const own = await visit(context, paths.termPaper(his.cohortId), { as: sam });
	expect(own.html).toContain(`href="${paths.cohort(his.cohortId)}"`);
});

test('a sheet of who stands in says that it does not know who owes a catch-up, and one of the team marks them', async () => {
	const world = givenTeams();
	const { context, kim, hisCoordinator, tonight, his } = world;
	const { db } = context;
	const [cover] = asked(world, tonight, kim);
	expect(accepts(world, kim, cover!).done).toBe(true);
	const missed = his.sessionIds[7];
	db.update(schema.sessions).set({ state: 'held' }).where(eq(schema.sessions.id, missed!)).run();
	db.update(schema.registerRows)
		.set({ mark: 'absent-no-contact', markedAt: context.clock.now(), version: 2 })
		.where(eq(schema.registerRows.sessionId, missed!))
		.run();
	for (const address of [paths.registerPaper(tonight), paths.termPaper(his.cohortId)]) {
		const [own, standIn] = [
			await visit(context, address, { as: hisCoordinator }),
			await visit(context, address, { as: kim }),
		];
		expect([own.status, standIn.status]).toEqual([200, 200]);
		expect(own.text).not.toContain('is not shown to you');
		expect(own.html).toContain('<abbr title="owes a catch-up">');
		expect(standIn.text).toContain('Who owes a catch-up is not shown to you, and so not marked here');
		expect(standIn.html).not.toContain('owes a catch-up">');
	}
});
