declare const kind: unique symbol;

/** A time that the clock on the wall shows, as `18:30`, without a day or a zone; compared with `<` and `===`. */
export type ClockTime = string & { readonly [kind]: 'clock-time' };

const MINUTES_OF_DAY = 1440;

/** Reads `HH:MM` from 00:00 to 23:59; null when it is anything else. */
export function parseClockTime(text: string): ClockTime | null {
	return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as ClockTime) : null;
}

/** The time that the program itself wrote down; throws when it is none, because that is a bug. */
export function clockTime(text: string): ClockTime {
	const time = parseClockTime(text);
	if (time === null) throw new Error(`“${text}” is not a time such as 18:30`);
	return time;
}

/** Minutes since midnight, 0 to 1439. */
export function minutesOfDay(time: ClockTime): number {
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Minutes on the wall clock from one time to the next such other: 0 to 1439. */
export function minutesFromTo(from: ClockTime, to: ClockTime): number {
	return (minutesOfDay(to) - minutesOfDay(from) + MINUTES_OF_DAY) % MINUTES_OF_DAY;
}

/** The time so many minutes after midnight; throws outside 0 to 1439. */
export function clockTimeAt(minutes: number): ClockTime {
	if (!Number.isInteger(minutes) || minutes < 0 || minutes >= 1440) throw new Error(`${minutes} is no minute of a day`);
	const two = (part: number) => String(part).padStart(2, '0');
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` as ClockTime;
}
