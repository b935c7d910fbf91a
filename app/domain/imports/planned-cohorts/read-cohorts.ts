import { weekdayOf } from '../../shared/calendar-day.ts';
import { done, type Outcome } from '../../shared/outcome.ts';
import { isLikeFormula, orNull, saysNothing } from '../lists/cell-text.ts';
import { findTable, type ListShape } from '../lists/find-table.ts';
import type { ListRefusal, ListRow, ListTable } from '../lists/list-reading.ts';
import { readUkDate } from '../lists/uk-dates.ts';
import type { Workbook } from '../sheet/workbook.ts';
import type { CohortField, CohortRow, ReadingWarning, RefusedCohort } from './planned-cohort.ts';
import { readSkips } from './read-skips.ts';
import { asClockTime, readStartAndEnd } from './read-times.ts';
import { readNation, readProgramme, readSide, readWeekday } from './read-words.ts';

const SHAPE: ListShape<CohortField> = {
	headings: {
		code: /^cohort(?: code| name)?$|^group$|^code$/i,
		programme: /^programme$|^course$/i,
		side: /^group for$|^for$|^who for$|^side$/i,
		start_date: /^start(?:s| date)$|^first (?:date|session)$/i,
		weekday: /^(?:week)?day$/i,
		start_time: /^(?:start )?time$|^starts at$/i,
		finish: /^finish(?:es)?$|^end(?: time)?$|^until$/i,
		venue: /^venue$|^where$|^place$/i,
		room: /^room$/i,
		facilitator_1: /^(?:lead )?facilitator(?: ?1)?$|^lead$/i,
		facilitator_2: /^(?:co-?)?facilitator ?2?$|^co-?facilitator$/i,
		skip: /^skip(?:ped)?(?: weeks?| dates?)?$|^no group on$|^breaks?$/i,
		nation: /^nation$|^country$/i,
		places: /^places$|^max(?:imum)?$|^capacity$/i,
	},
	needed: ['code', 'programme', 'start_date', 'start_time', 'venue', 'facilitator_1', 'nation'],
};

export type CohortRows = {
	readonly table: ListTable<CohortField>;
	readonly rows: readonly CohortRow[];
	readonly refused: readonly RefusedCohort[];
};

/**
 * Reads a plan of cohorts, row by row. A row is refused with every cell that stands in its way: what cannot be read is
 * never guessed, and a date is never moved to fit its weekday. Venues and rooms that differ by capitals and spaces alone
 * are one.
 */
export function readCohorts(workbook: Workbook): Outcome<CohortRows, ListRefusal> {
	const found = findTable(workbook, SHAPE);
	if (!found.done) return found;
	const rows: CohortRow[] = [];
	const refused: RefusedCohort[] = [];
	const spellings = new Map<string, string>();
	const codes = new Set<string>();
	for (const row of found.value.rows) {
		const code = row.text('code').toLowerCase();
		const read = readRow(row, (text, beside) => firstSpelling(spellings, text, beside));
		const faults = [...read.faults, ...(code !== '' && codes.has(code) ? [row.refusal('code', 'code-twice')] : [])];
		codes.add(code);
		refused.push(...faults.map((fault) => ({ ...fault, cohort: row.text('code') })));
		if (faults.length === 0 && read.cohort) rows.push(read.cohort);
	}
	return done({ table: found.value, rows, refused });
}

type Row = ListRow<CohortField>;

function readRow(row: Row, spelled: (text: string, beside: string) => string) {
	const programme = readProgramme(row.text('programme'));
	const start = readUkDate(row.text('start_date'));
	const { from, end, hasEnd } = readStartAndEnd(row.text('start_time'), row.text('finish'));
	const skips = readSkips(row.text('skip'), 'day' in start ? start.day : ('2000-01-01' as never));
	const weekday = row.text('weekday') === '' ? null : readWeekday(row.text('weekday'));
	const side = sideOf(row, programme);
	const nation = readNation(row.text('nation'));
	const places = row.text('places');
	const lengthMinutes = end && from ? end.minutes - from.minutes : 120;
	const isNoWeekday = row.text('weekday') !== '' && weekday === null;
	const faults = [
		...faultIf(row, 'code', row.text('code') === '', 'code-missing'),
		...faultIf(row, 'code', isLikeFormula(row.text('code')), 'formula-in-name'),
		...faultIf(row, 'code', row.text('code').length > 60, 'name-too-long'),
		...('problem' in programme ? [row.refusal('programme', programme.problem)] : []),
		...(side === 'unclear' ? [row.refusal('side', 'side-unclear')] : []),
		...('problem' in start ? [row.refusal('start_date', start.problem)] : []),
		...faultIf(row, 'weekday', isNoWeekday, 'weekday-unreadable'),
		...faultIf(row, 'weekday', weekday !== null && 'day' in start && weekdayOf(start.day) !== weekday, MISFIT),
		...faultIf(row, 'start_time', from === null, 'time-unreadable'),
		...faultIf(row, 'finish', hasEnd && end === null && from !== null, 'time-unreadable'),
		...faultIf(row, 'finish', lengthMinutes < 1 || lengthMinutes > 600, 'finish-before-start'),
		...faultIf(row, 'venue', row.text('venue') === '', 'venue-missing'),
		...faultIf(row, 'facilitator_1', facilitatorsOf(row).length === 0, 'facilitator-missing'),
		...faultIf(row, 'skip', skips === null, 'skip-weeks-unreadable'),
		...faultIf(row, 'nation', nation === null, 'nation-unreadable'),
		...faultIf(row, 'places', places !== '' && !/^[1-9]\d?$/.test(places), 'places-unreadable'),
	];
	if (
		faults.length > 0 ||
		'problem' in programme ||
		'problem' in start ||
		!from ||
		!skips ||
		!nation ||
		side === 'unclear'
	)
		return { faults, cohort: null };
	const online = /^on-?line\b/i.test(row.text('venue'));
	const venue = spelled(row.text('venue'), '');
	const cohort: CohortRow = {
		...{ row: row.row, code: row.text('code'), family: programme.family, side, nation },
		...{ places: places === '' ? null : Number(places), startDate: start.day, weekday: weekdayOf(start.day) },
		...{ startTime: asClockTime(from), lengthMinutes, online, venue },
		room: online ? null : orNull(spelled(row.text('room'), venue)),
		facilitators: facilitatorsOf(row),
		skips: skips.skips,
		warnings: warningsOf({
			'date-from-serial': start.fromSerial,
			'programme-name-interpreted': programme.interpreted,
			'skip-week-not-a-monday': skips.notMondays,
			'time-assumed-pm': from.assumedPm || (end?.assumedPm ?? false),
		}),
	};
	return { faults, cohort };
}

const MISFIT = 'weekday-does-not-match-start-date';

function faultIf(row: Row, field: CohortField, isSo: boolean, reason: string) {
	return isSo ? [row.refusal(field, reason)] : [];
}

/** Caring Dads is for fathers, whatever is left out; a word for the other side does not fit it. */
function sideOf(row: Row, programme: ReturnType<typeof readProgramme>) {
	const said = readSide(row.text('side')) ?? readSide(row.text('programme'));
	const isDads = 'family' in programme && programme.family === 'caring-dads';
	if (isDads) return said === 'survivor' ? 'unclear' : 'perpetrator';
	return said ?? 'unclear';
}

function facilitatorsOf(row: Row): readonly string[] {
	return [row.text('facilitator_1'), row.text('facilitator_2')].filter((name) => !saysNothing(name));
}

function warningsOf(found: Partial<Record<ReadingWarning, boolean>>): readonly ReadingWarning[] {
	return (Object.keys(found) as ReadingWarning[]).filter((code) => found[code]);
}

/** The spelling in which the same place stood first. */
function firstSpelling(spellings: Map<string, string>, text: string, beside: string): string {
	const key = `${beside}\n${text}`.toLowerCase();
	const first = spellings.get(key) ?? text;
	spellings.set(key, first);
	return first;
}
