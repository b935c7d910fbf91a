import { expect, test } from 'vitest';
import type { Role } from '#app/domain/access/actor.ts';
import { sectionsOf } from '#app/domain/access/home.ts';
import { actorWith } from './given.ts';

/** What each role finds in the navigation; the first is their home. */
const SECTIONS: readonly (readonly [Role, string])[] = [
	['facilitator', 'today cohorts people messages programmes calendar'],
	['coordinator', 'today cohorts people messages imports programmes closures calendar'],
	['lead', 'today cohorts people messages programmes closures calendar'],
	['partner-support', 'cohorts people messages programmes calendar'],
	['administrator', 'programmes staff places closures'],
	['observer', 'programmes'],
	['read-only', 'cohorts people programmes'],
];

test.each(SECTIONS)('%s finds: %s', (role, sections) => {
	expect(sectionsOf(actorWith({ roles: [role] })).join(' ')).toBe(sections);
});

test('somebody without a role finds nothing, and two roles find what either does, in the order of the work', () => {
	expect(sectionsOf(actorWith({ roles: [] }))).toEqual([]);
	expect(sectionsOf(actorWith({ roles: ['administrator', 'read-only'] }))).toEqual([
		...['cohorts', 'people', 'programmes', 'staff', 'places', 'closures', 'calendar'],
	]);
});
