import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Io, WrongUse } from '#app/cli/command.ts';
import { importFile } from '#app/cli/import-file.ts';
import { openDatabase } from '#db/client.ts';
import * as schema from '#db/schema/index.ts';
import { plumbline } from '#tests/support/command-line.ts';
import { desk } from '../use-cases/imports/given.ts';

const REGISTER = 'tests/fixtures/imports/register.xlsx';
const EXPECTED = JSON.parse(readFileSync('tests/fixtures/imports/register.expected.json', 'utf8'));
const LIST = 'tests/fixtures/imports/facilitators.csv';
const COHORTS = 'tests/fixtures/imports/cohorts.csv';
const documentOf = (kind: string) => JSON.parse(readFileSync(`tests/fixtures/imports/${kind}.expected.json`, 'utf8'));
const DRY = ['import', 'register', REGISTER, '--dry-run', '--as-of', '2026-11-23'];

let dataDir: string;
beforeEach(() => {
	dataDir = join(mkdtempSync(join(tmpdir(), 'plumbline-')), 'data');
	vi.stubEnv('DATA_DIR', dataDir);
	vi.stubEnv('PLUMBLINE_NOW', '2026-11-23T10:00:00Z');
});
afterEach(() => vi.unstubAllEnvs());

function fileWith(name: string, text: string): string {
	const path = join(mkdtempSync(join(tmpdir(), 'plumbline-')), name);
	writeFileSync(path, text);
	return path;
}

test('a dry run prints the expected document and nothing else', async () => {
	const { status, json, err } = await plumbline(...DRY, '--json');
	const { refused, totals, ...document } = json();
	expect(document).toEqual(EXPECTED);
	expect([refused, totals]).toEqual([[], { cells: 170, accepted: 170, refused: 0 }]);
	expect([status, err]).toEqual([0, '']);
});

test('the command as it is started prints the same, on a machine without a database, and makes none', () => {
	const printed = execFileSync('npm', ['run', '--silent', 'plumbline', '--', ...DRY, '--json'], {
		encoding: 'utf8',
		env: { ...process.env, PATH: `${join(process.cwd(), 'node_modules/.bin')}:${process.env.PATH}` },
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const { refused: _, totals: __, ...document } = JSON.parse(printed);
	expect(document).toEqual(EXPECTED);
	expect(() => readFileSync(join(dataDir, 'plumbline.db'))).toThrow('ENOENT');
});

test('without --json a dry run is a few sentences: the counts, and what to look at', async () => {
	const { status, out } = await plumbline(...DRY);
	expect(status).toBe(0);
	expect(out).toContain('10 people, 17 sessions (16 held, 1 cancelled, 1 moved).');
	expect(out).toContain('170 cells = 170 accepted + 0 refused: 120 attended, 5 late');
	expect(out).toContain('N12: late, without minutes.');
});

test('single cells that are refused do not fail a dry run; each stands in the document with its reason', async () => {
	const file = fileWith('group.csv', 'Name,Ref,13 Jan 2026,20 Jan 2026\nJan Vries,R1,P,Z\nAna Silva,R2,P,P');
	const dry = ['import', 'register', file, '--dry-run', '--as-of', '2026-11-23', '--json'];
	const { status, json } = await plumbline(...dry);
	expect([status, json().totals]).toEqual([0, { cells: 4, accepted: 3, refused: 1 }]);
	expect(json().refused).toEqual([{ cell: 'D2', code: 'unknown-mark', raw: 'Z' }]);
	const told = await plumbline(...dry, '--mark', 'Z=absent-no-contact');
	expect(told.json().counts.marks_by_code).toEqual({ attended: 3, 'absent-no-contact': 1 });
	const dated = await plumbline(...dry, '--date', 'd=2026-01-21');
	expect(dated.json().sessions[1].date).toBe('2026-01-21');
});

test.each([
	['a price list', 'prices.csv', 'Item,Price\nTea,3\nCake,4', 'not-a-register', 'This does not look like a register'],
	['a picture', 'register.xlsx', '\x89PNG\r\n', 'not-a-spreadsheet', 'This is not a spreadsheet'],
	['an empty file', 'register.csv', '', 'file-empty', 'The file is empty'],
])('%s is refused with its code and a sentence, status 1', async (_, name, text, code, message) => {
	const file = name.endsWith('.xlsx') ? fileWith(name, Buffer.from(text, 'latin1') as never) : fileWith(name, text);
	const { status, json, err } = await plumbline('import', 'register', file, '--dry-run', '--json');
	expect([status, json().refused.code, err]).toEqual([1, code, '']);
	expect(json().refused.message).toContain(message);
	const spoken = await plumbline('import', 'register', file, '--dry-run');
	expect([spoken.status, spoken.out]).toEqual([1, '']);
	expect(spoken.err).toContain(message);
});

test('a sheet that is not in the workbook is refused with those that are', async () => {
	const { status, json } = await plumbline(...DRY, '--json', '--sheet', 'Spring');
	expect([status, json().refused.code]).toEqual([1, 'no-such-sheet']);
	expect(json().refused.message).toContain('Choose one of “Register” and “Notes”.');
	expect((await plumbline(...DRY, '--json', '--sheet', 'register')).status).toBe(0);
});

test('a file that is not there cannot be read: status 3', async () => {
	const { status, err } = await plumbline('import', 'register', 'nowhere.xlsx', '--dry-run');
	expect([status, err]).toEqual([3, 'nowhere.xlsx could not be read: there is no such file.']);
});

test.each([
	[['import'], 'Say what to import: register FILE, facilitators FILE or cohorts FILE.'],
	[['import', 'cohorts'], 'Name the file of the cohorts.'],
	[['import', 'facilitators', LIST, '--dry-run', '--facilitators', LIST], 'Give --facilitators only with cohorts.'],
	[['import', 'register', REGISTER, '--dry-run', '--facilitators', LIST], 'Give --facilitators only with cohorts.'],
	[['import', 'facilitators', LIST, '--dry-run', '--lead', 'a@b.c'], '--lead is not for a list of facilitators.'],
	[['import', 'pictures', 'a.xlsx'], '“pictures” cannot be imported'],
	[['import', 'register'], 'Name the file of the register.'],
	[['import', 'register', REGISTER, 'more', '--dry-run'], '“more” is not part of this command'],
	[['import', 'register', REGISTER, '--dry-run', '--as-of', '2026-02-30'], '“2026-02-30” is none'],
	[['import', 'register', REGISTER, '--dry-run', '--mark', 'Z=there'], 'Codes: attended, late'],
	[['import', 'register', REGISTER, '--quick'], "Unknown option '--quick'"],
	[['import', 'register', REGISTER], 'To import, also give --cohort-name, --programme, --area, --venue or --online'],
	[['import', 'register', REGISTER, '--as-of', '2026-11-23'], 'Give --as-of only with --dry-run'],
])('%j is wrong use: status 2 with a sentence and the help', async (args, sentence) => {
	const { status, out, err } = await plumbline(...args);
	expect([status, out]).toEqual([2, '']);
	expect(err).toContain(sentence);
	expect(err).toContain('plumbline import register FILE --dry-run');
});

test('importing referrals says that it is not built yet', async () => {
	const { status, err } = await plumbline('import', 'referrals', 'file.csv', '--dry-run', '--json');
	expect([status, err]).toEqual([2, expect.stringContaining('Importing referrals is not built yet.')]);
});

const DRY_LIST = ['--dry-run', '--as-of', '2026-11-23'];

test.each([
	['facilitators', LIST, []],
	['cohorts', COHORTS, ['--facilitators', LIST]],
])('a dry run of %s prints the expected document and nothing else, without a database', async (kind, file, more) => {
	const { status, json, err } = await plumbline('import', kind, file, ...more, ...DRY_LIST, '--json');
	const { rules: _, needs: __, not_clashes: ___, ...expected } = documentOf(kind);
	expect([status, err]).toEqual([0, '']);
	expect(json()).toEqual(expected);
	expect(() => readFileSync(join(dataDir, 'plumbline.db'))).toThrow('ENOENT');
});

test('without --json a list is a few sentences: the counts, what is refused, what clashes and what to look at', async () => {
	const { status, out } = await plumbline('import', 'cohorts', COHORTS, '--facilitators', LIST, ...DRY_LIST);
	expect(status).toBe(0);
	expect(out).toContain('16 rows = 12 accepted + 2 refused + 2 skipped.');
	expect(out).toContain(
		'Row 14, Day: the start date is on another weekday. Correct the day or the date. It says “Weds”.',
	);
	expect(out).toContain('CDA27 (row 5) and IFA27M (row 6) need the room Main hall of Ashmoor Community Centre');
	expect(out).toContain('Row 13, CDN27: nobody here is called Siobhan Quigg. Check the name.');
	const list = await plumbline('import', 'facilitators', LIST, ...DRY_LIST);
	expect(list.out).toContain('17 rows = 13 accepted + 4 refused + 0 skipped.');
	expect(list.out).not.toContain('Clashes');
});

test('without a list nobody is known to a plan of cohorts', async () => {
	const { json } = await plumbline('import', 'cohorts', COHORTS, ...DRY_LIST, '--json');
	const { counts, accepted } = json();
	expect(counts.accepted).toBe(12);
	const codes = accepted[0].warnings.map(({ code }: { code: string }) => code);
	expect(codes).toEqual(['facilitator-not-in-list', 'facilitator-not-in-list', 'no-accredited-facilitator']);
});

test('a file that is no such list, or has no such sheet, is refused with a sentence, status 1', async () => {
	const wrong = await plumbline('import', 'cohorts', LIST, ...DRY_LIST, '--json');
	expect([wrong.status, wrong.json().refused.code]).toEqual([1, 'not-this-list']);
	expect(wrong.json().refused.message).toContain('This does not look like a plan of cohorts.');
	const sheet = await plumbline('import', 'facilitators', LIST, ...DRY_LIST, '--sheet', 'Spring');
	expect([sheet.status, sheet.out]).toEqual([1, '']);
	expect(sheet.err).toBe('There is no sheet “Spring”. There are: “facilitators”.');
	const against = await plumbline('import', 'cohorts', COHORTS, '--facilitators', COHORTS, ...DRY_LIST);
	expect([against.status, against.err]).toEqual([1, expect.stringContaining('a list of facilitators')]);
});

async function withDatabase() {
	const world = await desk();
	const said = { out: [] as string[], err: [] as string[] };
	const io: Io = {
		out: (text) => said.out.push(text),
		err: (text) => said.err.push(text),
		context: () => world.context,
	};
	const run = async (...args: string[]) => {
		said.out.length = 0;
		said.err.length = 0;
		const status = await importFile.run(['register', REGISTER, ...args], io);
		return { status, out: said.out.join('\n'), err: said.err.join('\n') };
	};
	const emails = [world.sam, world.kim].map(({ staffId }) => `${staffId}@example.org`);
	const cohort = [
		...['--cohort-name', 'Wednesday group', '--programme', 'caring-dads', '--area', 'northfield'],
		...[
			'--venue',
			'Northfield Centre',
			'--room',
			'Room 1',
			'--start-time',
			'18:30',
			'--lead',
			emails[0]!,
			'--co',
			emails[1]!,
		],
	];
	return { ...world, run, cohort };
}

test('an import by the command line makes the cohort and prints what came of it', async () => {
	const { context, run, cohort } = await withDatabase();
	const { status, out } = await run(...cohort, '--json');
	expect(status).toBe(0);
	const { imported, refused: _, totals: __, ...document } = JSON.parse(out);
	expect(document).toEqual(EXPECTED);
	const cohorts = context.db.select().from(schema.cohorts).all();
	expect(cohorts).toMatchObject([
		{ id: imported.cohortId, importId: imported.importId, name: 'Wednesday group', places: 15 },
	]);
	expect(imported.counts).toMatchObject({ accepted: 170, refused: 0 });
	expect(context.db.select().from(schema.imports).all()).toMatchObject([
		{ state: 'imported', uploadedBy: null, bytes: null, fileName: 'register.xlsx' },
	]);
});

test.each([
	[['--area', 'Nowhere'], 'There is no area “Nowhere”. There are: “Northfield”.'],
	[['--venue', 'Nowhere'], 'There is no venue “Nowhere” in that area.'],
	[['--room', 'Room 9'], 'There is no room “Room 9” in that venue.'],
	[['--lead', 'nobody@example.org'], 'Nobody has an account with the address nobody@example.org.'],
	[['--places', '8'], 'Enter at least 9 places, not 8.'],
	[
		['--programme', 'inspiring-families-abusing'],
		'The register has 17 sessions and this programme has 10 session plans.',
	],
])('%j is refused with a sentence and nothing is kept', async ([option, value], sentence) => {
	const { context, run, cohort } = await withDatabase();
	const at = cohort.indexOf(option!);
	const changed = at < 0 ? [...cohort, option!, value!] : cohort.with(at + 1, value!);
	const { status, err } = await run(...changed);
	expect([status, err]).toEqual([1, expect.stringContaining(sentence)]);
	expect(context.db.select().from(schema.imports).all()).toEqual([]);
	expect(context.db.select().from(schema.cohorts).all()).toEqual([]);
});

test('fewer facilitators than a running cohort wants has to be said', async () => {
	const { context, run, cohort } = await withDatabase();
	context.setNow('2026-05-01T10:00:00Z');
	const alone = cohort.slice(0, cohort.indexOf('--co'));
	expect(await run(...alone, '--json')).toMatchObject({
		status: 1,
		out: expect.stringContaining('warning-not-accepted'),
	});
	expect(context.db.select().from(schema.imports).all()).toEqual([]);
	expect((await run(...alone, '--accept-few-facilitators')).status).toBe(0);
	await expect(run(...alone, '--online')).rejects.toThrow(WrongUse);
});

test('the database that an import opens is the one of the settings', async () => {
	const cohort = ['--cohort-name', 'Group', '--programme', 'caring-dads', '--area', 'Nowhere', '--online'];
	const { status, err } = await plumbline(
		'import',
		'register',
		REGISTER,
		...cohort,
		'--start-time',
		'18:30',
		'--lead',
		'a@example.org',
	);
	expect([status, err]).toEqual([1, 'There is no area “Nowhere”. There are: none.']);
	expect(openDatabase(join(dataDir, 'plumbline.db')).select().from(schema.imports).all()).toEqual([]);
});
