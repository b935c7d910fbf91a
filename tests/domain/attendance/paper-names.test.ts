import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAPER_STYLES, type PaperPerson, paperNames, parsePaperStyle } from '#app/domain/attendance/paper-names.ts';

const person = (name: string, reference: string, isRestricted = false): PaperPerson => ({
	name,
	reference,
	isRestricted,
});

test.each([
	['initials', ['AA', 'BT'], [person('Ann Ashby', 'R1'), person('Ben Tanner', 'R2')]],
	[
		'initials',
		['A As', 'A Ab', 'BT'],
		[person('Ann Ashby', 'R1'), person('Alf Abel', 'R2'), person('Ben Tanner', 'R3')],
	],
	['initials', ['AA (R1)', 'AA (R2)'], [person('Ann Ash', 'R1'), person('Alf Ash', 'R2')]],
	['initials', ['AL (CD-101)', 'A Lew'], [person('Ann Lee', 'CD-101'), person('Adam Lewis', 'CD-102')]],
	['initials', ['AL (R1)', 'A Li'], [person('Ann Le', 'R1'), person('Adam Lis', 'R2')]],
	['initials', ['AMJ', 'C'], [person('Ann Mary-Jones', 'R1'), person('Cher', 'R2')]],
	['initials', ['R1', 'BT'], [person('Ann Ashby', 'R1', true), person('Ben Tanner', 'R2')]],
	['initials', ['R1'], [person('R1', 'R1')]],
	[
		'names',
		['Ann Ashby (R1)', 'Ann Ashby (R2)', 'R3'],
		[person('Ann Ashby', 'R1'), person('Ann Ashby', 'R2'), person('Cy Dee', 'R3', true)],
	],
	['references', ['R1', 'R2'], [person('Ann Ashby', 'R1'), person('Ben Tanner', 'R2')]],
] as const)('%s are written as %j', (style, written, people) => {
	expect(paperNames(people, style)).toEqual(written);
});

test('a sheet has initials unless it is told otherwise in a word of ours', () => {
	expect([null, '', 'Names', 'names', 'references'].map(parsePaperStyle)).toEqual([
		...['initials', 'initials', 'initials', 'names', 'references'],
	]);
});

test('no two people of a sheet are ever written the same, and a restricted one by reference alone', () => {
	const names = fc.array(fc.constantFrom('An', 'Ab', 'ash', 'Ash', 'Ashe', 'B', 'Ébe'), { minLength: 1, maxLength: 3 });
	const people = fc
		.array(fc.tuple(names, fc.boolean()), { maxLength: 12 })
		.map((all) => all.map(([parts, isRestricted], at) => person(parts.join(' '), `REF-${at}`, isRestricted)));
	fc.assert(
		fc.property(people, fc.constantFrom(...PAPER_STYLES), (all, style) => {
			const written = paperNames(all, style);
			expect(new Set(written.map((one) => one.toLowerCase())).size).toBe(all.length);
			for (const [at, one] of all.entries()) if (one.isRestricted) expect(written[at]).toBe(one.reference);
		}),
	);
});

test('initials are never a whole last name of two letters or more', () => {
	const lasts = fc.constantFrom('Lee', 'Lew', 'Lewis', 'Le', 'Ng', 'Nguyen', 'Li');
	const people = fc
		.array(fc.tuple(fc.constantFrom('Ann', 'Adam', 'Mary Ann'), lasts), { maxLength: 10 })
		.map((all) => all.map(([first, last], at) => person(`${first} ${last}`, `REF-${at}`)));
	fc.assert(
		fc.property(people, (all) => {
			for (const [at, written] of paperNames(all, 'initials').entries()) {
				const last = all[at]!.name.split(' ').at(-1)!;
				expect(written.split(/[ (]/)).not.toContain(last);
			}
		}),
	);
});
