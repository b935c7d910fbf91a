import { expect, test } from 'vitest';
import { CLASH_WEIGHTS, type Clash } from '#app/domain/scheduling/clashes.ts';
import { isBlocking, sentenceForClash, shownClashes } from '#app/domain/scheduling/shown-clashes.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { asId, type CohortId, type PersonId, type RoomId, type StaffId, type VenueId } from '#app/domain/shared/ids.ts';

const day = calendarDay('2026-01-13');
const at = (otherCohortId: string) => ({
	planNumber: 1,
	day,
	otherCohortId: asId<CohortId>(otherCohortId),
	otherPlanNumber: 4,
});
const facilitator = (cohort: string): Clash => ({
	...at(cohort),
	kind: 'facilitator-double-booked',
	staffId: asId<StaffId>('sam'),
});
const room = (cohort: string): Clash => ({ ...at(cohort), kind: 'room-double-booked', roomId: asId<RoomId>('r1') });
const sides = (cohort: string): Clash => ({
	...at(cohort),
	kind: 'both-sides-one-venue-one-day',
	venueId: asId<VenueId>('v1'),
});

test('a clash with a cohort that somebody may know of names it', () => {
	const [clash] = shownClashes([room('a')], () => 'Tuesday group');
	expect(sentenceForClash(clash!, '')).toBe('Tuesday group is in the room at that time');
});

test.each([[[facilitator('x')]], [[room('x')]], [[sides('x')]], [[room('x'), sides('x'), facilitator('y')]]])(
	'whatever the cause, a clash with what somebody may not know of is the same and is there once',
	(clashes: Clash[]) => {
		const shown = shownClashes(clashes, () => null);
		expect(shown).toEqual([{ planNumber: 1, day, kind: 'not-available' }]);
		expect(sentenceForClash(shown[0]!, 'Sam')).toBe('This slot is not available');
	},
);

test('what says nothing of its cause stands last, wherever it was found: its place tells nothing of it', () => {
	const nameOf = (id: string) => (id === 'seen' ? 'Tuesday group' : null);
	const shown = (...clashes: Clash[]) => shownClashes(clashes, nameOf).map(({ kind }) => kind);
	expect(shown(room('hidden'), facilitator('seen'))).toEqual(shown(facilitator('seen'), room('hidden')));
	expect(shown(room('hidden'), facilitator('seen')).at(-1)).toBe('not-available');
});

const near = (cohort: string): Clash => ({
	...at(cohort),
	kind: 'family-too-close',
	people: [asId<PersonId>('dad'), asId<PersonId>('mum')],
});
const apartInside: Clash = {
	...{ planNumber: 1, day, kind: 'may-not-meet-in-cohort' },
	people: [asId<PersonId>('dad'), asId<PersonId>('rob')],
};
const ofBoth: Clash = {
	...{ planNumber: 1, day, otherCohortId: asId<CohortId>('a') },
	...{ kind: 'facilitator-of-both-sides', staffId: asId<StaffId>('sam') },
};

test.each([[[near('a')]], [[apartInside]], [[ofBoth]], [[near('a'), room('x'), ofBoth]]])(
	'what is of families is the same neutral answer for who may not know of them, though they see both cohorts',
	(clashes: Clash[]) => {
		const shown = shownClashes(clashes, (id) => (id === 'a' ? 'Tuesday group' : null));
		expect(shown).toEqual([{ planNumber: 1, day, kind: 'not-available' }]);
	},
);

test('who may know of families reads the cause, without anybody’s name', () => {
	const shown = shownClashes([near('a'), apartInside, ofBoth], () => 'Thursday group', { seesFamilies: true });
	expect(shown.map((clash) => sentenceForClash(clash, 'Sam'))).toEqual([
		'Thursday group is close by at about that time, with the other side of a family',
		'Two people of this cohort may not meet',
		'Sam works with the other side of a family, in Thursday group',
	]);
	expect(JSON.stringify(shown)).not.toMatch(/dad|mum|rob/);
});

test('on a day of the other side nothing is told of what stands there, not even that something does', () => {
	const closed: Clash = {
		planNumber: 1,
		day,
		kind: 'venue-day-not-theirs',
		venueId: asId<VenueId>('v1'),
		weekday: 'tuesday',
	};
	const nothing = shownClashes([closed], () => null);
	expect(shownClashes([closed, room('x'), sides('x'), near('x')], () => null)).toEqual(nothing);
	expect(nothing.map((clash) => sentenceForClash(clash, ''))).toEqual([
		'Tuesday is not one of this side’s days at the venue',
	]);
	const later = { ...room('x'), planNumber: 2 };
	expect(shownClashes([closed, later], () => null).map(({ kind }) => kind)).toEqual([
		'venue-day-not-theirs',
		'not-available',
	]);
});

test('two participants with a place in one other cohort are one line', () => {
	const twice = ['dad', 'rob'].map(
		(id): Clash => ({ ...at('a'), kind: 'participant-double-booked', personId: asId<PersonId>(id) }),
	);
	expect(shownClashes(twice, () => 'Tuesday group')).toHaveLength(1);
});

/** A clash about a facilitator says who; one about a room or a venue does not. */
const aboutOther = (kind: string, facts: object) => {
	const isAboutStaff = kind.startsWith('facilitator-');
	return { ...facts, otherCohortId: 'a', ...(isAboutStaff ? {} : { staffId: undefined }) };
};

test('every kind has one sentence, and only a weak team is no block', () => {
	const alone = ['venue-day-not-theirs', 'nobody-accredited', 'too-few-facilitators', 'mixed-pair-lost'];
	const clashes = Object.keys(CLASH_WEIGHTS).map((kind) => {
		const facts = { planNumber: 1, day, kind, staffId: 'sam', wanted: 2, there: 1, weekday: 'tuesday' };
		const isAlone = alone.includes(kind) || kind === 'may-not-meet-in-cohort';
		return isAlone ? { ...facts, staffId: undefined } : aboutOther(kind, facts);
	}) as unknown as Clash[];
	const reader = { seesFamilies: true, seesAccreditations: true };
	const shown = clashes.flatMap((clash) => shownClashes([clash], () => 'Tuesday group', reader));
	const sentences = shown.map((clash) => sentenceForClash(clash, 'Sam'));
	expect(new Set(sentences).size).toBe(Object.keys(CLASH_WEIGHTS).length);
	expect(sentences.filter((sentence) => sentence.includes('undefined'))).toEqual([]);
	const passable = shown.filter((clash) => !isBlocking(clash)).map(({ kind }) => kind);
	expect(passable).toEqual(['too-few-facilitators', 'mixed-pair-lost']);
	expect(isBlocking({ kind: 'not-available' })).toBe(true);
});

test('that nobody is accredited is told to who may know for what others are', () => {
	const clash: Clash = { planNumber: 1, day, kind: 'nobody-accredited' };
	const kinds = (reader: object) => shownClashes([clash], () => null, reader).map(({ kind }) => kind);
	expect(kinds({ seesAccreditations: true })).toEqual(['nobody-accredited']);
	expect(kinds({ seesFamilies: true })).toEqual(['not-available']);
});
