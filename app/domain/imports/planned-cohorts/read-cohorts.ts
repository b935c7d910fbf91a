import { weekdayOf } from '../../shared/calendar-day.ts';
import { done, type Outcome } from '../../shared/outcome.ts';
import { orNull } from '../lists/cell-text.ts';
import { findTable, type ListShape } from '../lists/find-table.ts';
import type { ListRefusal, ListTable } from '../lists/list-reading.ts';
import type { Workbook } from '../sheet/workbook.ts';
import type { CohortField, CohortRow, ReadingWarning, RefusedCohort } from './planned-cohort.ts';
import { cellsOf, facilitatorsOf, faultsOf, type Row } from './read-cohort-cells.ts';
import { asClockTime } from './read-times.ts';

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

function readRow(row: Row, spelled: (text: string, beside: string) => string) {
	const read = cellsOf(row);
	const { programme, start, from, end, skips, side, nation, lengthMinutes } = read;
	const faults = faultsOf(row, read);
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
		...{
			places: row.text('places') === '' ? null : Number(row.text('places')),
			startDate: start.day,
			weekday: weekdayOf(start.day),
		},
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
