import type { Side } from '../../programmes/programme.ts';
import type { Nation } from '../../scheduling/meeting-pattern.ts';
import { WEEKDAYS, type Weekday } from '../../shared/calendar-day.ts';
import type { ProgrammeFamily } from '../facilitators/facilitator.ts';
import type { HomeNation } from './planned-cohort.ts';

export type ProgrammeReading =
	| { readonly family: ProgrammeFamily; readonly interpreted: boolean }
	| { readonly problem: 'programme-missing' | 'programme-unknown' | 'programme-ambiguous' };

const EXACT: Readonly<Record<string, ProgrammeFamily>> = {
	'caring dads': 'caring-dads',
	'inspiring families': 'inspiring-families',
};

/** Which programme a team's word means: any spelling but the exact name is an interpretation, for a person to confirm. */
export function readProgramme(text: string): ProgrammeReading {
	const typed = text.toLowerCase();
	if (typed === '') return { problem: 'programme-missing' };
	const exact = EXACT[typed];
	if (exact) return { family: exact, interpreted: false };
	const [isDads, isFamilies] = [/\bcd\b|\bcar+ing\b|\bdads?\b/.test(typed), /\bifp?\b|\bin?spir|\bfamil/.test(typed)];
	if (isDads && isFamilies && !/\bdads?\b/.test(typed)) return { problem: 'programme-ambiguous' };
	if (isFamilies)
		return /\bcd\b|\bcar+ing\b/.test(typed) ? { problem: 'programme-ambiguous' } : interpreted('inspiring-families');
	return isDads ? interpreted('caring-dads') : { problem: 'programme-unknown' };
}

function interpreted(family: ProgrammeFamily): ProgrammeReading {
	return { family, interpreted: true };
}

/**
 * Whose group it is: men, dads, fathers are the perpetrator side, women, mums the survivor side.
 * Null when it is neither, or both.
 */
export function readSide(text: string): Side | null {
	const isHis = /\b(?:men|man|dads?|fathers?)\b/i.test(text);
	const isHers = /\b(?:women|woman|mums?|mothers?|partners?)\b/i.test(text);
	if (isHis === isHers) return null;
	return isHis ? 'perpetrator' : 'survivor';
}

/** The weekday of `Tues`, `Weds`, `Thursday`, `Mondays`; null when it is none. */
export function readWeekday(text: string): Weekday | null {
	const typed = text.toLowerCase().replace(/s$/, '');
	const short = /^(mon|tue|wed|thu|fri|sat|sun)(?:$|s$|r$|ne?s?$|nesday$|rsday$|ur$|day$|sday$|urday$)/.exec(
		typed,
	)?.[1];
	return WEEKDAYS.find((day) => short !== undefined && day.startsWith(short)) ?? null;
}

const NATION_WORDS: Readonly<Record<string, HomeNation>> = {
	...{ england: 'england', eng: 'england', wales: 'wales', cymru: 'wales', scotland: 'scotland', scot: 'scotland' },
	...{ 'northern ireland': 'northern-ireland', 'n ireland': 'northern-ireland', ni: 'northern-ireland' },
};

/** The nation of `England`, `N. Ireland`, `NI`; null when it is none. */
export function readNation(text: string): HomeNation | null {
	return NATION_WORDS[text.toLowerCase().replaceAll('.', '').trim()] ?? null;
}

/** The nation whose bank holidays it has. */
export function holidaysOf(nation: HomeNation): Nation {
	return nation === 'england' || nation === 'wales' ? 'england-and-wales' : nation;
}
