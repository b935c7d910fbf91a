import { expect, test } from 'vitest';
import { hasSameSurname, MOST_PEOPLE_AN_HOUR, reasonsToAlert, type Viewing } from '#app/domain/audit/viewing-rules.ts';
import { asId, type PersonId } from '#app/domain/shared/ids.ts';

const people = (count: number) => Array.from({ length: count }, (_, index) => asId<PersonId>(`p${index}`));
const person = (familyName: string, postcode: string | null = null) => ({
	personId: asId<PersonId>('p0'),
	familyName,
	postcode,
});

function viewing(change: Partial<Viewing> = {}, viewer: Partial<Viewing['viewer']> = {}): Viewing {
	return {
		viewer: { name: 'Sam Okafor', postcode: null, roles: ['facilitator'], ...viewer },
		withinTheHour: people(1),
		newlyViewed: [person('Smith')],
		...change,
	};
}

const causes = (look: Viewing) => reasonsToAlert(look).map(({ cause }) => cause);

test('an ordinary look at somebody alerts nobody', () => {
	expect(reasonsToAlert(viewing())).toEqual([]);
});

test.each(['facilitator', 'coordinator', 'lead'] as const)(
	'a %s alerts from one person more than the role’s hour asks for',
	(role) => {
		const most = MOST_PEOPLE_AN_HOUR[role];
		expect(causes(viewing({ withinTheHour: people(most) }, { roles: [role] }))).toEqual([]);
		expect(causes(viewing({ withinTheHour: people(most + 1) }, { roles: [role] }))).toEqual(['mass-viewing']);
	},
);

test('somebody with several roles has the highest of their limits', () => {
	const look = viewing(
		{ withinTheHour: people(MOST_PEOPLE_AN_HOUR.facilitator + 1) },
		{ roles: ['facilitator', 'lead'] },
	);
	expect(causes(look)).toEqual([]);
});

test('an administrator who is shown anybody alerts, because none should be', () => {
	expect(causes(viewing({}, { roles: ['administrator'] }))).toEqual(['mass-viewing']);
});

test('the alert names those whom it is about, and not everybody on the page', () => {
	const [namesake, other] = [
		{ ...person('Okafor'), personId: asId<PersonId>('same') },
		{ ...person('Smith'), personId: asId<PersonId>('other') },
	];
	expect(reasonsToAlert(viewing({ newlyViewed: [namesake, other] }))).toEqual([
		{ cause: 'same-surname', people: ['same'] },
	]);
});

test.each([
	['Sam Okafor', 'Okafor', true],
	['Sam Okafor', 'OKAFOR', true],
	['Zoë Núñez', 'Nunez', true],
	['Anne Smith-Jones', 'Jones', true],
	['Anne Smith-Jones', 'Smith', true],
	['Anne Jones', 'Smith–Jones', true],
	['Maria de Souza', 'de Souza', true],
	['Maria Souza', 'de Souza', true],
	['Pat O’Brien', "O'Brien", true],
	['Pat OBrien', 'O’Brien', true],
	['Prince', 'Prince', true],
	['Okafor Sam', 'Okafor', false],
	['Sam Okafor', 'Okaforson', false],
	['Sam Okafor', 'Sam', false],
	['Sam Okafor', '', false],
	['', '', false],
	['Jo B', 'B', false],
])('the surname of “%s” is that of “%s”: %s', (staffName, familyName, same) => {
	expect(hasSameSurname(staffName, familyName)).toBe(same);
});

test('the same postcode alerts, and two who gave none are not neighbours', () => {
	expect(causes(viewing({ newlyViewed: [person('Smith', 'NR1 3QG')] }, { postcode: 'NR1 3QG' }))).toEqual([
		'same-postcode',
	]);
	expect(causes(viewing({ newlyViewed: [person('Smith', 'NR1 3QF')] }, { postcode: 'NR1 3QG' }))).toEqual([]);
	expect(causes(viewing({ newlyViewed: [person('Smith', null)] }, { postcode: null }))).toEqual([]);
});
