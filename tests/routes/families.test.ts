import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findFamily } from '#db/queries/families/families.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenFamily, givenTwoSides } from '#tests/support/families.ts';
import { givenMember } from '#tests/support/world.ts';

function town() {
	const context = testContext({ now: '2026-01-21T12:00:00Z' });
	const two = givenTwoSides(context);
	const { areaId, adam, bea, lead } = two;
	const members = [
		[adam.personId, 'father'],
		[bea.personId, 'mother'],
	] as const;
	const familyId = givenFamily(context, { areaId, by: lead, reference: 'F-12', members });
	return { context, ...two, familyId, home: `/families/${familyId}` };
}

test('a worker adds a family, and somebody new and somebody known to it', async () => {
	const { context, areaId, worker, adam } = town();
	const { location } = await visit(context, '/families/new', { as: worker, form: { reference: 'F-20', areaId } });
	const page = location!.replace('?said=added', '');
	expect(await visit(context, location!, { as: worker })).toMatchObject({ status: 200 });
	const send = (form: Record<string, string>) => visit(context, `${page}/members/new`, { as: worker, form });
	const child = { side: 'survivor', reference: 'F-901', relationship: 'child', givenName: 'Cleo', familyName: 'Stone' };
	expect(await send({ version: '1', ...child })).toMatchObject({ location: `${page}?said=member-added` });
	const father = { side: 'perpetrator', reference: `REF-${adam.personId}`, relationship: 'father' };
	expect(await send({ version: '2', ...father })).toMatchObject({ status: 302 });
	const { text } = await visit(context, page, { as: worker });
	expect(text).toMatch(/Perpetrator side .*Adam Stone .*Father Places and attendance A cohort: on programme/);
	expect(text).toMatch(/Survivor and child side .*Cleo Stone .*Child Places and attendance No place in a cohort/);
});

test('the family’s page shows both sides with places, and names a cohort only to who may read it', async () => {
	const { context, worker, lead, home } = town();
	const forWorker = (await visit(context, home, { as: worker })).text;
	expect(forWorker).toContain('Friday group: on programme');
	expect(forWorker).not.toContain('Tuesday group');
	expect((await visit(context, home, { as: lead })).text).toContain('Tuesday group: on programme');
	const person = await visit(context, `/people/${town().adam.personId}`, { as: worker });
	expect(person.status).toBe(200);
	expect(person.text).not.toContain('Open the cohort');
	expect(person.text).toContain('Family F-12');
});

test('the registers of both sides stand under one another, session by session', async () => {
	const { context, his, hers, adam, bea, worker, lead, home } = town();
	const mark = (sessionId: string, enrolmentId: string, value: 'attended' | 'absent-no-contact') => {
		context.db.update(schema.sessions).set({ state: 'held' }).where(sql`id = ${sessionId}`).run();
		const row = sql`session_id = ${sessionId} and enrolment_id = ${enrolmentId}`;
		context.db.update(schema.registerRows).set({ mark: value, markedAt: context.clock.now() }).where(row).run();
	};
	mark(his.sessionIds[0]!, adam.enrolmentId, 'absent-no-contact');
	mark(hers.sessionIds[0]!, bea.enrolmentId, 'attended');
	const forLead = (await visit(context, home, { as: lead })).text;
	expect(forLead).toMatch(/Session by session .*Adam Stone, Tuesday group N No contact/);
	expect(forLead).toMatch(/Bea Stone, Friday group ✓ Attended · To come/);
	// The worker reads his marks as those of a family of theirs, and not where or when he meets.
	const forWorker = (await visit(context, home, { as: worker })).text;
	expect(forWorker).toMatch(/Adam Stone, a cohort N No contact/);
	expect(forWorker).not.toMatch(/Tuesday group|13 January/);
});

test.each(['sam', 'leila', 'hisCoordinator', 'herCoordinator'] as const)(
	'for %s a family answers as what does not exist, to the byte, and nothing of it shows anywhere',
	async (who) => {
		const { context, familyId, home, adam, bea, ...staff } = town();
		const as = staff[who];
		for (const rest of [
			'',
			'/worker',
			'/members/new',
			`/members/${adam.personId}`,
			`/members/${adam.personId}/removal`,
		]) {
			const there = await visit(context, `${home}${rest}`, { as });
			const absent = await visit(context, `/families/nobody${rest.replace(adam.personId, 'nobody')}`, { as });
			expect([there.status, there.html]).toEqual([404, absent.html]);
			expect((await visit(context, `${home}${rest}`, { as, form: { version: '1' } })).status).toBeGreaterThanOrEqual(
				404,
			);
		}
		expect((await visit(context, '/families', { as })).status).toBe(404);
		for (const { personId } of [adam, bea]) {
			const page = await visit(context, `/people/${personId}`, { as });
			expect(page.html).not.toMatch(/famil(y|ies)\/|F-12|may not meet/);
		}
		expect(familyId).toBeTruthy();
	},
);

test('a member form that cannot be read says what to do and keeps what was typed', async () => {
	const { context, worker, home } = town();
	const send = (form: Record<string, string>) => visit(context, `${home}/members/new`, { as: worker, form });
	const empty = await send({ version: '1' });
	expect(empty.status).toBe(400);
	for (const sentence of [
		'Choose the side on which they are',
		'Enter the reference that the team uses on paper',
		'Choose how they belong to the family',
	]) {
		expect(empty.text).toContain(sentence);
	}
	const person = { version: '1', reference: 'X-1', relationship: 'father' };
	const half = await send({ ...person, side: 'survivor', givenName: 'Cleo' });
	expect(half.text).toContain('Enter their family name too');
	expect(half.html).toContain('value="Cleo"');
	const across = await send({ ...person, side: 'perpetrator', givenName: 'Max', familyName: 'Stone' });
	expect(across.text).toContain('Somebody new on the perpetrator side is added on the page of their cohort');
	const nobody = await send({ ...person, side: 'perpetrator' });
	expect([nobody.status, nobody.text.includes('Nobody of that side whom you can see')]).toEqual([422, true]);
});

test('a change on an old page is refused with what to do, and goes through when it is saved once more', async () => {
	const { context, worker, home, adam, familyId } = town();
	const path = `${home}/members/${adam.personId}`;
	const send = (version: string) => visit(context, path, { as: worker, form: { version, relationship: 'partner' } });
	expect(await send('1')).toMatchObject({ status: 302 });
	const stale = await send('1');
	expect(stale.status).toBe(409);
	expect(stale.text).toContain('Somebody changed this family while you had it open');
	expect(stale.html).toContain('name="version" value="2"');
	expect(await send('2')).toMatchObject({ status: 302 });
	const removed = await visit(context, `${path}/removal`, { as: worker, form: { version: '3' } });
	expect(removed.location).toBe(`${home}?said=removed`);
	expect(findFamily(context.db, worker, familyId)).toMatchObject({ members: 1 });
});

test('a lead adds nobody new, and who holds the family is chosen among the workers of its area', async () => {
	const { context, lead, worker, home } = town();
	expect((await visit(context, `${home}/members/new`, { as: lead })).text).not.toContain('Given name');
	const page = await visit(context, `${home}/worker`, { as: lead });
	expect(page.text).toContain('Imani Clarke');
	expect(page.text).not.toContain('Sam Okafor');
	const form = { version: '1', worker: worker.staffId };
	expect(await visit(context, `${home}/worker`, { as: lead, form })).toMatchObject({ location: `${home}?said=worker` });
	expect((await visit(context, home, { as: lead })).text).toContain('Imani Clarke');
});

test('the list and the page of a family take as many reads for thirty as for one', async () => {
	const { context, areaId, lead, worker, hers, home, familyId } = town();
	const visitBoth = async () => {
		await visit(context, '/families', { as: worker });
		await visit(context, home, { as: worker });
	};
	await visitBoth();
	const one = await countQueries(context.db, visitBoth);
	for (let count = 0; count < 30; count += 1) {
		const { personId } = givenMember(context, hers, { programmeSlug: 'inspiring-families-non-abusing' });
		givenFamily(context, { areaId, by: lead });
		context.db.$client
			.prepare("insert into family_members values (?, ?, 'child', ?, '2026-01-01T00:00:00Z')")
			.run(familyId, personId, lead.staffId);
	}
	// Once before counting: which people a page shows is kept as a set the first time.
	await visitBoth();
	expect(await countQueries(context.db, visitBoth)).toBe(one);
});

test('who may not meet whom is set and ended on a person’s page', async () => {
	const { context, worker, adam, bea } = town();
	const path = `/people/${bea.personId}/non-associations`;
	const form = { side: 'perpetrator', reference: `REF-${adam.personId}`, reason: 'Threat' };
	expect((await visit(context, path, { as: worker, form: {} })).text).toContain('Enter why they may not meet');
	expect(await visit(context, path, { as: worker, form })).toMatchObject({ location: `${path}?said=kept` });
	const page = await visit(context, path, { as: worker });
	expect(page.text).toMatch(/Adam Stone .*Side Perpetrator side Why Threat Set Imani Clarke, 21 January 2026/);
	const again = await visit(context, path, { as: worker, form });
	expect([again.status, again.text.includes('These two may not meet already')]).toEqual([422, true]);
	const end = /action="([^"]+\/end)"/.exec(page.html)![1]!;
	expect(await visit(context, end, { as: worker, form: {} })).toMatchObject({ location: `${path}?said=ended` });
	expect((await visit(context, end, { as: worker, form: {} })).status).toBe(404);
});

test('a place that is not available reads the same to the byte for a cause on one’s own side and on the other', async () => {
	const answers: string[] = [];
	for (const cause of ['own side', 'other side']) {
		const { context, his, adam, bea, lead, sam, hers, hisCoordinator, areaId } = town();
		const carl = givenMember(
			context,
			{ cohortId: his.cohortId, sessionIds: [] },
			{ givenName: 'Carl', programmeSlug: 'x' },
		);
		const second = context.db.$client.prepare(
			'update enrolments set state = ? , exit_on = ?, exit_kind = ?, exit_reason = ? where id = ?',
		);
		second.run('left', '2026-01-10', 'left', 'work', adam.enrolmentId);
		context.db.$client
			.prepare("update sessions set starts_at = '2026-02-01T10:00:00Z' where cohort_id = ?")
			.run(his.cohortId);
		if (cause === 'own side') {
			const apart = { side: 'perpetrator', reference: `REF-${carl.personId}`, reason: 'x' };
			await visit(context, `/people/${adam.personId}/non-associations`, { as: lead, form: apart });
		} else {
			const team = context.db.$client.prepare(
				"insert into team_members (cohort_id, staff_id, duty) values (?, ?, 'co-facilitator')",
			);
			team.run(hers.cohortId, sam.staffId);
		}
		const form = { reference: `REF-${adam.personId}` };
		const { status, html, text } = await visit(context, `/cohorts/${his.cohortId}/members/new`, {
			as: hisCoordinator,
			form,
		});
		expect([status, text.includes('This slot is not available')]).toEqual([422, true]);
		expect(areaId && bea).toBeTruthy();
		answers.push(html);
	}
	expect(answers[1]).toBe(answers[0]);
});
