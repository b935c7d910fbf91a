import { expect, test } from 'vitest';
import { loadContent } from '#app/content/load-content.ts';
import { longestText, textsTooLong } from '#app/domain/reminders/texts/longest-text.ts';
import { measureText } from '#app/domain/reminders/texts/text-length.ts';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { clockTimeAt } from '#app/domain/shared/clock-time.ts';
import { dayInLanguage, dayInWords, timeInWords } from '#app/domain/shared/in-words.ts';

const { messages } = loadContent();

test('the shipped texts fit into one with a sender of 57 characters, and a longer one is told by kind', () => {
	expect(textsTooLong(messages, { name: 'x'.repeat(57), phone: null })).toEqual([]);
	expect(textsTooLong(messages, { name: 'x'.repeat(58), phone: null }).toSorted()).toEqual(['cancelled', 'missed-you']);
	expect(textsTooLong(messages, { name: 'Tŷ Hafan', phone: null })).toHaveLength(5);
});

test('only texts are measured', () => {
	expect(
		textsTooLong(
			messages.filter(({ channel }) => channel === 'email'),
			{ name: 'x'.repeat(200), phone: null },
		),
	).toEqual([]);
});

test('no day and no time is longer than the longest that is reckoned with', () => {
	const days = Array.from({ length: 366 * 7 }, (_, later) => dayInWords(plusDays(calendarDay('2026-01-01'), later)));
	const times = Array.from({ length: 24 * 60 }, (_, minute) => timeInWords(clockTimeAt(minute)));
	expect(Math.max(...days.map(({ length }) => length))).toBe('Wednesday 30 September 2026'.length);
	expect(Math.max(...times.map(({ length }) => length))).toBeLessThanOrEqual('midnight'.length);
});

test.each(['cy', 'fr', 'gd', 'pl', 'so'])(
	'in “%s” no text is longer than on the day that is reckoned with',
	(language) => {
		const words = { language, subject: '', body: `{{day}}${'x'.repeat(60)}` };
		const reckoned = measureText(longestText(words, {}));
		for (let later = 0; later < 366 * 7; later += 1) {
			const day = dayInLanguage(plusDays(calendarDay('2026-01-01'), later), language);
			const { segments, units, encoding } = measureText(`${day}${'x'.repeat(60)}`);
			expect(segments).toBeLessThanOrEqual(reckoned.segments);
			if (encoding === reckoned.encoding) expect(units).toBeLessThanOrEqual(reckoned.units);
		}
	},
);
