import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { asId, type ImportId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { seedBankHolidays } from '#app/use-cases/places/seed-bank-holidays.ts';
import * as schema from '#db/schema/index.ts';
import { cookieOf, visit } from '#tests/support/app.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { startWeb } from '#tests/support/web-server.ts';
import { givenCohort, givenMember, givenStaff } from '#tests/support/world.ts';
import { workbookFile } from '../delivery/spreadsheet/workbook-file.ts';
import { zipFile } from '../delivery/spreadsheet/zip-file.ts';
import { desk, REGISTER } from '../use-cases/imports/given.ts';

const fileOf = (bytes: Uint8Array | string, name = 'register.xlsx') =>
	new File([bytes as BlobPart], name, { type: 'application/octet-stream' });

async function office() {
	const world = await desk();
	const { context, coordinator, areaId, roomId, sam, kim } = world;
	seedBankHolidays(context);
	const as = coordinator;
	const send = (path: string, form: Record<string, string | readonly string[]>) => visit(context, path, { as, form });
	const uploaded = async (file: File = fileOf(REGISTER)) => {
		const answer = await visit(context, paths.newImport(), { as, form: { register: file } });
		return { answer, importId: asId<ImportId>(answer.location?.split('/').at(-1) ?? '') };
	};
	const cohort = {
		name: 'Wednesday group',
		programme: programmeIdOf({ slug: 'caring-dads', version: '1', variant: null }),
		areaId,
		nation: '',
		place: `room:${roomId}`,
		leadId: sam.staffId,
		coFacilitatorIds: kim.staffId,
		places: '12',
		startTime: '6:30pm',
	};
	/** The form of a page as a browser would send it back unchanged. */
	const formOn = async (path: string) => fieldsIn((await visit(context, path, { as })).html);
	const checked = async () => {
		const { importId } = await uploaded();
		await send(paths.import(importId), await formOn(paths.import(importId)));
		const step = paths.importStep(importId, 'cohort');
		await send(step, { ...(await formOn(step)), ...cohort });
		return importId;
	};
	const imported = async () => {
		const importId = await checked();
		const step = paths.importStep(importId, 'check');
		const answer = await send(step, await formOn(step));
		return { importId, answer };
	};
	return { ...world, as, send, uploaded, cohort, formOn, checked, imported };
}

/** Hidden and text inputs, and the chosen options, by name. */
function fieldsIn(html: string): Record<string, string> {
	const main = html.slice(html.indexOf('<main'));
	const inputs = [...main.matchAll(/<input\b[^>]*>/g)].flatMap(([input]) => {
		const name = /name="([^"]+)"/.exec(input)?.[1];
		const isChoice = /type="(checkbox|radio|file)"/.test(input);
		return name && !isChoice ? [[name, /value="([^"]*)"/.exec(input)?.[1] ?? '']] : [];
	});
	const selects = [...main.matchAll(/<select\b[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)].map(
		([, name, options]) => [name, /<option\b(?=[^>]*selected)[^>]*value="([^"]*)"/.exec(options!)?.[1] ?? ''],
	);
	return Object.fromEntries([...inputs, ...selects]);
}

test('an uploaded register is shown with every date, every mark and what it is taken for', async () => {
	const { context, as, uploaded } = await office();
	const { answer, importId } = await uploaded();
	expect([answer.status, answer.location]).toEqual([302, paths.import(importId)]);
	const page = await visit(context, paths.import(importId), { as });
	expect(page.status).toBe(200);
	expect(page.html).toContain('<title>Check how the register was read - Plumbline</title>');
	expect(page.text).toContain('Sheet “Register”: 10 people, 17 sessions.');
	expect(page.text).toContain('Thursday 5 March 2026');
	expect(page.text).toContain('moved from Wednesday 4 March 2026');
	expect(page.text).toContain('Cancelled: venue flooded');
	expect(page.text).toContain('typed “25/2”');
	expect(page.text).toContain('Sheet “Notes”: free-text notes');
	const marks = fieldsIn(page.html);
	expect(Object.values(marks)).toContain('caught-up');
	expect(Object.entries(marks).filter(([name, code]) => name.startsWith('mark-') && code === '')).toEqual([]);
});

test('from the wall to a cohort: confirm, choose, check, import, report', async () => {
	const { context, as, send, uploaded, cohort, formOn } = await office();
	const { importId } = await uploaded();
	const confirmed = await send(paths.import(importId), await formOn(paths.import(importId)));
	expect([confirmed.status, confirmed.location]).toEqual([302, paths.importStep(importId, 'cohort')]);
	const step = await visit(context, confirmed.location!, { as });
	expect(fieldsIn(step.html)).toMatchObject({ programme: cohort.programme, places: '15' });
	const chosen = await send(confirmed.location!, { ...(await formOn(confirmed.location!)), ...cohort });
	expect([chosen.status, chosen.location]).toEqual([302, paths.importStep(importId, 'check')]);
	const check = await visit(context, chosen.location!, { as });
	expect(check.text).toContain('Cells 170 of 170 None is refused.');
	for (const line of [
		'Attended 120',
		'Late 5',
		'Absent with apology 7',
		'Absent without contact 9',
		'Missed, then caught up 3',
		'Not recorded 4',
		'Not enrolled at the time 13',
		'Session cancelled 9',
		'Refused 0',
	]) {
		expect(check.text).toContain(line);
	}
	expect(check.text).toContain('N12: late, without minutes.');
	expect(check.text).toContain('U6: the sheet’s total is 13, but the marks add up to 14.');
	expect(context.db.select().from(schema.cohorts).all()).toEqual([]);
	const done = await send(chosen.location!, await formOn(chosen.location!));
	expect([done.status, done.location]).toEqual([302, paths.import(importId, 'imported')]);
	const report = await visit(context, done.location!, { as });
	expect(report.text).toContain('The register is imported. Its cohort is ready.');
	expect(report.text).toContain('170 of 170');
	const { id: cohortId } = context.db.select().from(schema.cohorts).get()!;
	expect(report.html).toContain(`href="${paths.cohort(cohortId)}"`);
	const page = await visit(context, paths.cohort(cohortId), { as });
	expect(page.status).toBe(200);
	expect(page.text).toContain('125 of 144');
});

test('addresses, titles and headers name neither person nor programme nor file', async () => {
	const { context, as, imported } = await office();
	const { importId, answer } = await imported();
	for (const path of [paths.imports(), paths.import(importId), paths.importUndo(importId)]) {
		const page = await visit(context, path, { as });
		const title = /<title>.*<\/title>/.exec(page.html)?.[0];
		expect(`${path} ${title} ${answer.location}`).not.toMatch(/Brocklebank|Caring|register\.xlsx/);
	}
});

test('pressing Import twice makes one cohort and leads to its report both times', async () => {
	const { context, send, formOn, checked } = await office();
	const importId = await checked();
	const step = paths.importStep(importId, 'check');
	const form = await formOn(step);
	const answers = await Promise.all([send(step, form), send(step, form)]);
	expect(answers.map(({ status }) => status)).toEqual([302, 302]);
	expect(answers.every(({ location }) => location?.startsWith(paths.import(importId)))).toBe(true);
	expect(context.db.select().from(schema.cohorts).all()).toHaveLength(1);
});

test('a dry run that is no longer the one that was looked at is answered with 409 and the one that stands', async () => {
	const { context, send, formOn, checked, cohort } = await office();
	const importId = await checked();
	const step = paths.importStep(importId, 'check');
	const looked = await formOn(step);
	const back = paths.importStep(importId, 'cohort');
	await send(back, { ...(await formOn(back)), ...cohort, name: 'Another name' });
	const answer = await send(step, looked);
	expect(answer.status).toBe(409);
	expect(answer.text).toContain('Something changed since you looked at this.');
	expect(answer.text).toContain('Check before you import: Another name');
	expect(context.db.select().from(schema.people).all()).toEqual([]);
	expect((await send(step, fieldsIn(answer.html))).status).toBe(302);
});

test('a form of an old page is answered with 409 and everything that was typed, and saves when sent again', async () => {
	const { send, formOn, uploaded, cohort } = await office();
	const { importId } = await uploaded();
	await send(paths.import(importId), await formOn(paths.import(importId)));
	const step = paths.importStep(importId, 'cohort');
	const old = { ...(await formOn(step)), ...cohort, name: 'Typed on the old page' };
	await send(paths.import(importId), await formOn(paths.import(importId)));
	const answer = await send(step, old);
	expect(answer.status).toBe(409);
	expect(answer.text).toContain('This import changed since you opened the page');
	expect(answer.html).toContain('value="Typed on the old page"');
	expect((await send(step, { ...fieldsIn(answer.html), coFacilitatorIds: cohort.coFacilitatorIds })).status).toBe(302);
});

test('an unknown mark is offered and not taken, and its cells are refused until somebody says what it means', async () => {
	const { context, as, send, formOn, uploaded, cohort } = await office();
	const csv = 'Name,Ref,13 Jan 2026,20 Jan 2026,27 Jan 2026\nJan Vries,R1,P,Z,P\nAna Silva,R2,P,P,A';
	const { importId } = await uploaded(fileOf(csv, 'group.csv'));
	const page = await visit(context, paths.import(importId), { as });
	expect(page.text).toContain('2 marks need your word.');
	expect(page.text).toContain('Often means “absent without contact”. Say what it means here.');
	const undecided = await formOn(paths.import(importId));
	const open = Object.entries(undecided).filter(([name, code]) => name.startsWith('mark-') && code === '');
	expect(open).toHaveLength(2);
	await send(paths.import(importId), undecided);
	const step = paths.importStep(importId, 'cohort');
	await send(step, { ...(await formOn(step)), ...cohort });
	const check = await visit(context, paths.importStep(importId, 'check'), { as });
	expect(check.text).toContain('Refused (2)');
	expect(check.text).toContain('D2: “Z” is not in the key.');
	await send(paths.import(importId), { ...(await formOn(paths.import(importId))), [open[0]![0]]: 'attended' });
	expect((await visit(context, paths.importStep(importId, 'check'), { as })).text).toContain('Refused (1)');
	expect(await formOn(paths.import(importId))).toMatchObject({ [open[0]![0]]: 'attended' });
});

test('a date in doubt is asked for, and an impossible one is refused with what was typed', async () => {
	const { context, as, send, formOn, uploaded } = await office();
	const csv = 'Name,Ref,13 Jan 2026,31 June 2026,27 Jan 2026\nJan Vries,R1,P,P,P';
	const { importId } = await uploaded(fileOf(csv, 'group.csv'));
	const page = await visit(context, paths.import(importId), { as });
	expect(page.text).toContain('Dates to check');
	expect(page.text).toContain('It says “31 June 2026”.');
	const form = await formOn(paths.import(importId));
	const missing = await send(paths.import(importId), form);
	expect([missing.status, missing.text.includes('Enter the date of the session in column D')]).toEqual([400, true]);
	expect(missing.html).toContain('<title>Error: ');
	const typed = { ...form, 'date-D-day': '31', 'date-D-month': '2', 'date-D-year': '2026' };
	const impossible = await send(paths.import(importId), typed);
	expect([impossible.status, impossible.text.includes('There is no such day as 31 2 2026')]).toEqual([400, true]);
	expect(impossible.html).toMatch(/name="date-D-day"[^>]*value="31"/);
	expect((await send(paths.import(importId), { ...typed, 'date-D-day': '20', 'date-D-month': '1' })).status).toBe(302);
});

test('two registers in one workbook: somebody chooses the sheet', async () => {
	const { context, as, send, uploaded } = await office();
	const { importId } = await uploaded(fileOf(twoRegisters(), 'two.xlsx'));
	const page = await visit(context, paths.import(importId), { as });
	expect(page.text).toContain('Choose the register');
	const wrong = await send(paths.import(importId), { ...fieldsIn(page.html), sheet: 'Autumn' });
	expect([wrong.status, wrong.text.includes('Choose one sheet')]).toEqual([400, true]);
	const chosen = await send(paths.import(importId), { ...fieldsIn(page.html), sheet: 'Spring' });
	expect(chosen.status).toBe(302);
	expect((await visit(context, chosen.location!, { as })).text).toContain('Sheet “Spring”: 1 person, 2 sessions');
});

test('somebody of the same name is shown as a likely duplicate, and is left out when that is ticked', async () => {
	const { context, as, send, formOn, uploaded, areaId, cohort } = await office();
	givenMember(context, givenCohort(context, { areaId, name: 'Another group' }), {
		givenName: 'Lee',
		familyName: 'Shackleford',
	});
	const { importId } = await uploaded();
	const page = await visit(context, paths.import(importId), { as });
	expect(page.text).toContain('Likely duplicates');
	expect(page.text).toContain('Leave out row 12, Lee Shackleford');
	await send(paths.import(importId), { ...(await formOn(paths.import(importId))), leftOut: '12' });
	const step = paths.importStep(importId, 'cohort');
	await send(step, { ...(await formOn(step)), ...cohort });
	const check = await visit(context, paths.importStep(importId, 'check'), { as });
	expect(check.text).toContain('153 of 170');
	expect(check.text).toContain('Row 12, Lee Shackleford: left out, as you chose.');
});

test.each([
	['nothing chosen', null, 400, 'Choose the register as a file'],
	['an empty file', fileOf('', 'register.xlsx'), 400, 'The file is empty.'],
	[
		'a picture',
		fileOf('\x89PNG\r\n\x1a\n', 'register.xlsx'),
		400,
		'This is not a spreadsheet, whatever its name says.',
	],
	['half a workbook', fileOf(REGISTER.subarray(0, 4000)), 400, 'The file is damaged or not complete.'],
	['a price list', fileOf('Item,Price\nTea,3\nCake,4', 'prices.csv'), 422, 'This does not look like a register'],
	['a bomb', fileOf(bomb()), 400, 'The file unpacks to more than a register can hold.'],
])('%s is refused with a sentence and nothing is kept', async (_, file, status, sentence) => {
	const { context, as } = await office();
	const form = { register: file ?? new File([], '') };
	const answer = await visit(context, paths.newImport(), { as, form });
	expect(answer.status).toBe(status);
	expect(answer.text).toContain(sentence);
	expect(answer.html).toContain('<title>Error: Bring in a register - Plumbline</title>');
	expect(context.db.select().from(schema.imports).all()).toEqual([]);
});

test('a register that its cohort cannot hold is refused at the field that it is about, with everything typed', async () => {
	const { send, formOn, uploaded, cohort } = await office();
	const { importId } = await uploaded();
	await send(paths.import(importId), await formOn(paths.import(importId)));
	const step = paths.importStep(importId, 'cohort');
	const base = { ...(await formOn(step)), ...cohort };
	const short = programmeIdOf({ slug: 'inspiring-families-abusing', version: '1', variant: null });
	const cases = [
		[{ programme: short }, 422, 'The register has 17 sessions and this programme has 10 session plans'],
		[{ places: '8' }, 422, '9 people are still on the programme. Enter at least 9 places, not 8'],
		[{ places: '-1' }, 400, 'Enter a number of places from 1 to 99'],
		[{ startTime: '6.30' }, 400, '“6.30” is not a start time'],
		[{ coFacilitatorIds: [cohort.leadId] }, 422, 'The lead facilitator is ticked as a co-facilitator too'],
		[{ leadId: 'forged' }, 422, 'Somebody whom you chose is not available for this cohort'],
		[{ name: ['One', 'Two'] }, 400, 'Answer this once'],
	] as const;
	for (const [change, status, sentence] of cases) {
		const answer = await send(step, { ...base, ...change });
		expect([answer.status, answer.text.includes(sentence), sentence]).toEqual([status, true, sentence]);
		expect(answer.html).toContain('value="12"'.replace('12', 'places' in change ? change.places : '12'));
	}
});

test('the page of an undo says what goes, and undoing leaves the cohort’s page unfound', async () => {
	const { context, as, send, formOn, imported } = await office();
	const { importId } = await imported();
	const { id: cohortId } = context.db.select().from(schema.cohorts).get()!;
	const page = await visit(context, paths.importUndo(importId), { as });
	for (const line of ['the cohort Wednesday group', 'its 10 people with their places', '170 cells that came in']) {
		expect(page.text).toContain(line);
	}
	const undone = await send(paths.importUndo(importId), await formOn(paths.importUndo(importId)));
	expect([undone.status, undone.location]).toEqual([302, paths.cohorts('undone')]);
	expect((await visit(context, paths.cohort(cohortId), { as })).status).toBe(404);
	const report = await visit(context, paths.import(importId), { as });
	expect(report.text).toContain('This import is undone');
	expect(report.text).not.toContain('Brocklebank');
	expect((await visit(context, paths.importUndo(importId), { as })).status).toBe(404);
});

test('an import on which something was built cannot be undone, and the page says what', async () => {
	const { context, as, send, formOn, imported } = await office();
	const { importId } = await imported();
	const form = await formOn(paths.importUndo(importId));
	context.db.update(schema.sessions).set({ version: 2 }).run();
	const page = await visit(context, paths.importUndo(importId), { as });
	expect(page.text).toContain('Since the import, 17 sessions were changed.');
	expect(page.html).not.toContain('Undo the import</button>');
	const answer = await send(paths.importUndo(importId), form);
	expect(answer.status).toBe(409);
	expect(context.db.select().from(schema.people).all()).toHaveLength(10);
});

test('the list says who brought in what and when, in as many reads for many as for one', async () => {
	const { context, as, imported, upload } = await office();
	await imported();
	const reads = () => countQueries(context.db, () => visit(context, paths.imports(), { as }));
	const one = await reads();
	for (let count = 0; count < 24; count += 1) upload();
	expect(await reads()).toBe(one);
	const older = await visit(context, paths.importsPage(2), { as });
	expect(older.text).toContain('register.xlsx Not imported yet');
	context.db.delete(schema.imports).where(eq(schema.imports.state, 'uploaded')).run();
	upload();
	const page = await visit(context, paths.imports(), { as });
	expect(page.text).toContain('register.xlsx Imported');
	expect(page.text).toContain('Monday 23 November 2026, 10am Cora Dale');
	expect(page.text).toContain('10 people, 17 sessions: 170 cells brought in, 0 refused');
	expect(page.text).toContain('Not imported yet');
});

test('over the wire: the register goes through, 40 MB are refused with 413 and nothing of them is kept', async () => {
	const { context, as } = await office();
	const web = await startWeb(context);
	const post = (file: File) => {
		const body = new FormData();
		body.append('register', file);
		const headers = { cookie: cookieOf(context, as), origin: 'http://localhost' };
		return fetch(`${web.url}${paths.newImport()}`, { method: 'POST', headers, body, redirect: 'manual' });
	};
	const large = await post(fileOf(new Uint8Array(40 * 1024 * 1024))).then(
		({ status }) => status,
		() => 'cut off',
	);
	expect([413, 'cut off']).toContain(large);
	expect(context.db.select().from(schema.imports).all()).toEqual([]);
	const small = await post(fileOf(REGISTER));
	expect([small.status, small.headers.get('location')]).toEqual([302, expect.stringMatching(/^\/imports\/\w+$/)]);
	await web.close();
});

test('another’s import is as absent as one that was never made, for everybody and on every page', async () => {
	const { context, uploaded, imported } = await office();
	const { importId: open } = await uploaded();
	const { importId: done } = await imported();
	const by = (roles: StaffActor['roles']) => givenStaff(context, { roles });
	const strangers = [by(['coordinator']), by(['facilitator']), by(['administrator']), by(['lead'])];
	for (const as of strangers) {
		const absent = await visit(context, paths.import(asId('nobodys')), { as });
		for (const importId of [open, done]) {
			const read = await visit(context, paths.import(importId), { as });
			expect([read.status, read.html]).toEqual([404, absent.html]);
			expect((await visit(context, paths.importUndo(importId), { as })).status).toBe(404);
			expect((await visit(context, paths.importUndo(importId), { as, form: { version: '1' } })).status).toBe(404);
			expect((await visit(context, paths.import(importId), { as, form: { version: '1' } })).status).toBe(404);
		}
	}
	const [coordinator, ...others] = strangers;
	expect((await visit(context, paths.imports(), { as: coordinator! })).text).toContain('Nothing brought in yet');
	for (const as of others) {
		const list = await visit(context, paths.imports(), { as });
		if (as.roles.includes('facilitator')) expect(list.status).toBe(404);
		else expect(list.text).toContain('Nothing brought in yet');
		expect((await visit(context, paths.newImport(), { as, form: { register: fileOf(REGISTER) } })).status).toBe(404);
	}
});

const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (at: number, ...texts: readonly string[]) =>
	`<row r="${at}">${texts.map((text, index) => cell(`${'ABCDE'[index]}${at}`, text)).join('')}</row>`;
const sheet = (inside: string) => `<worksheet><sheetData>${inside}</sheetData></worksheet>`;

function twoRegisters(): Buffer {
	const first = row(1, 'Name', '13 Jan 2026', '20 Jan 2026') + row(2, 'Jan Vries', 'P', 'P');
	const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const names = ['Register', 'Spring'].map(
		(name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`,
	);
	const links = [1, 2].map(
		(at) => `<Relationship Id="r${at}" Type="${office}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
	);
	const parts = {
		'_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `<workbook xmlns:r="${office}"><sheets>${names.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
		'xl/worksheets/sheet1.xml': sheet(first),
		'xl/worksheets/sheet2.xml': sheet(first),
	};
	return zipFile(Object.entries(parts).map(([name, content]) => ({ name, content })));
}

function bomb(): Buffer {
	return workbookFile({ cells: ' '.repeat(20 * 1024 * 1024) });
}
