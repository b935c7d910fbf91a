import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadContent } from '#app/content/load-content.ts';
import { FIDELITY_DIMENSIONS, MECHANISM_KINDS, type Programme } from '#app/domain/programmes/programme.ts';
import { checkWording } from '#app/domain/reminders/message-wording.ts';
import { NATIONS } from '#app/domain/scheduling/meeting-pattern.ts';
import { effortSince } from '#tests/support/effort.ts';

const content = loadContent();
const programmes = content.programmes.map((programme) => [nameOf(programme), programme] as const);
const caringDads = content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });

test('Caring Dads with its variant and both sides of Inspiring Families are shipped', () => {
	expect(programmes.map(([name, { side }]) => `${name} ${side}`)).toEqual([
		'caring-dads@1 perpetrator',
		'caring-dads@1+15-plus-2 perpetrator',
		'inspiring-families-abusing@1 perpetrator',
		'inspiring-families-non-abusing@1 survivor',
	]);
});

test('Caring Dads has 17 group sessions of two hours in four modules, and people join at the first three only', () => {
	expect(caringDads.plans).toHaveLength(17);
	expect(caringDads.plans.every(({ kind, minutes }) => kind === 'group' && minutes === 120)).toBe(true);
	expect(caringDads.plans.filter(({ joiningAllowed }) => joiningAllowed).map(({ number }) => number)).toEqual([
		1, 2, 3,
	]);
	const sessions = caringDads.modules.map(({ key }) => caringDads.plans.filter(({ module }) => module === key));
	expect(sessions.map((plans) => `${plans.at(0)?.number}–${plans.at(-1)?.number}`)).toEqual([
		'1–3',
		'4–9',
		'10–15',
		'16–17',
	]);
});

test('15 plus 2 makes sessions 9 and 15 individual and changes nothing else', () => {
	const variant = content.programmeOf({ slug: 'caring-dads', version: '1', variant: '15-plus-2' });
	const individual = variant.plans.filter(({ kind }) => kind === 'individual');
	expect(individual.map(({ number }) => number)).toEqual([9, 15]);
	const asGroup = variant.plans.map((plan) => ({ ...plan, kind: 'group' }));
	expect({ ...variant, variant: null, plans: asGroup }).toEqual(caringDads);
});

test('completing Caring Dads takes 14 of its 17 sessions, and Inspiring Families 8 of 10', () => {
	const needed = (programme: Programme) =>
		Math.ceil(programme.thresholds.completion.shareOfSessions * programme.plans.length);
	expect(programmes.map(([, programme]) => needed(programme))).toEqual([14, 14, 8, 8]);
});

test('there is no programme of another version or variant', () => {
	const key = { slug: 'caring-dads', version: '1', variant: null };
	expect(content.findProgramme(key)).toBe(caringDads);
	expect(content.findProgramme({ ...key, version: '2' })).toBeNull();
	expect(content.findProgramme({ ...key, variant: '16-plus-1' })).toBeNull();
	expect(() => content.programmeOf({ ...key, version: '2' })).toThrow('caring-dads@2');
});

test.each(programmes)('%s says that its plans are placeholders and not the licensed manual', (_, { notice }) => {
	expect(notice).toMatch(/Plumbline’s placeholders, not the licensed/);
});

test.each(programmes)(
	'%s has neutral titles, four to six activities a session, and no two sessions alike',
	(_, programme) => {
		expect(programme.plans.map(({ title }) => title)).toEqual(programme.plans.map(({ number }) => `Session ${number}`));
		for (const { activities, guidance } of programme.plans) {
			expect(activities.length).toBeGreaterThanOrEqual(4);
			expect(activities.length).toBeLessThanOrEqual(6);
			expect(guidance.length).toBeGreaterThanOrEqual(3);
		}
		const core = programme.plans.flatMap(({ activities }) => activities.filter(({ core }) => core));
		expect(new Set(core.map(({ title }) => title)).size).toBe(core.length);
		expect(new Set(programme.plans.map(({ aim }) => aim)).size).toBe(programme.plans.length);
	},
);

test.each(programmes)(
	'%s explains change, safety, wellbeing and how gains last, and looks at all five dimensions',
	(_, programme) => {
		const kinds = new Set(programme.logicModel.mechanisms.map(({ kind }) => kind));
		expect([...kinds].toSorted()).toEqual(MECHANISM_KINDS.toSorted());
		const dimensions = new Set(programme.fidelityChecklist.map(({ dimension }) => dimension));
		expect([...dimensions].toSorted()).toEqual(FIDELITY_DIMENSIONS.toSorted());
	},
);

test.each(programmes)('every change that %s works by is served by an activity', (_, { plans, logicModel }) => {
	const served = new Set(plans.flatMap(({ activities }) => activities.map(({ mechanism }) => mechanism)));
	const changes = logicModel.mechanisms.filter(({ kind }) => kind === 'change');
	expect(changes.filter(({ key }) => !served.has(key))).toEqual([]);
});

test('survivors are given nothing to take home that somebody could find', () => {
	const survivors = content.programmes.filter(({ side }) => side === 'survivor');
	expect(survivors.flatMap(({ plans }) => plans.filter(({ homework }) => homework !== null))).toEqual([]);
});

test('nothing claims to be behaviour change work, or prints what the facts leave unverified', () => {
	const texts = globSync('content/{programmes,closures,messages}/**/*.{md,yaml}').map((file) =>
		readFileSync(file, 'utf8'),
	);
	expect(texts.length).toBeGreaterThan(40);
	const claims = /behaviou?r[ -]chang|accredited by|evidence-based|proven to|NSPCC|PARQ|usually pause/i;
	expect(texts.filter((text) => claims.test(text.replaceAll(/\s+/g, ' ')))).toEqual([]);
	expect(caringDads.notice).toMatch(/is not a court-ordered or community perpetrator programme/);
});

test.each(NATIONS)('the bank holidays of %s are those that were checked', (nation) => {
	const vectors = JSON.parse(readFileSync('tests/fixtures/vectors/bank-holidays.json', 'utf8'));
	const { days, checkedOn, source } = content.bankHolidays[nation];
	expect(days).toEqual(Object.values(vectors.nations[nation]).flat());
	expect(days.length).toBeGreaterThan(20);
	expect(checkedOn).toBe('2026-11-23');
	expect(source).not.toBe('');
});

test('15 June 2026 is a holiday in Scotland only', () => {
	const holds = NATIONS.filter((nation) => content.bankHolidays[nation].days.some(({ date }) => date === '2026-06-15'));
	expect(holds).toEqual(['scotland']);
});

test('the reminder and the invitation are shipped, and the reminder names nothing', () => {
	const names = content.programmes.map(({ name }) => name);
	expect(checkWording(content.messageFor('reminder', 'participant'), names)).toEqual([]);
	expect(content.messageFor('invitation', 'staff').body).toContain('{{link}}');
	expect(() => content.messageFor('invitation', 'participant')).toThrow('invitation.participant.md');
});

test('loading takes no time that a start would notice', () => {
	const before = process.cpuUsage();
	loadContent();
	expect(effortSince(before)).toBeLessThan(1000);
});

function nameOf({ slug, version, variant }: Programme): string {
	return variant === null ? `${slug}@${version}` : `${slug}@${version}+${variant}`;
}

test('each published figure names its denominator, its source and a link, and none stands for a rounded floor', () => {
	expect(content.benchmarks.map(({ key, figure, denominator }) => `${key}: ${figure}, ${denominator}`)).toEqual([
		'nspcc-2016: around half, started',
		'olver-2011: 37.8%, started',
		'rooney-hanson-2001: 36% to 42%, started',
		'cunha-2023: 42.2% (35 of 83), enrolled',
		'gerlock-2001: 62% (38 of 61), enrolled',
	]);
	for (const { source, link, year } of content.benchmarks) {
		expect(source).not.toBe('');
		expect(link).toMatch(/^https:/);
		expect(year).toBeGreaterThan(2000);
	}
});
