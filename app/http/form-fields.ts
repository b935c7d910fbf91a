import { z } from 'zod';
import { parsePostcode } from '#app/domain/people/postcode.ts';
import { type CalendarDay, calendarDayOf } from '#app/domain/shared/calendar-day.ts';

/** Text that has to be there: `missing` is the sentence when it is not. Surrounding spaces do not count. */
export function requiredText(missing: string, most = 100) {
	return z.string(missing).trim().min(1, missing).max(most, `Enter at most ${most} characters`);
}

/** Text that may be left out: null then. */
export function optionalText(most = 500) {
	return z
		.string('Answer this once')
		.trim()
		.max(most, `Enter at most ${most} characters`)
		.default('')
		.transform((text) => text || null);
}

/** A UK postcode that may be left out: null then. */
export function optionalPostcode() {
	return z
		.string('Answer this once')
		.trim()
		.default('')
		.transform((text, issues) => {
			const postcode = parsePostcode(text);
			if (text !== '' && !postcode) {
				issues.addIssue({ code: 'custom', message: 'Enter a full UK postcode, such as NR1 3QG, or leave it empty' });
			}
			return postcode;
		});
}

/** Everything that was ticked under one name: none, one or several. */
export function ticked() {
	return z
		.union([z.string(), z.array(z.string())])
		.default([])
		.transform((value) => [...new Set([value].flat())]);
}

/** The version of what the page showed. It is not typed by anybody, so a bad one means a page that was tampered with. */
export function shownVersion() {
	const sentence = 'Open the page again and make your change there';
	return z
		.string(sentence)
		.regex(/^\d{1,9}$/, sentence)
		.transform(Number);
}

/** One of the codes that the page offered; `missing` is the sentence for none and for another. */
export function oneOfCodes<const Code extends string>(codes: readonly Code[], missing: string) {
	return z.enum(codes as unknown as [Code, ...Code[]], missing);
}

type DayWords = {
	/** `Enter the day of the exit`, when nothing was typed. */
	readonly missing: string;
};

/** A day typed in three fields that `withDays` gathered: an impossible one gets a sentence with what was typed. */
export function typedDay({ missing }: DayWords) {
	return z.tuple([z.unknown(), z.unknown(), z.unknown()], missing).transform((parts, issues): CalendarDay => {
		const day = dayFrom(parts);
		if (typeof day !== 'string') issues.addIssue({ code: 'custom', message: day?.sentence ?? missing });
		return day as CalendarDay;
	});
}

/** A day typed in three fields that may be left out: null then. */
export function optionalDay() {
	return z.tuple([z.unknown(), z.unknown(), z.unknown()]).transform((parts, issues): CalendarDay | null => {
		const day = dayFrom(parts);
		if (day === null || typeof day === 'string') return day;
		issues.addIssue({ code: 'custom', message: day.sentence });
		return null;
	});
}

/** Gathers `<name>-day`, `<name>-month` and `<name>-year` of each named date under its name, before the schema reads it. */
export function withDays<Schema extends z.ZodType>(names: readonly string[], schema: Schema) {
	return z.preprocess((values) => {
		const sent = values as Readonly<Record<string, unknown>>;
		const days = names.map((name) => [name, ['day', 'month', 'year'].map((part) => sent[`${name}-${part}`])]);
		return { ...sent, ...Object.fromEntries(days) };
	}, schema);
}

function dayFrom(parts: readonly unknown[]): CalendarDay | { sentence: string } | null {
	if (parts.some((part) => Array.isArray(part))) return { sentence: 'Enter each part of the date once' };
	const [day, month, year] = parts.map((part) => (typeof part === 'string' ? part.trim() : ''));
	if (!day && !month && !year) return null;
	const absent = [!day && 'a day', !month && 'a month', !year && 'a year'].filter(Boolean);
	if (absent.length > 0) return { sentence: `The date must include ${absent.join(' and ')}` };
	const typed = `${day} ${month} ${year}`;
	if (!/^\d{1,2} \d{1,2} \d{4}$/.test(typed))
		return { sentence: `“${typed}” is not a date. Enter numbers, such as 4 5 2026` };
	const read = calendarDayOf(Number(year), Number(month), Number(day));
	return read ?? { sentence: `There is no such day as ${typed}. Enter a date that exists, such as 4 5 2026` };
}
