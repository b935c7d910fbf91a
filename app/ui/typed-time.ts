import { type ClockTime, parseClockTime } from '#app/domain/shared/clock-time.ts';

/**
 * Reads a time as people type it: `18:30`, `1830`, `6.30pm`, `6 pm`, `midday`, `midnight`. A bare hour
 * is refused (null), because nobody can tell whether 6 is morning or evening; so is everything that no clock shows.
 */
export function readTypedTime(text: string): ClockTime | null {
	const typed = text.trim().toLowerCase();
	if (typed === 'midday' || typed === 'noon') return parseClockTime('12:00');
	if (typed === 'midnight') return parseClockTime('00:00');
	const [, hours, minutes = '00', half] = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*([ap]\.?m\.?)?$/.exec(typed) ?? [];
	if (hours === undefined) return null;
	if (half === undefined)
		return /^\d{1,2}$/.test(typed) ? null : parseClockTime(`${hours.padStart(2, '0')}:${minutes}`);
	if (Number(hours) < 1 || Number(hours) > 12) return null;
	const hour = (Number(hours) % 12) + (half.startsWith('p') ? 12 : 0);
	return parseClockTime(`${String(hour).padStart(2, '0')}:${minutes}`);
}
