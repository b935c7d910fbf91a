import type { CalendarDay } from '../shared/calendar-day.ts';
import type { ClockTime } from '../shared/clock-time.ts';
import { dayInWords, listInWords, timeInWords, upperFirst } from '../shared/in-words.ts';
import type { Details, Refused } from '../shared/outcome.ts';
import type { LayOutRefusal } from './lay-out-sessions.ts';
import type { Slot } from './meeting-pattern.ts';

type Sentence = (details: Details) => string;

const SENTENCES: Readonly<Record<LayOutRefusal | 'session-count-out-of-range', Sentence>> = {
	'no-plans': () => 'Choose a programme that has session plans.',
	'session-count-out-of-range': ({ from, to }) => `Enter a number of sessions from ${from} to ${to}.`,
	'no-slot': () => 'Choose at least one weekday and start time for the sessions.',
	'slot-twice': (details) => `${slotInWords(details as Slot)} is there twice. Remove one of the two.`,
	'slots-overlap': ({ first, second, lengthMinutes }) =>
		`A session of ${lengthMinutes} minutes that starts on ${slotInWords(first as Slot)} runs into the one on ${slotInWords(second as Slot)}. Change one of the two start times.`,
	'length-out-of-range': ({ minutes, from, to }) =>
		`A session cannot last ${minutes} minutes. Enter a whole number of minutes from ${from} to ${to}.`,
	'closure-ends-before-start': ({ from, to, label }) =>
		`${label ? `“${label}”` : 'A closure'} ends on ${dayInWords(to as CalendarDay)}, before it starts on ${dayInWords(from as CalendarDay)}. Enter an end date on or after the start date.`,
	'start-in-clock-change-gap': ({ planNumber, day, time }) =>
		`Session ${planNumber} would start at ${timeInWords(time as ClockTime)} on ${dayInWords(day as CalendarDay)}, when the clocks go forward and that time does not exist. Choose another start time.`,
	'never-clear': ({ planNumber, from, labels }) =>
		`There is no free day for session ${planNumber} within 3 years of ${dayInWords(from as CalendarDay)}: every day is closed (${listInWords(labels as string[])}). Shorten the closures or choose another weekday.`,
};

/** What the person has to do about a lay-out that was refused; throws on a code that laying out never gives. */
export function sentenceForLayOut(refusal: Refused): string {
	const sentence = SENTENCES[refusal.code as keyof typeof SENTENCES];
	if (!sentence) throw new Error(`Laying out sessions never refuses with “${refusal.code}”`);
	return sentence(refusal.details);
}

function slotInWords(slot: Slot): string {
	return `${upperFirst(slot.weekday)} at ${timeInWords(slot.startTime)}`;
}
