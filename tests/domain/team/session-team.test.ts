import { expect, test } from 'vitest';
import { instant } from '#app/domain/shared/instant.ts';
import type { Cover, CoverState } from '#app/domain/team/cover.ts';
import { sessionTeam, type TeamTerm } from '#app/domain/team/session-team.ts';
import { ann, bob, cat, dan, session } from './people.ts';

const CHANGE = instant('2026-03-10T12:00:00Z');
const first = session('first', '2026-03-03');
const next = session('next', '2026-03-17');
const placeholder = session('placeholder', null);

function term(staffId: TeamTerm['staffId'], times: Partial<TeamTerm> = {}): TeamTerm {
	return { staffId, duty: 'co-facilitator', joinedAt: null, leftAt: null, ...times };
}

function cover(state: CoverState, coveringId = cat, absentId = ann): Cover {
	return { sessionId: next.id, absentId, coveringId, state };
}

const who = (...asked: Parameters<typeof sessionTeam>) => sessionTeam(...asked).map(({ staffId }) => staffId);

test('without a change and without a cover, the team of the cohort delivers each session', () => {
	const terms = [term(ann, { duty: 'lead-facilitator' }), term(bob)];
	expect(sessionTeam(first, terms, [])).toEqual([
		{ staffId: ann, duty: 'lead-facilitator' },
		{ staffId: bob, duty: 'co-facilitator' },
	]);
	expect(who(placeholder, terms, [])).toEqual([ann, bob]);
});

test('a change of team touches sessions to come only', () => {
	const terms = [term(ann), term(bob, { leftAt: CHANGE }), term(cat, { joinedAt: CHANGE })];
	expect(who(first, terms, [])).toEqual([ann, bob]);
	expect(who(next, terms, [])).toEqual([ann, cat]);
	expect(who(placeholder, terms, [])).toEqual([ann, cat]);
});

test('a session that begins at the very moment of a change belongs to the team before it', () => {
	const terms = [term(bob, { leftAt: next.time!.startsAt }), term(cat, { joinedAt: next.time!.startsAt })];
	expect(who(next, terms, [])).toEqual([bob]);
});

test('somebody who left and came back is on the team of both times and of none between', () => {
	const back = instant('2026-03-20T12:00:00Z');
	const terms = [term(ann, { leftAt: CHANGE }), term(ann, { joinedAt: back })];
	expect(who(first, terms, [])).toEqual([ann]);
	expect(who(next, terms, [])).toEqual([]);
	expect(who(session('later', '2026-03-24'), terms, [])).toEqual([ann]);
});

test('who accepted to stand in delivers that one session in the place of who cannot', () => {
	const terms = [term(ann), term(bob)];
	expect(sessionTeam(next, terms, [cover('accepted')])).toEqual([
		{ staffId: bob, duty: 'co-facilitator' },
		{ staffId: cat, duty: 'cover' },
	]);
	expect(who(first, terms, [cover('accepted')])).toEqual([ann, bob]);
});

test.each(['asked', 'declined', 'withdrawn', 'overwritten'] as const)('a cover that is %s changes nothing', (state) => {
	expect(who(next, [term(ann), term(bob)], [cover(state)])).toEqual([ann, bob]);
});

test('who stands in and joined the team since is there once, and two may stand in for two', () => {
	expect(who(next, [term(bob), term(cat)], [cover('accepted')])).toEqual([bob, cat]);
	expect(who(next, [term(ann), term(bob)], [cover('accepted'), cover('accepted', dan, bob)])).toEqual([cat, dan]);
});
