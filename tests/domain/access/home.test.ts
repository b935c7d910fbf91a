import { expect, test } from 'vitest';
import type { Role } from '#app/domain/access/actor.ts';
import { inHeader, sectionsOf } from '#app/domain/access/home.ts';
import { actorWith } from './given.ts';

/** What each role finds in the navigation; the first is their home. */
const SECTIONS: readonly (readonly [Role, string])[] = [
	['facilitator', 'today tasks gaps cohorts week people search messages programmes notices availability calendar'],
	[
		'coordinator',
		'today tasks gaps cohorts week people search messages imports programmes notices facilitators places closures calendar',
	],
	[
		'lead',
		'today tasks gaps families cohorts week people search messages imports programmes reviews notices facilitators places closures decisions policy calendar audit',
	],
	['partner-support', 'tasks gaps families cohorts week people search messages programmes notices calendar'],
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

test('who has few sections sees all of them; who has many sees those of every day and finds the others behind “More”', () => {
	const observer = sectionsOf(actorWith({ roles: ['observer'] }));
	expect(inHeader(observer)).toEqual({ shown: observer, more: [] });
	const ofLead = inHeader(sectionsOf(actorWith({ roles: ['lead'] })));
	expect(ofLead.shown.join(' ')).toBe('today tasks families cohorts week people search messages notices');
	expect(ofLead.more.join(' ')).toBe(
		'gaps imports programmes reviews facilitators places closures decisions policy calendar audit',
	);
});

test.each([
	[9, 9, 0],
	[10, 8, 2],
])('of %i sections the header shows %i and leaves %i', (length, shown, more) => {
	const first = [
		'today',
		'tasks',
		'cohorts',
		'week',
		'people',
		'search',
		'messages',
		'notices',
		'policy',
		'audit',
	] as const;
	const divided = inHeader(first.slice(0, length));
	expect([divided.shown.length, divided.more.length]).toEqual([shown, more]);
});
