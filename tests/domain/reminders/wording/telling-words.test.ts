import { expect, test } from 'vitest';
import {
	ownNamesIn,
	programmesNamedIn,
	tellingPartsOf,
	tellingWordsIn,
} from '#app/domain/reminders/wording/telling-words.ts';

/** A word as somebody would write it for each thing that must not be told (facts/safety-practice §1). */
const TELLING: Readonly<Record<string, string>> = {
	'a programme':
		'programme programs courses groups workshop modules cohorts class classes therapist counselling counsellor',
	abuse:
		'abusive violence domestic coercive perpetrators victims survivor refuges assaulted harming stalker injunctions divorced threats molested rape sexually controlling traumatic',
	'what it is about': 'anger behaviours behavioral risks safeguarding marac idva dash shelters',
	'a partner':
		'partners ex wife wives husbands girlfriend boyfriends spouses marriage relationships mothers mums mam mams fathers dads men women',
	'a child': 'parents children kid kids son sons daughters baby babies toddlers teenager stepdads stepmum families',
	'a place':
		'venues rooms halls library libraries churches centres center hubs hostels schools address streets postcode',
	'another service':
		'police courts probation social attendance custody solicitors lawyers magistrates tribunals offender offences criminal prisons bail worker clinics hospitals drugs alcoholic addiction',
};

test.each(Object.entries(TELLING))('every word for %s tells, in whatever ending and capitals', (_, words) => {
	const all = words.split(' ');
	expect(all.filter((word) => tellingWordsIn(word).length === 0)).toEqual([]);
	expect(all.filter((word) => tellingWordsIn(`See (${word.toUpperCase()}), then.`).length === 0)).toEqual([]);
});

test('a text without letters tells nothing', () => {
	expect(tellingWordsIn('18:30, 13.01.2026')).toEqual([]);
});

test('an address tells by what runs together in it, and a neutral one tells nothing', () => {
	expect(tellingPartsOf('CaringDads@domesticabuse.example')).toEqual(['Dads', 'domestic', 'abus']);
	expect(tellingPartsOf('families-first@example.org')).toEqual(['famil']);
	expect(tellingPartsOf('appointments@example.org')).toEqual([]);
});

test('a programme is named by what stands before its colon, whatever spaces stand there', () => {
	const named = (names: readonly string[]) => programmesNamedIn('See you at lucky tuesdays', names);
	expect(named(['Lucky Tuesdays : evenings', 'Other'])).toEqual(['Lucky Tuesdays']);
	expect(named(['Lucky Tuesdays: evenings', 'Lucky Tuesdays: mornings'])).toEqual(['Lucky Tuesdays']);
	expect(named(['Lucky Tuesdays of old', 'Tuesdays: lucky'])).toEqual(['Tuesdays']);
});

test('names of venues and cohorts are found as whole words, however they are written', () => {
	const names = ['St. Mary’s Hall', 'Café Elm', 'A1', 'Larch'];
	expect(ownNamesIn('See you at ST MARY’S\nHALL or in the cafe  elm.', names)).toEqual(['St. Mary’s Hall', 'Café Elm']);
	expect(ownNamesIn('Larches grow; the A1 is busy.', names)).toEqual([]);
	expect(ownNamesIn('Ask for Larch!', names)).toEqual(['Larch']);
});
