import { expect, test } from 'vitest';
import { isFoundBy, isLongEnough } from '#app/domain/people/person-search.ts';

const ZOE = { name: 'Zoë Müller-O’Brien', reference: 'CD26/01' };

test.each([
	['zoe', true],
	['ZOË', true],
	['muller', true],
	["o'brien", true],
	['o’brien', true],
	['brien zo', true],
	['  zoe   mul ', true],
	['cd26/01', true],
	['26/0', true],
	['zoe smith', false],
	['cd26 zoe', false],
	['z', false],
	['  ', false],
	['´', false],
])('“%s” finds Zoë Müller-O’Brien, CD26/01: %s', (typed, expected) => {
	expect(isFoundBy(typed, ZOE)).toBe(expected);
});

test('letters that are no base letter with an accent are found by their plain ones', () => {
	expect(isFoundBy('lukasz', { name: 'Łukasz Kowalski', reference: 'X' })).toBe(true);
	expect(isFoundBy('soren', { name: 'Søren Weiß', reference: 'X' })).toBe(true);
	expect(isFoundBy('weiss', { name: 'Søren Weiß', reference: 'X' })).toBe(true);
});

test('a name that is not shown finds nobody', () => {
	expect(isFoundBy('zoe', { name: 'CD26/01', reference: 'CD26/01' })).toBe(false);
	expect(isFoundBy('cd26', { name: 'CD26/01', reference: 'CD26/01' })).toBe(true);
});

test('two letters are enough to search by, accents alone are not', () => {
	expect([isLongEnough('ab'), isLongEnough(' a '), isLongEnough('\u0301\u0301\u0301')]).toEqual([true, false, false]);
});
