import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenSessionStates, givenWall } from '#tests/support/wall.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

const WALL = `
	Alex Smith | P P
	Ben Tanner | P N
`;

function world(lines = WALL) {
	const context = testContext({ now: '2026-02-10T12:00:00Z' });
	const places = givenPlaces(context);
	const sam = givenStaff(context);
	const scope = { areaIds: [places.areaId], sides: ['perpetrator'] as const };
	const cora = givenStaff(context, { name: 'Cora', roles: ['coordinator'], ...scope });
	const cohort = givenCohort(context, { ...places, team: [sam], name: 'Tuesday group', sessionCount: 3 });
	givenSessionStates(context, cohort, 'H H');
	const members = givenWall(context, cohort, lines);
	givenHistory(context);
	const { cohortId } = cohort;
	const exported = async () => {
		const bytes = (await visit(context, paths.registerFile(cohortId, 'csv'), { as: cora })).html;
		return bytes.replace(/^\uFEFF/, '');
	};
	const compare = (text: string, as: StaffActor = cora, name = 'sheet.csv', id: CohortId = cohortId) =>
		visit(context, paths.registerSheet(id), { as, form: { intent: 'compare', register: new File([text], name) } });
	const send = (form: Record<string, string>, as: StaffActor = cora) =>
		visit(context, paths.registerSheet(cohortId), { as, form });
	const marks = () =>
		context.db
			.select()
			.from(schema.registerRows)
			.all()
			.map(({ mark }) => mark);
	return { context, sam, cora, cohort, members, exported, compare, send, marks };
}

/** Each mark on the wall as the entry of its history that stands. */
function givenHistory({ db }: TestContext): void {
	for (const { expected: _, markedAt, ...row } of db.select().from(schema.registerRows).all()) {
		if (row.mark === null || markedAt === null) continue;
		db.insert(schema.registerEntries)
			.values({ ...row, markedAt })
			.run();
	}
}
type World = ReturnType<typeof world>;

/** The line of somebody with other marks in it. */
const edited = (sheet: string, name: string, from: string, to: string): string =>
	sheet
		.split('\r\n')
		.map((line) => (line.includes(name) ? line.replace(from, to) : line))
		.join('\r\n');

/** What the page of the comparison would send back. */
function fieldsOf(html: string): Record<string, string> {
	const form = /<form.*?value="bring-in".*?<\/form>/s.exec(html)?.[0] ?? '';
	const fields = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
	return Object.fromEntries(fields.map(([, name, value]) => [name!, value!.replaceAll('&quot;', '"')]));
}

async function broughtIn({ exported, compare, send }: World) {
	const compared = await compare(edited(await exported(), 'Smith', ',P,', ',N,'));
	return send(fieldsOf(compared.html));
}

test('the sheet that was exported shows nothing to bring in, and an edited one its differences alone', async () => {
	const { exported, compare, marks } = world();
	const before = marks();
	const same = await compare(await exported());
	expect(same.status).toBe(200);
	expect(same.text).toContain('There is nothing to bring in.');
	expect(same.html).not.toContain('value="bring-in"');
	const other = await compare(edited(await exported(), 'Smith', ',P,', ',N,'));
	expect(other.text).toContain('6 cells read: 1 different, 5 unchanged');
	expect(other.text).toContain('Person Alex Smith Session 1 Was Attended Becomes No contact');
	expect(other.text).not.toContain('Tanner');
	expect(marks()).toEqual(before);
});

test('bringing it in writes the differences, and taking it back leaves what was there before', async () => {
	const all = world();
	const before = all.marks();
	const sent = await broughtIn(all);
	expect([sent.status, sent.location]).toEqual([302, paths.registerSheet(all.cohort.cohortId, 'brought-in')]);
	expect(all.marks().filter((mark) => mark === 'absent-no-contact')).toHaveLength(2);
	const page = await visit(all.context, paths.registerSheet(all.cohort.cohortId), { as: all.cora });
	expect(page.text).toContain(': 1 mark, ');
	const importId = /name="importId" value="(\w+)"/.exec(page.html)![1]!;
	const undone = await all.send({ intent: 'undo', importId });
	expect([undone.status, undone.location]).toEqual([302, paths.registerSheet(all.cohort.cohortId, 'undone')]);
	expect(all.marks()).toEqual(before);
	expect((await all.send({ intent: 'undo', importId })).status).toBe(404);
});

test('how many marks came in is counted by the server: what the form says of it is not asked', async () => {
	const all = world();
	const compared = await all.compare(edited(await all.exported(), 'Smith', ',P,', ',N,'));
	await all.send({ ...fieldsOf(compared.html), accepted: '500', cells: '9000' });
	const page = await visit(all.context, paths.registerSheet(all.cohort.cohortId), { as: all.cora });
	expect(page.text).toContain(': 1 mark, ');
	expect(JSON.stringify(all.context.db.select().from(schema.imports).all())).not.toContain('9000');
});

test('a mark that changed between the look and the confirmation refuses all of it, with both values', async () => {
	const { context, cora, cohort, members, exported, compare, send, marks } = world();
	const compared = await compare(edited(await exported(), 'Smith', ',P,', ',N,'));
	const entry = { mark: 'stood-down', minutes: null, reason: 'work', note: null } as const;
	const { enrolmentId } = members.get('Alex Smith')!;
	const { version } = context.db.select().from(schema.registerRows).all()[0]!;
	const choices = [{ enrolmentId, openedVersion: version, entry }];
	const correction = { restAttended: false, correctionReason: 'Misread' };
	expect(recordRegister(context, cora, { sessionId: cohort.sessionIds[0]!, choices, ...correction })).toMatchObject({
		done: true,
		value: { written: [enrolmentId] },
	});
	const before = marks();
	const { status, text } = await send(fieldsOf(compared.html));
	expect(status).toBe(409);
	expect(text).toContain('Nothing was saved, because the register changed meanwhile');
	expect(text).toMatch(/Alex Smith: .* recorded Stood down \(work\), the sheet says No contact/);
	expect(marks()).toEqual(before);
});

test('a sheet older than a colleague’s mark does not overwrite it, and shows both values', async () => {
	const { context, cora, cohort, members, exported, compare } = world();
	const sheet = await exported();
	context.setNow('2026-02-10T13:00:00Z');
	const { enrolmentId } = members.get('Ben Tanner')!;
	const row = context.db
		.select()
		.from(schema.registerRows)
		.all()
		.find((one) => one.enrolmentId === enrolmentId && one.sessionId === cohort.sessionIds[1]);
	const entry = { mark: 'attended', minutes: null, reason: null, note: null } as const;
	const choices = [{ enrolmentId, openedVersion: row!.version, entry }];
	recordRegister(context, cora, {
		...{ sessionId: cohort.sessionIds[1]!, choices },
		...{ restAttended: false, correctionReason: 'Misread' },
	});
	const { text } = await compare(edited(sheet, 'Tanner', ',N,', ',S,'));
	expect(text).toContain(
		'“S” here, Attended in Plumbline: somebody changed it in Plumbline after this sheet was exported',
	);
	expect(text).toContain('There is nothing to bring in.');
});

test('a name and a cell that a spreadsheet would work out do no harm, there and back', async () => {
	const { exported, compare } = world('=Alex +Smith | P P');
	const sheet = await exported();
	expect(sheet).not.toMatch(/(^|,|")[=+]/m);
	expect((await compare(sheet)).text).toContain('There is nothing to bring in.');
	const { html, text } = await compare(edited(sheet, 'Smith', ',P,', ',=1+1,'));
	expect(text).toContain('“=1+1” here, Attended in Plumbline');
	expect(html).not.toContain('value="bring-in"');
});

test.each([
	['a picture.png', 'not a sheet'],
	['sheet.csv', 'Dear all,\r\nsee you on Tuesday'],
	['sheet.csv', ''],
])('%s that is no register says in a sentence what to choose', async (name, text) => {
	const { compare, cora } = world();
	const answer = await compare(text, cora, name);
	expect([400, 422]).toContain(answer.status);
	expect(answer.text).toContain('There is a problem');
	expect(answer.html).toMatch(/href="#register"[^>]*>[A-Z][^<]{20,}</);
});

test('no file at all, two files in one and an incomplete form are asked for again', async () => {
	const { send } = world();
	expect((await send({ intent: 'compare' })).text).toContain('Choose the register as a file');
	expect((await send({ intent: 'bring-in', 'mark-a.b': '[1,2]' })).text).toContain(
		'The page was sent incomplete: choose the sheet again',
	);
	expect((await send({ intent: 'bring-in' })).status).toBe(400);
});

test('a facilitator, another area’s coordinator and the other side’s are told that there is no such page', async () => {
	const { context, cohort, sam, exported, compare, send, marks } = world();
	const sheet = await exported();
	const before = marks();
	const elsewhere = givenStaff(context, { name: 'Eli', roles: ['coordinator'], areaIds: [], sides: ['perpetrator'] });
	const otherSide = givenStaff(context, { name: 'Oda', roles: ['coordinator'], areaIds: [], sides: ['survivor'] });
	for (const as of [sam, elsewhere, otherSide]) {
		expect((await visit(context, paths.registerSheet(cohort.cohortId), { as })).status).toBe(404);
		expect((await compare(edited(sheet, 'Smith', ',P,', ',N,'), as)).status).toBe(404);
		expect((await send({ intent: 'undo', importId: 'none' }, as)).status).toBe(404);
	}
	expect(marks()).toEqual(before);
});
