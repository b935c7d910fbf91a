import { expect, test } from 'vitest';
import type { Role } from '#app/domain/access/actor.ts';
import { sectionsOf } from '#app/domain/access/home.ts';
import { actorWith } from './given.ts';

/** What each role finds in the navigation; the first is their home. */
const SECTIONS: readonly (readonly [Role, string])[] = [
	['facilitator', 'today tasks cohorts week people search messages programmes notices availability calendar'],
	[
		'coordinator',
		'today tasks cohorts week people search messages imports programmes notices facilitators places closures calendar',
	],
	[
		'lead',
		'today tasks families cohorts week people search messages imports programmes reviews notices facilitators places closures decisions policy calendar audit',
	],
	['partner-support', 'tasks families cohorts week people search messages programmes notices calendar'],
	['administrator', 'imports programmes notices staff facilitators places closures'],
	['observer', 'observations programmes'],
	['read-only', 'cohorts week people search programmes'],
];

test.each(SECTIONS)('%s finds: %s', (role, sections) => {
	expect(sectionsOf(actorWith({ roles: [role] })).join(' ')).toBe(sections);
});

test('somebody without a role finds nothing, and two roles find what either does, in the order of the work', () => {
	expect(sectionsOf(actorWith({ roles: [] }))).toEqual([]);
	expect(sectionsOf(actorWith({ roles: ['administrator', 'read-only'] }))).toEqual([
		...[
			'cohorts',
			'week',
			'people',
			'search',
			'imports',
			'programmes',
			'notices',
			'staff',
			'facilitators',
			'places',
			'closures',
			'calendar',
		],
	]);
});
