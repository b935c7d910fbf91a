import { expect, test } from 'vitest';
import { placeSessions } from '#app/domain/imports/cohort/imported-sessions.ts';
import type { ProposedSession } from '#app/domain/imports/proposal.ts';
import type { PlanKind } from '#app/domain/programmes/programme.ts';
import { type CalendarDay, calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant } from '#app/domain/shared/instant.ts';

const NO_DAYS_OFF = { bankHolidays: [], runsOnBankHoliday: false, closures: [], skippedWeeks: [] };

function column(number: number, change: Partial<ProposedSession> = {}): ProposedSession {
	return {
		number,
		column: 'DEFGHIJKLM'[number - 1]!,
		heading: `Wk ${number}`,
		day: plusDays(calendarDay('2026-01-13'), 7 * (number - 1)),
		doubt: null,
		likelyDay: null,
		dateText: null,
		movedFrom: null,
		status: 'held',
		reason: null,
		...change,
	};
}

const plansOf = (...kinds: readonly (PlanKind | 'gap')[]) =>
	kinds.map((kind, index) => ({
		number: index + 1,
		kind: kind === 'gap' ? ('group' as const) : kind,
		minutes: 120,
		gapBeforeWeeks: kind === 'gap' ? 2 : 0,
	}));

type Case = {
	columns: readonly ProposedSession[];
	plans: ReturnType<typeof plansOf>;
	now?: string;
	startTime?: string;
};

function place({ columns, plans, now = '2026-11-23T10:00:00Z', startTime = '18:30' }: Case) {
	const proposal = { sessions: columns, comments: [], layout: { headingRows: [4, 5] } };
	const when = { startTime: clockTime(startTime), daysOff: NO_DAYS_OFF, now: instant(now) };
	return placeSessions(proposal as never, { plans } as never, when);
}

function placed(input: Case) {
	const outcome = place(input);
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value.sessions.map(
		({ planNumber, time, state, column }): [number, CalendarDay | null, string, number | null] => [
			planNumber,
			time?.day ?? null,
			state,
			column,
		],
	);
}

test('each column is the next plan, and the rest follows weekly from the last date on', () => {
	const columns = [column(1), column(2)];
	expect(placed({ columns, plans: plansOf('group', 'group', 'group', 'review'), now: '2026-01-21T10:00:00Z' })).toEqual(
		[
			[1, '2026-01-13', 'held', 1],
			[2, '2026-01-20', 'held', 2],
			[3, '2026-01-27', 'scheduled', null],
			[4, '2026-02-03', 'scheduled', null],
		],
	);
});

test('what is laid out beyond the register is never in the past', () => {
	const later = placed({ columns: [column(1), column(2)], plans: plansOf('group', 'group', 'group') });
	expect(later.at(-1)).toEqual([3, '2026-11-24', 'scheduled', null]);
});

test('a gap before the next plan is kept', () => {
	const plans = plansOf('group', 'group', 'gap');
	const [, , third] = placed({ columns: [column(1), column(2)], plans, now: '2026-01-21T10:00:00Z' });
	expect(third).toEqual([3, '2026-02-10', 'scheduled', null]);
});

test('with no more columns than group sessions, the individual ones stay placeholders', () => {
	const plans = plansOf('group', 'individual', 'group', 'group');
	const sessions = placed({ columns: [column(1), column(2)], plans, now: '2026-01-21T10:00:00Z' });
	expect(sessions).toEqual([
		[1, '2026-01-13', 'held', 1],
		[2, null, 'scheduled', null],
		[3, '2026-01-20', 'held', 2],
		[4, '2026-01-27', 'scheduled', null],
	]);
});

test('with more columns than that, each plan has its column, the individual ones too', () => {
	const plans = plansOf('group', 'individual', 'group');
	const sessions = placed({ columns: [column(1), column(2), column(3)], plans });
	expect(sessions.map(([plan, , , from]) => [plan, from])).toEqual([
		[1, 1],
		[2, 2],
		[3, 3],
	]);
});

test('a session that has marks and has not begun yet is to come', () => {
	const columns = [column(1), column(2)];
	const sessions = placed({ columns, plans: plansOf('group', 'group'), now: '2026-01-20T17:00:00Z' });
	expect(sessions[1]).toEqual([2, '2026-01-20', 'scheduled', 2]);
});

test.each<[string, Case, object]>([
	[
		'a date in doubt',
		{ columns: [column(1), column(2, { day: null, doubt: 'date-missing' })], plans: plansOf('group', 'group') },
		{ code: 'dates-in-doubt', details: { columns: ['E'] } },
	],
	[
		'more columns than plans',
		{ columns: [column(1), column(2)], plans: plansOf('group') },
		{ code: 'too-many-sessions', details: { sessions: 2, plans: 1 } },
	],
	[
		'two sessions on one day',
		{ columns: [column(1), column(2, { day: calendarDay('2026-01-13') })], plans: plansOf('group', 'group') },
		{ code: 'two-on-one-day', details: { column: 'E' } },
	],
	[
		'a start in the hour that the clocks skip',
		{ columns: [column(1, { day: calendarDay('2026-03-29') })], plans: plansOf('group'), startTime: '01:30' },
		{ code: 'start-in-clock-change-gap', details: { planNumber: 1 } },
	],
])('%s is refused', (_, input, refusal) => {
	expect(place(input)).toMatchObject(refusal);
});
