import { expect, test } from 'vitest';
import { differences } from './differences.ts';
import { mailsToHim } from './mails.ts';
import { fillOtherSide, givenWorld, type World } from './worlds.ts';

/**
 * Tables of the configuration, which is the same in both worlds: places, staff with their duties and how they prove who
 * they are, what they are accredited for and when they are there, closures and school holidays.
 */
const CONFIGURATION = [
	...[
		'__drizzle_migrations',
		'areas',
		'venues',
		'venue_days',
		'rooms',
		'closures',
		'bank_holidays',
		'staff',
		'staff_roles',
	],
	...[
		'staff_areas',
		'staff_sides',
		'one_time_links',
		'sign_ins',
		'sign_in_attempts',
		'both_sides_decisions',
		'message_kinds_off',
	],
	...['second_factors', 'recovery_codes', 'staff_identities', 'school_holidays'],
	// Wording that no person is in.
	'message_wordings',
	'programme_versions',
	'programme_bands',
	...['staff_profiles', 'staff_accreditations', 'staff_availability', 'staff_leave'],
];

test('the other world has something of the survivor side in every table that can hold it', () => {
	const [bare, full] = [givenWorld(), givenWorld()];
	fillOtherSide(full);
	const [before, after] = [countsOf(bare), countsOf(full)];
	const same = Object.keys(before).filter((table) => before[table] === after[table]);
	const untold = same.filter((table) => !CONFIGURATION.includes(table));
	const told = 'of the survivor side (fillOtherSide), or that it is configuration (tests/proof/worlds.test.ts)';
	expect(untold.map((table) => `tell tests/proof/worlds.ts what ${table} holds ${told}`)).toEqual([]);
});

test('mail to the perpetrator side leaves at the same moments with the same words, whoever else is written to', async () => {
	const [bare, full] = [givenWorld(), givenWorld()];
	fillOtherSide(full);
	const [without, withHer] = [await mailsToHim(bare), await mailsToHim(full)];
	const bodies = [...without.values()].map(({ body }) => body);
	expect(bodies.some((body) => body.includes('"invitation"'))).toBe(true);
	expect(bodies.some((body) => !body.includes('"invitation"'))).toBe(true);
	expect(full.context.kept.length).toBeGreaterThan(bare.context.kept.length);
	expect(differences(without, withHer)).toEqual([]);
});

function countsOf({ context }: World): Record<string, number> {
	const { $client } = context.db;
	const tables = $client.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
	return Object.fromEntries(
		tables
			.filter((name) => !name.startsWith('sqlite_'))
			.map((name) => [name, $client.prepare(`select count(*) from "${name}"`).pluck().get() as number]),
	);
}
