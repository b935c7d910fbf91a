import { expect, test } from 'vitest';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { marksOf, propose, registerOf } from './register-sheet.ts';

const IN = 'attended';
const OUT = 'not-enrolled';
const BLANK = 'not-recorded';

test('“joined wk 3” over joined cells says that he was not enrolled before', () => {
	expect(marksOf(['joined wk 3', '', 'P', 'P'], {}, { merged: ['C5:D5'] })).toEqual([OUT, OUT, IN, IN]);
	expect(marksOf(['joined wk 3', '', 'P', 'P'])).toEqual([OUT, OUT, IN, IN]);
	expect(marksOf(['', 'not started', 'P', 'P'])).toEqual([OUT, OUT, IN, IN]);
});

test('“joined” in the cell of the session itself does not say that he was there', () => {
	expect(marksOf(['', '', 'started wk 3', 'P'])).toEqual([OUT, OUT, 'joining-without-a-mark', IN]);
	expect(marksOf(['', 'started', 'P', 'P'])).toEqual([OUT, 'joining-without-a-mark', IN, IN]);
});

test('a mark from before he joined is refused, not dropped', () => {
	expect(marksOf(['P', 'joined wk 3', 'P', 'P'])).toEqual(['mark-before-joining', OUT, IN, IN]);
});

test('“withdrew” ends the enrolment there, in joined cells or in one', () => {
	expect(marksOf(['P', 'withdrew - work', '', ''], {}, { merged: ['D5:F5'] })).toEqual([IN, OUT, OUT, OUT]);
	expect(marksOf(['P', 'withdrew - work', '', ''])).toEqual([IN, OUT, OUT, OUT]);
	const { participants } = propose(registerOf([['Lee Shaw', 'P', 'left - moved away', '', '']]));
	expect(participants[0]).toMatchObject({ joinedSession: 1, leftAfterSession: 1, leavingReason: 'moved away' });
});

test('“left” before other marks is refused, because he cannot have left', () => {
	expect(marksOf(['P', 'left', 'P', 'P'])).toEqual([IN, 'leaving-contradicted', IN, IN]);
});

test('joined cells that end are a time away, and the marks after them count', () => {
	expect(marksOf(['withdrew', '', 'P', 'P'], {}, { merged: ['C5:D5'] })).toEqual([OUT, OUT, IN, IN]);
});

test('“left early” and a clock time are no leaving', () => {
	expect(marksOf(['P', 'left early', 'left at 7', 'P'])).toEqual([IN, 'left-early', 'unknown-mark', IN]);
});

test('someone who was never enrolled has neither a first nor a last session', () => {
	const { participants } = propose(
		registerOf([
			['Ann Other', 'P', 'P', 'P', 'P'],
			['Lee Shaw', 'withdrew', '', '', ''],
		]),
	);
	expect(participants[1]).toMatchObject({ joinedSession: null, leftAfterSession: null });
});

const columnOf = (cells: readonly string[], merged: string[] = []) => {
	const rows = cells.map((cell, at) => [`Person ${at}`, 'P', cell, 'P', 'P']);
	const proposal = propose(registerOf(rows, undefined, { merged }));
	const marks = proposal.participants.map((person) => person.marks[1]!.refusal ?? person.marks[1]!.code);
	return { session: proposal.sessions[1]!, marks, proposal };
};

test('a text joined over the people cancels the session for all of them, whatever is in a cell', () => {
	const { session, marks, proposal } = columnOf(['NO GROUP - venue flooded', '', 'P'], ['D4:D5']);
	expect(session).toMatchObject({ status: 'cancelled', reason: 'venue flooded' });
	expect(marks).toEqual(Array(3).fill('session-cancelled'));
	expect(proposal.warnings).toEqual([{ cell: 'D6', code: 'mark-at-cancelled-session', text: 'P' }]);
	expect(proposal.layout.mergesThatMatter).toEqual(['D4:D5 NO GROUP - venue flooded']);
});

test('a text in one cell cancels the session only where nobody has a mark', () => {
	expect(columnOf(['cancelled', '', '']).marks).toEqual(Array(3).fill('session-cancelled'));
	expect(columnOf(['cancelled', 'P', 'A']).marks).toEqual(['cancelled-for-some', 'attended', 'absent-no-contact']);
});

test('a heading can cancel a session', () => {
	const dates = ['2026-01-14', '21/1 NO GROUP - snow', '2026-01-28', '2026-02-04'];
	const { sessions, participants } = propose(registerOf([['Lee Shaw', 'P', '', 'P', 'P']], dates));
	expect(sessions[1]).toMatchObject({ day: '2026-01-21', status: 'cancelled', reason: 'snow' });
	expect(participants[0]!.marks[1]!.code).toBe('session-cancelled');
	expect(participants[0]!.recount).toMatchObject({ held_while_enrolled: 3, 'session-cancelled': 1 });
});

test('a session without any mark is not taken for held', () => {
	const { session, marks, proposal } = columnOf(['', ' ']);
	expect(session.status).toBe('scheduled');
	expect(marks).toEqual([BLANK, BLANK]);
	expect(proposal.warnings).toEqual([{ cell: 'D3', code: 'session-without-marks' }]);
});

test('marks of a session after today are refused; blanks, absences from the group and cancellations are not', () => {
	const asOf = calendarDay('2026-01-21');
	expect(marksOf(['P', 'P', 'P', ''], { asOf })).toEqual([IN, IN, 'mark-in-the-future', BLANK]);
	expect(marksOf(['P', 'apols', 'hol', 'withdrew'], { asOf })).toEqual([
		IN,
		'absent-notified(not given)',
		'mark-in-the-future',
		OUT,
	]);
});

test('a comment on a blank mark is shown and changes nothing', () => {
	const comments = { D4: 'HR: was here?', E4: 'see file', C4: 'on time' };
	const { warnings, participants } = propose(
		registerOf(
			[
				['Lee Shaw', 'P', '', '', 'P'],
				['Ste Hill', 'P', 'P', 'P', 'P'],
			],
			undefined,
			{ comments },
		),
	);
	expect(participants[0]!.marks.map((mark) => mark.code)).toEqual([IN, BLANK, BLANK, IN]);
	expect(warnings.map(({ cell, text }) => [cell, text])).toEqual([
		['D4', 'blank cell whose comment says he may have been there: stays not-recorded'],
		['E4', 'blank cell with a comment: stays not-recorded'],
	]);
});
