import { type ClockTime, clockTimeAt } from '../../shared/clock-time.ts';

/** A time of day as somebody wrote it; `assumedPm` when nothing but custom says that it is not in the morning. */
export type TimeReading = { readonly minutes: number; readonly assumedPm: boolean };

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const PAST = { 'half past ': 30, 'half ': 30, 'quarter past ': 15, 'quarter to ': -15, '': 0 } as const;

/**
 * Reads `6.30pm`, `18:30`, `1830hrs`, `half six`, or the fraction of a day that a spreadsheet keeps. Four digits and the
 * 24-hour notation are exact; an hour of 1 to 8 without am or pm, or in words, is taken as an evening and said so. Null
 * when it is no time.
 */
export function readTime(text: string): TimeReading | null {
	const typed = text.toLowerCase().replace(/\s+/g, ' ').trim();
	if (/^0?\.\d+$/.test(typed)) return exact(Math.round(Number(typed) * 1440));
	if (typed === 'midday' || typed === 'noon') return exact(720);
	const marked = /^(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\.?$/.exec(typed);
	if (marked) return onTwelveHours(Number(marked[1]), Number(marked[2] ?? 0), marked[3] === 'p');
	const four = /^(\d{2})[:.]?(\d{2}) ?(?:hrs?|h)?$/.exec(typed);
	if (four) return Number(four[2]) < 60 ? exact(Number(four[1]) * 60 + Number(four[2])) : null;
	const bare = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(typed);
	if (bare) return byCustom(Number(bare[1]), Number(bare[2] ?? 0));
	return inWords(typed.replace(/ o'?clock$/, ''));
}

/**
 * The start and the length that two cells give: a range in the first (`6-8pm`) says both. Null for the one that cannot be
 * read; without an end it is two hours.
 */
export function readStartAndEnd(start: string, finish: string) {
	const [first = '', second, more] = start.split(/\s*(?:-|–|—|\bto\b|\btil+\b|\buntil\b)\s*/i);
	const isRange = second !== undefined && more === undefined && second !== '';
	const end = isRange ? readTime(second) : finish === '' ? null : readTime(finish);
	const half = isRange && /[ap]\.?m\.?$/i.exec(second)?.[0];
	const from =
		isRange && half && !/[ap]\.?m\.?$/i.test(first) ? readTime(`${first}${half}`) : readTime(isRange ? first : start);
	return { from, end, hasEnd: isRange || finish !== '' };
}

/** The time of day so many minutes after midnight. */
export function asClockTime({ minutes }: TimeReading): ClockTime {
	return clockTimeAt(minutes);
}

function exact(minutes: number): TimeReading | null {
	return minutes >= 0 && minutes < 1440 ? { minutes, assumedPm: false } : null;
}

function onTwelveHours(hour: number, minute: number, afternoon: boolean): TimeReading | null {
	if (hour < 1 || hour > 12 || minute > 59) return null;
	return exact(((hour % 12) + (afternoon ? 12 : 0)) * 60 + minute);
}

function byCustom(hour: number, minute: number): TimeReading | null {
	if (hour < 1 || hour > 23 || minute > 59) return null;
	return hour <= 8 ? { minutes: (hour + 12) * 60 + minute, assumedPm: true } : exact(hour * 60 + minute);
}

function inWords(typed: string): TimeReading | null {
	for (const [words, past] of Object.entries(PAST)) {
		const hour = NUMBERS.indexOf(typed.slice(words.length)) + 1;
		if (!typed.startsWith(words) || hour === 0) continue;
		const minutes = hour * 60 + past;
		return hour <= 8 ? { minutes: minutes + 720, assumedPm: true } : exact(minutes);
	}
	return null;
}
