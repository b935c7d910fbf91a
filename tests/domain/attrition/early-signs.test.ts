import { expect, test } from 'vitest';
import { type Contact, earlySignsOf } from '#app/domain/attrition/early-signs.ts';
import type { LadderRung } from '#app/domain/programmes/ladder.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { facts } from '../attendance/facts.ts';

const rung = (missedInARow: number, step: LadderRung['step']): LadderRung => ({ missedInARow, step, withinDays: null });
const LADDER = [rung(1, 'facilitator-call'), rung(2, 'coordinator-referrer-partner-support'), rung(3, 'lead-decision')];

const signs = (letters: string, contacts: readonly Contact[] = [], isActive = true) =>
	earlySignsOf({ facts: facts(letters), isActive, contacts }, { absenceLadder: LADDER });
const contact = (day: string, outcome: Contact['outcome']): Contact => ({ outcome, at: instant(`${day}T12:00:00Z`) });

test.for([
	{ letters: 'PPP', kinds: [], why: 'attending is no sign' },
	{ letters: 'PPN', kinds: [], why: 'one absence later on is none' },
	{ letters: 'N', kinds: ['missed-first'], why: 'who missed the first session has not come yet' },
	{ letters: 'NN', kinds: ['missed-first', 'missed-in-a-row'], why: 'both are said, and nothing is added up' },
	{ letters: 'NP', kinds: [], why: 'coming takes it away' },
	{ letters: 'PAN', kinds: ['missed-in-a-row'], why: 'an apology is a missed session' },
	{ letters: 'PN.N', kinds: ['missed-in-a-row'], why: 'not yet recorded does not break the run' },
	{ letters: 'PNxS', kinds: [], why: 'cancelled and stood down do not lengthen it' },
	{ letters: '..', kinds: [], why: 'nothing recorded is no sign' },
])('$letters: $why', ({ letters, kinds }) => {
	expect(signs(letters).map(({ kind }) => kind)).toEqual(kinds);
});

test('the reason is in counts, those without contact apart', () => {
	expect(signs('PANN')).toEqual([{ kind: 'missed-in-a-row', missed: 3, unexplained: 2 }]);
});

// The sessions are on 13, 20 and 27 January 2026 at 6:30pm.
test.for([
	{ tried: [contact('2026-01-21', 'not-reached')], isSign: true, why: 'nobody was reached' },
	{ tried: [contact('2026-01-21', 'message-left')], isSign: true, why: 'a message has no answer yet' },
	{ tried: [contact('2026-01-21', 'reached')], isSign: false, why: 'they spoke' },
	{
		tried: [contact('2026-01-22', 'reached'), contact('2026-01-21', 'not-reached')],
		isSign: false,
		why: 'the latest attempt counts, in whatever order they are read',
	},
	{ tried: [contact('2026-01-12', 'not-reached')], isSign: false, why: 'it was before they last attended' },
])('no reply after an absence: $isSign, because $why', ({ tried, isSign }) => {
	expect(signs('PN', tried).some(({ kind }) => kind === 'no-reply')).toBe(isSign);
});

test('who came again has been heard of', () => {
	expect(signs('PNP', [contact('2026-01-21', 'not-reached')])).toEqual([]);
});

test('there is no sign of somebody whose place has ended', () => {
	expect(signs('NNN', [contact('2026-01-21', 'not-reached')], false)).toEqual([]);
});

test('how many in a row is for the programme to say; without a ladder there is no such sign', () => {
	const withLadder = (absenceLadder: readonly LadderRung[]) =>
		earlySignsOf({ facts: facts('PNN'), isActive: true, contacts: [] }, { absenceLadder });
	expect(withLadder([rung(1, 'facilitator-call'), rung(3, 'lead-decision')])).toEqual([]);
	expect(withLadder([])).toEqual([]);
});
