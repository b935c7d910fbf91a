import type { Side } from '../../programmes/programme.ts';
import { weekdayOf } from '../../shared/calendar-day.ts';
import { isLikeFormula, saysNothing } from '../lists/cell-text.ts';
import type { ListRow } from '../lists/list-reading.ts';
import { readUkDate } from '../lists/uk-dates.ts';
import type { CohortField } from './planned-cohort.ts';
import { readSkips } from './read-skips.ts';
import { readStartAndEnd } from './read-times.ts';
import { readNation, readProgramme, readSide, readWeekday } from './read-words.ts';

export type Row = ListRow<CohortField>;

/** Every cell of a row as it is read by itself. */
export function cellsOf(row: Row) {
	const programme = readProgramme(row.text('programme'));
	const start = readUkDate(row.text('start_date'));
	const { from, end, hasEnd } = readStartAndEnd(row.text('start_time'), row.text('finish'));
	const skips = readSkips(row.text('skip'), 'day' in start ? start.day : ('2000-01-01' as never));
	const weekday = row.text('weekday') === '' ? null : readWeekday(row.text('weekday'));
	const side = sideOf(row, programme);
	const nation = readNation(row.text('nation'));
	const lengthMinutes = end && from ? end.minutes - from.minutes : 120;
	return { programme, start, from, end, hasEnd, skips, weekday, side, nation, lengthMinutes };
}

/** Each cell that stands in the way of the row, in the order of the columns. */
export function faultsOf(row: Row, read: ReturnType<typeof cellsOf>) {
	const { programme, start, from, end, hasEnd, skips, weekday, side, nation, lengthMinutes } = read;
	const places = row.text('places');
	const isNoWeekday = row.text('weekday') !== '' && weekday === null;
	return [
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
}

const MISFIT = 'weekday-does-not-match-start-date';

function faultIf(row: Row, field: CohortField, isSo: boolean, reason: string) {
	return isSo ? [row.refusal(field, reason)] : [];
}

/** Caring Dads is for fathers, whatever is left out; a word for the other side does not fit it. */
function sideOf(row: Row, programme: ReturnType<typeof readProgramme>): Side | 'unclear' {
	const said = readSide(row.text('side')) ?? readSide(row.text('programme'));
	const isDads = 'family' in programme && programme.family === 'caring-dads';
	if (isDads) return said === 'survivor' ? 'unclear' : 'perpetrator';
	return said ?? 'unclear';
}

export function facilitatorsOf(row: Row): readonly string[] {
	return [row.text('facilitator_1'), row.text('facilitator_2')].filter((name) => !saysNothing(name));
}
