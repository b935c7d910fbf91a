import type { RegisterReading } from '#app/domain/imports/cohort/register-choices.ts';
import { MARK_CODES, normaliseMark, parseMarkCode } from '#app/domain/imports/marks/mark-codes.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { NATIONS, parseNation } from '#app/domain/scheduling/meeting-pattern.ts';
import { type CalendarDay, parseCalendarDay } from '#app/domain/shared/calendar-day.ts';
import { parseClockTime } from '#app/domain/shared/clock-time.ts';
import { dayOf, instant } from '#app/domain/shared/instant.ts';
import type { NamedCohort } from '#app/use-cases/imports/find-named-cohort.ts';
import { WrongUse } from './command.ts';
import { findProgramme } from './find-programme.ts';
import type { readOptions } from './read-options.ts';

export const REGISTER_OPTIONS = {
	sheet: { type: 'string' },
	facilitators: { type: 'string' },
	'as-of': { type: 'string' },
	'dry-run': { type: 'boolean' },
	json: { type: 'boolean' },
	mark: { type: 'string', multiple: true },
	date: { type: 'string', multiple: true },
	'leave-out': { type: 'string', multiple: true },
	'cohort-name': { type: 'string' },
	programme: { type: 'string' },
	area: { type: 'string' },
	venue: { type: 'string' },
	room: { type: 'string' },
	online: { type: 'boolean' },
	lead: { type: 'string' },
	co: { type: 'string', multiple: true },
	'start-time': { type: 'string' },
	places: { type: 'string' },
	nation: { type: 'string' },
	'accept-few-facilitators': { type: 'boolean' },
} as const;
export type RegisterOptions = ReturnType<typeof readOptions<typeof REGISTER_OPTIONS>>['options'];

/** How the sheet is to be read, as the options say it. */
export function readingFrom(options: RegisterOptions): RegisterReading {
	return {
		sheet: options.sheet ?? null,
		markMeanings: Object.fromEntries((options.mark ?? []).map(readMeaning)),
		sessionDates: Object.fromEntries((options.date ?? []).map(readDate)),
		leftOut: (options['leave-out'] ?? []).map((text) => readNumber('--leave-out', text)),
	};
}

/** The day that was given, or today. */
export function today(text: string | undefined): CalendarDay {
	if (text === undefined) return dayOf(instant(new Date().toISOString()));
	return readDay('--as-of', text);
}

/** The cohort that the register becomes; throws `WrongUse` that names every option that is missing. */
export function cohortFrom(options: RegisterOptions, programmes: readonly Programme[]): NamedCohort {
	const { 'cohort-name': name, programme, area, 'start-time': startTime, lead, venue, room, online } = options;
	const hasPlace = venue !== undefined || online === true;
	const missing = Object.entries({
		'--cohort-name': name,
		'--programme': programme,
		'--area': area,
		'--venue or --online': hasPlace || undefined,
		'--lead': lead,
		'--start-time': startTime,
	}).flatMap(([option, value]) => (value === undefined ? [option] : []));
	if (missing.length > 0) throw new WrongUse(`To import, also give ${missing.join(', ')}. Or add --dry-run.`);
	if (venue !== undefined && online) throw new WrongUse('Give either --venue or --online, and not both.');
	if (room !== undefined && venue === undefined) throw new WrongUse('Give --room only with the --venue that it is in.');
	const found = findProgramme(programme!, programmes);
	const places = options.places === undefined ? found.thresholds.groupSize.max : readNumber('--places', options.places);
	if (places < 1 || places > 99) throw new WrongUse('Give --places a number from 1 to 99.');
	return {
		name: name!,
		programme: { slug: found.slug, version: found.version, variant: found.variant },
		nation: readNation(options.nation),
		startTime: parseClockTime(startTime!) ?? wrong(`Give --start-time as 18:30, not “${startTime}”.`),
		places,
		area: area!,
		venue: venue ?? null,
		room: room ?? null,
		leadEmail: lead!,
		coFacilitatorEmails: options.co ?? [],
	};
}

function readMeaning(text: string) {
	const [, mark, word] = /^(.+)=([a-z-]+)$/s.exec(text) ?? [];
	const code = parseMarkCode(word ?? '');
	if (!mark || !code) {
		throw new WrongUse(
			`Give --mark as a mark and its code, such as Z=attended, not “${text}”. Codes: ${MARK_CODES.join(', ')}.`,
		);
	}
	return [normaliseMark(mark), code] as const;
}

function readDate(text: string) {
	const [, column, day] = /^([A-Za-z]{1,3})=(.+)$/.exec(text) ?? [];
	if (!column) throw new WrongUse(`Give --date as a column and a day, such as H=2026-03-04, not “${text}”.`);
	return [column.toUpperCase(), readDay('--date', day!)] as const;
}

function readDay(option: string, text: string): CalendarDay {
	return parseCalendarDay(text) ?? wrong(`Give ${option} a day that exists, such as 2026-01-13; “${text}” is none.`);
}

function readNumber(option: string, text: string): number {
	return /^\d{1,6}$/.test(text) ? Number(text) : wrong(`Give ${option} a whole number, not “${text}”.`);
}

function readNation(text: string | undefined) {
	if (text === undefined) return null;
	return parseNation(text) ?? wrong(`Give --nation as one of ${NATIONS.join(', ')}.`);
}

function wrong(sentence: string): never {
	throw new WrongUse(sentence);
}
