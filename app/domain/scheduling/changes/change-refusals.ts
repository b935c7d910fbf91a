import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { ClockTime } from '../../shared/clock-time.ts';
import { dayInWords, timeInWords } from '../../shared/in-words.ts';
import type { Details, Refused } from '../../shared/outcome.ts';
import { sentenceForLayOut } from '../lay-out-refusals.ts';
import type { MoveRefusal } from './move-session.ts';

const SENTENCES: Readonly<Partial<Record<MoveRefusal, (details: Details) => string>>> = {
	'no-such-session': () => 'This plan has no session. Open the cohort again and choose a session there',
	'not-in-order': () => 'An individual session is booked for each person by themselves',
	'has-started': () =>
		'This session has started, so it has had its date. If it did not go ahead, record that; then schedule its plan again',
	'has-marks': () =>
		'The register or a delivery log says what happened in this session. Take that back first if it is to be moved',
	'in-the-past': () => 'Enter a day and a start time that are still to come',
	'day-closed': ({ day, label }) =>
		`Nothing is held on ${dayInWords(day as CalendarDay)}: ${label}. Choose another day`,
	'nothing-changed': () => 'This is when the session is already. Enter another day, start or end',
	'start-in-clock-change-gap': ({ day, time }) =>
		`The clocks go forward on ${dayInWords(day as CalendarDay)}, and ${timeInWords(time as ClockTime)} does not exist that day. Enter another start time`,
	'out-of-order': sentenceForOrder,
};

/** What the person has to do about a change of the schedule that was refused; throws on a code that no change gives. */
export function sentenceForChange(refusal: Refused): string {
	const sentence = SENTENCES[refusal.code as MoveRefusal];
	// A start in a clock-change gap has a plan's number only when it came from a slot of the pattern.
	const isOfPattern = refusal.code === 'start-in-clock-change-gap' && 'planNumber' in refusal.details;
	return sentence && !isOfPattern ? sentence(refusal.details) : sentenceForLayOut(refusal);
}

function sentenceForOrder({ planNumber, other, otherDay, otherHasMark }: Details): string {
	const day = dayInWords(otherDay as CalendarDay);
	const clash = `Session ${planNumber} would no longer keep its place before or after session ${other}, which is on ${day}.`;
	const instead = otherHasMark
		? `Session ${other} has a mark, so it is not moved with others: move it by itself first, or choose another day`
		: 'Choose another day, or move the later sessions too';
	return `${clash} ${instead}`;
}
