import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

const PEOPLE = [
	['Alex', 'Smith'],
	['Ben', 'Tanner'],
	['Carl', 'Unwin'],
] as const;

function givenEvening({
	now = '2026-01-13T18:41:00Z',
	people = PEOPLE as readonly (readonly [string, string])[],
} = {}) {
	const context = testContext({ now });
	const places = givenPlaces(context);
	const [sam, marek] = [givenStaff(context), givenStaff(context, { name: 'Marek Novak' })];
	const cohort = givenCohort(context, { ...places, team: [sam, marek] });
	const ids = people.map(
		([givenName, familyName]) => givenMember(context, cohort, { givenName, familyName }).enrolmentId,
	);
	const path = `/sessions/${cohort.sessionIds[0]}/register`;
	return { context, places, sam, marek, cohort, ids, path, sessionId: cohort.sessionIds[0]! };
}
type Evening = ReturnType<typeof givenEvening>;

type Row = { mark?: string; minutes?: string; reason?: string; note?: string; version?: string };

/** The form as the page sends it: one set of fields for each person, in their order. */
function formOf(ids: readonly EnrolmentId[], rows: readonly Row[], more: Record<string, string | string[]> = {}) {
	const fields = ids.flatMap((id, index) => {
		const row = { version: '1', minutes: '', reason: '', note: '', ...rows[index] };
		return Object.entries(row).map(([part, value]) => [`${part}-${id}`, value]);
	});
	return { ...(Object.fromEntries(fields) as Record<string, string>), ...more };
}

const send = (
	{ context, sam, path, ids }: Evening,
	rows: readonly Row[],
	more?: Record<string, string | string[]>,
	as: StaffActor = sam,
) => visit(context, path, { as, form: formOf(ids, rows, more) });

const marksOf = ({ context, sessionId }: Evening) =>
	context.db
		.select()
		.from(schema.registerRows)
		.where(eq(schema.registerRows.sessionId, sessionId))
		.all()
		.map(({ mark }) => mark);

test('the register shows everybody expected, nobody preset, and a title without names', async () => {
	const evening = givenEvening();
	const page = await visit(evening.context, evening.path, { as: evening.sam });
	expect(page.status).toBe(200);
	expect(page.text).toContain('Tuesday group · session 1 of 17 · Tuesday 13 January 2026, 6:30pm');
	for (const [givenName, familyName] of PEOPLE) expect(page.text).toContain(`${givenName} ${familyName}`);
	expect(page.text).toContain('0 of 3 marked');
	expect(page.html).not.toMatch(/type="radio"[^>]*checked/);
	expect(page.html).toContain('<title>Register - Plumbline</title>');
	expect(page.headers.get('cache-control')).toBe('no-store');
});

test('what is saved is shown again with the count and the reason', async () => {
	const evening = givenEvening();
	const saved = await send(evening, [
		{ mark: 'attended' },
		{ mark: 'absent-notified', reason: 'work', note: 'told us Monday' },
	]);
	expect(saved.status).toBe(302);
	expect(saved.location).toBe(`${evening.path}?said=saved`);
	const page = await visit(evening.context, saved.location!, { as: evening.sam });
	expect(page.text).toContain('Register saved.');
	expect(page.text).toContain('2 of 3 marked');
	expect(page.text).toContain('saved 6:41pm');
	expect(page.html).toContain('value="told us Monday"');
	expect(page.html.match(/checked=""/g)).toHaveLength(3); // two marks, and the switch for the letter keys
});

test('“Set everyone left to attended” saves what is typed and the rest in one press', async () => {
	const evening = givenEvening();
	await send(evening, [{}, { mark: 'absent-no-contact' }, {}], { intent: 'rest-attended' });
	expect(marksOf(evening)).toEqual(['attended', 'absent-no-contact', 'attended']);
});

test('Enter presses a button that does nothing, because it comes first and is disabled', async () => {
	const evening = givenEvening();
	const page = await visit(evening.context, evening.path, { as: evening.sam });
	const first = /<button[^>]*type="submit"[^>]*>/.exec(page.html.slice(page.html.indexOf('id="register"')))![0];
	expect(first).toContain('disabled=""');
});

test('an unchanged page sent again says that all of it was saved already', async () => {
	const evening = givenEvening();
	const rows = [{ mark: 'attended' }, { mark: 'attended' }, { mark: 'attended' }];
	await send(evening, rows);
	const again = await send(evening, rows);
	expect(again.location).toBe(`${evening.path}?said=unchanged`);
});

test('each row at fault gets a sentence with the name, and everything typed is kept', async () => {
	const evening = givenEvening();
	const page = await send(evening, [
		{ mark: 'late', minutes: '900', reason: 'travel' },
		{ mark: 'absent-notified', note: 'rang <at> noon' },
		{ mark: 'attended' },
	]);
	expect(page.status).toBe(400);
	expect(page.text).toContain('There is a problem');
	expect(page.text).toContain('The minutes late that Alex Smith was must be a whole number from 1 to 120');
	expect(page.text).toContain('Choose a reason for the apology of Ben Tanner');
	expect(page.html).toContain(`href="#minutes-${evening.ids[0]}"`);
	expect(page.html).toContain('value="900"');
	expect(page.html).toContain('value="rang &lt;at&gt; noon"');
	expect(page.html).toMatch(new RegExp(`id="mark-${evening.ids[2]}"[^>]*checked=""`));
	expect(marksOf(evening)).toEqual([null, null, null]);
});

test.each([
	['a mark that does not exist', [{ mark: 'flying' }], 'Choose a mark for Alex Smith'],
	['minutes in words', [{ mark: 'late', minutes: 'ten', reason: 'work' }], 'must be a whole number from 1 to 120'],
	['no minutes', [{ mark: 'left-early', reason: 'work' }], 'Enter how many minutes early that Alex Smith left'],
	[
		'a note as long as a letter',
		[{ mark: 'absent-no-contact', note: 'x'.repeat(201) }],
		'The note on Alex Smith must be 200 characters or fewer',
	],
	[
		'something else without words',
		[{ mark: 'stood-down', reason: 'other' }],
		'Say in a few words why Alex Smith was stood down',
	],
])('%s is refused with a sentence that names the person', async (_, rows, sentence) => {
	const evening = givenEvening();
	const page = await send(evening, rows);
	expect(page.status).toBe(400);
	expect(page.text).toContain(sentence);
	expect(marksOf(evening)).toEqual([null, null, null]);
});

test('a field that is sent twice has no winner', async () => {
	const evening = givenEvening();
	const page = await send(evening, [{}], { [`mark-${evening.ids[0]}`]: ['attended', 'absent-no-contact'] });
	expect(page.status).toBe(400);
	expect(page.text).toContain('Answer once for Alex Smith: two answers were sent');
	expect(marksOf(evening)).toEqual([null, null, null]);
});

test('a forged person, a form without versions and an unknown button save nothing', async () => {
	const evening = givenEvening();
	const attempts: Record<string, string>[] = [
		{ 'mark-nobody': 'attended', 'version-nobody': '1' },
		{ [`mark-${evening.ids[0]}`]: 'attended', [`version-${evening.ids[0]}`]: 'latest' },
		{ intent: 'delete-all' },
	];
	for (const more of attempts) {
		const page = await send(evening, [{ mark: 'attended' }], more);
		expect(page.status).toBe(400);
		expect(page.text).toMatch(/[Nn]othing was saved/);
	}
	expect(marksOf(evening)).toEqual([null, null, null]);
});

test('a colleague’s different mark is a conflict: both values, who and when, and the others are saved', async () => {
	const evening = givenEvening();
	await send(evening, [{ mark: 'late', minutes: '10', reason: 'travel' }], {}, evening.marek);
	const page = await send(evening, [{ mark: 'attended' }, { mark: 'attended' }, {}]);
	expect(page.status).toBe(409);
	expect(page.text).toContain(
		'Marek Novak marked Alex Smith Late (10 minutes, travel) at 6:41pm; you chose Attended here. Choose again',
	);
	expect(page.text).toContain('1 other mark on your page was saved.');
	expect(marksOf(evening)).toEqual(['late', 'attended', null]);
	expect(page.html).not.toMatch(new RegExp(`name="mark-${evening.ids[0]}"[^>]*checked=""`));
	const again = await send(evening, [{ mark: 'attended', version: '2' }, { mark: 'attended', version: '2' }, {}]);
	expect(again.status).toBe(302);
	expect(marksOf(evening)).toEqual(['attended', 'attended', null]);
});

test('before the session the page takes apologies only, and says so', async () => {
	const evening = givenEvening({ now: '2026-01-12T10:00:00Z' });
	const page = await visit(evening.context, evening.path, { as: evening.sam });
	expect(page.text).toContain(
		'This session starts on Tuesday 13 January 2026, 6:30pm. Until then you can record apologies only.',
	);
	expect(page.text).not.toContain('Set everyone left to attended');
	expect(page.html).not.toContain('value="attended"');
	const refused = await send(evening, [{ mark: 'attended' }]);
	expect(refused.status).toBe(400);
	expect(refused.text).toContain('Alex Smith can only be marked Apology until the session starts');
	expect((await send(evening, [{ mark: 'absent-notified', reason: 'work' }])).status).toBe(302);
	expect((await send(evening, [{ mark: 'none', version: '2' }])).status).toBe(302);
	expect(marksOf(evening)).toEqual([null, null, null]);
});

test('after seven days a facilitator’s marks are fixed, and a lead is asked for a reason', async () => {
	const evening = givenEvening();
	const lead = givenStaff(evening.context, { roles: ['lead'], name: 'Lena Ford' });
	await send(evening, [{ mark: 'attended' }, {}, {}]);
	evening.context.setNow('2026-01-23T10:00:00Z');
	const page = await visit(evening.context, evening.path, { as: evening.sam });
	expect(page.html).toMatch(new RegExp(`id="mark-${evening.ids[0]}"[^>]*disabled=""`));
	expect(page.html).not.toContain(`version-${evening.ids[0]}`);
	const late = await send(evening, [{ mark: 'absent-no-contact', version: '2' }]);
	expect(late.status).toBe(422);
	expect(late.text).toContain('what was recorded for Alex Smith can now only be corrected by a coordinator or lead');
	const asked = await send(evening, [{ mark: 'absent-no-contact', version: '2' }], {}, lead);
	expect(asked.status).toBe(400);
	expect(asked.text).toContain('Enter why you are correcting what was recorded for Alex Smith');
	const given = { correctionReason: 'Seen on the sheet' };
	expect((await send(evening, [{ mark: 'absent-no-contact', version: '2' }], given, lead)).status).toBe(302);
	expect(marksOf(evening)[0]).toBe('absent-no-contact');
});

test('“Take back a mark” offers “Not recorded” to those who have one', async () => {
	const evening = givenEvening();
	await send(evening, [{ mark: 'attended' }, {}, {}]);
	const page = await visit(evening.context, `${evening.path}?take-back`, { as: evening.sam });
	expect(page.html.match(/value="none"/g)).toHaveLength(1);
	await send(evening, [{ mark: 'none', version: '2' }, {}, {}]);
	expect(marksOf(evening)).toEqual([null, null, null]);
});

test('the line under a name says what was received, missed and may still be missed', async () => {
	const evening = givenEvening();
	const { context, sam, ids, cohort } = evening;
	await send(evening, [{ mark: 'attended' }, { mark: 'absent-no-contact' }, { mark: 'attended' }]);
	context.setNow('2026-01-20T19:00:00Z');
	const page = await visit(context, `/sessions/${cohort.sessionIds[1]}/register`, { as: sam });
	const lineOf = (id: EnrolmentId) =>
		new RegExp(`id="${id}-note">([^<]+)<`).exec(page.html)![1]!.replaceAll('\u00a0', ' ');
	expect(lineOf(ids[0]!)).toBe('Received 1 of 1 · may miss 6 more');
	expect(lineOf(ids[1]!)).toBe('Received 0 of 1 · missed the last 1 · may miss 5 more · 1 catch-up open');
});

test('for whoever may not take this register it is not there, with the bytes of a page that never was', async () => {
	const evening = givenEvening();
	const { context, places, path } = evening;
	const strangers = [
		givenStaff(context),
		givenStaff(context, { roles: ['administrator'] }),
		givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId], sides: ['survivor'] }),
	];
	for (const as of strangers) {
		const theirs = await visit(context, path, { as });
		const absent = await visit(context, '/sessions/never/register', { as });
		expect(theirs.status).toBe(404);
		expect(theirs.html).toBe(absent.html);
		expect((await send(evening, [{ mark: 'attended' }], {}, as)).status).toBe(404);
		for (const row of ['mark-x=attended', 'mark-x=sleeping&version-x=1']) {
			const form = Object.fromEntries(new URLSearchParams(row));
			const [sent, nowhere] = [
				await visit(context, path, { as, form }),
				await visit(context, '/sessions/never/register', { as, form }),
			];
			expect([sent.status, sent.html]).toEqual([404, nowhere.html]);
		}
	}
	expect(marksOf(evening)).toEqual([null, null, null]);
	expect((await visit(context, path)).location).toBe('/sign-in');
});

test('a register of thirty is read with as many queries as a register of one', async () => {
	const counts: number[] = [];
	for (const length of [1, 30]) {
		const { context, path, sam } = givenEvening({
			people: Array.from({ length }, (_, index) => ['Al', `P${index}`] as const),
		});
		await visit(context, path, { as: sam });
		counts.push(await countQueries(context.db, () => visit(context, path, { as: sam })));
	}
	expect(counts[0]).toBeGreaterThan(3);
	expect(counts[1]).toBe(counts[0]);
});
