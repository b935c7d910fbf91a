import { expect, test } from 'vitest';
import { checkExit } from '#app/domain/attrition/check-exit.ts';
import {
	ENROLMENT_MOVES,
	type Exit,
	isActive,
	moveEnrolment,
	nextStates,
	whyNotMoved,
} from '#app/domain/attrition/enrolment.ts';
import { ENROLMENT_STATES } from '#app/domain/attrition/enrolment-states.ts';
import {
	EXIT_REASON_GROUPS,
	exitReasonLabel,
	groupOfExitReason,
	parseExitReason,
} from '#app/domain/attrition/exit-reasons.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';

test('a place moves along these ways and no other', () => {
	expect(ENROLMENT_STATES.map((state) => [state, nextStates(state)])).toEqual([
		['enrolled', ['on-programme', 'left', 'removed']],
		['on-programme', ['completed', 'left', 'removed']],
		['completed', []],
		['left', []],
		['removed', []],
	]);
});

test('a place is active until it has ended', () => {
	expect(ENROLMENT_STATES.filter(isActive)).toEqual(['enrolled', 'on-programme']);
});

test('every move carries a sentence, and every other pair of states says why not', () => {
	for (const from of ENROLMENT_STATES) {
		for (const to of ENROLMENT_STATES) {
			const outcome = moveEnrolment(from, to);
			expect(outcome.done).toBe(nextStates(from).includes(to));
			expect(whyNotMoved(from, to) === null).toBe(outcome.done);
			expect(outcome.done ? outcome.value.sentence : whyNotMoved(from, to)).toMatch(/^[A-Z].*\.$/);
		}
	}
	expect(ENROLMENT_MOVES).toHaveLength(6);
});

test('a refused move says what stands in its way', () => {
	expect(whyNotMoved('left', 'on-programme')).toBe(
		'This place has ended (left). Add the person to a cohort again instead.',
	);
	expect(whyNotMoved('enrolled', 'completed')).toBe(
		'Nobody completes a programme without attending. Record a session first.',
	);
	expect(whyNotMoved('on-programme', 'enrolled')).toBe('A place that is on programme cannot go back to enrolled.');
	expect(whyNotMoved('enrolled', 'enrolled')).toBe('This place is enrolled already.');
});

test('the reasons for an exit stand in six groups, each code once', () => {
	expect(EXIT_REASON_GROUPS.map(({ label, reasons }) => [label, reasons.length])).toEqual([
		['Motivation and behaviour', 6],
		['Personal and health', 6],
		['Circumstances', 5],
		['Service', 4],
		['Administrative', 3],
		['Other', 1],
	]);
	const codes = EXIT_REASON_GROUPS.flatMap(({ reasons }) => reasons.map(({ code }) => code as string));
	expect(new Set(codes).size).toBe(codes.length);
	expect(codes.map(parseExitReason)).toEqual(codes);
});

test('a reason knows its label and its group, and an unknown one is read as none', () => {
	expect(exitReasonLabel('work')).toBe('Work');
	expect(groupOfExitReason('work').key).toBe('circumstances');
	expect([parseExitReason('bored'), parseExitReason('')]).toEqual([null, null]);
});

const today = calendarDay('2026-03-04');
const place = { state: 'on-programme', enrolledOn: calendarDay('2026-01-14') } as const;

function exit(changes: Partial<Exit> = {}): Exit {
	return { on: calendarDay('2026-02-25'), kind: 'left', reason: 'work', note: null, ...changes };
}

test('an exit may be on any day from the enrolment to today', () => {
	for (const on of ['2026-01-14', '2026-02-25', '2026-03-04']) {
		expect(checkExit(exit({ on: calendarDay(on) }), place, today).done).toBe(true);
	}
});

const refusals: [string, Partial<Exit>, object, string, object][] = [
	['an exit in the future', { on: calendarDay('2026-03-05') }, {}, 'exit-in-future', { today: '2026-03-04' }],
	[
		'an exit before the enrolment',
		{ on: calendarDay('2026-01-13') },
		{},
		'exit-before-enrolled',
		{ enrolledOn: '2026-01-14' },
	],
	['something else without words', { reason: 'other', note: ' ' }, {}, 'words-needed', {}],
	['a second exit', {}, { state: 'left' }, 'already-ended', { state: 'left' }],
	['an exit after completing', {}, { state: 'completed' }, 'already-ended', { state: 'completed' }],
];
for (const [name, changes, placeChanges, code, details] of refusals) {
	test(`refused: ${name}`, () => {
		expect(checkExit(exit(changes), { ...place, ...placeChanges }, today)).toMatchObject({
			done: false,
			code,
			details,
		});
	});
}

test('the words of an exit are kept without outer spaces, and empty words are none', () => {
	const note = (text: string) => checkExit(exit({ reason: 'health', note: text }), place, today);
	expect(note(' Back trouble. ')).toEqual({ done: true, value: exit({ reason: 'health', note: 'Back trouble.' }) });
	expect(note('')).toEqual({ done: true, value: exit({ reason: 'health', note: null }) });
});
