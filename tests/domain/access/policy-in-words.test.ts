import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROLES, type Role } from '#app/domain/access/actor.ts';
import { policyAsMarkdown, policyInWords } from '#app/domain/access/policy-in-words.ts';
import { ACCESS_FIELDS, type AccessField } from '#app/domain/access/records.ts';

const cell = (role: Role, field: AccessField) =>
	policyInWords().find((row) => row.field === field)!.cells[ROLES.indexOf(role)];

test('every field of every record has a row, and every role a cell in it', () => {
	const rows = policyInWords();
	expect(rows.map(({ field }) => field)).toEqual(ACCESS_FIELDS);
	expect(new Set(rows.map(({ cells }) => cells.length))).toEqual(new Set([ROLES.length]));
	expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
});

test.each([
	[
		'facilitator',
		'register.marks',
		'writes: sessions that they deliver; reads: own cohorts, a record opened for an hour',
	],
	['facilitator', 'person.postcode', ''],
	['facilitator', 'family.all', ''],
	['coordinator', 'family.all', ''],
	['coordinator', 'exit.note', 'writes: own areas and sides'],
	['lead', 'register.notes', 'writes: everywhere'],
	['lead', 'person.name', 'reads: everywhere'],
	['partner-support', 'register.marks', 'reads: own areas and sides, families of own areas'],
	['administrator', 'person.reference', ''],
	['observer', 'session.all', 'reads: assigned sessions'],
	['read-only', 'person.name', ''],
] as const)('what a %s may do with %s reads “%s”', (role, field, words) => {
	expect(cell(role, field)).toBe(words);
});

test('in the documentation a role that may do nothing has a dash', () => {
	const line = policyAsMarkdown()
		.split('\n')
		.find((row) => row.startsWith('| Families: who'));
	expect(line).toBe(
		'| Families: who belongs together | – | – | writes: everywhere | writes: own areas and sides | – | – | – |',
	);
});

test('docs/security.md keeps the policy as it is', () => {
	const page = readFileSync('docs/security.md', 'utf8');
	const kept = /<!-- policy -->\n\n([\s\S]*?)\n\n<!-- \/policy -->/.exec(page)?.[1];
	const now = policyAsMarkdown();
	expect(kept, `The policy changed. Put this between the marks in docs/security.md:\n\n${now}\n`).toBe(now);
});
