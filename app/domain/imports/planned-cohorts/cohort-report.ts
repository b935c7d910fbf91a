import type { CalendarDay } from '../../shared/calendar-day.ts';
import { clockTimeAt, minutesOfDay } from '../../shared/clock-time.ts';
import { upperFirst } from '../../shared/in-words.ts';
import type { PlanClash } from './plan-clashes.ts';
import type { CohortPlans } from './plan-cohorts.ts';
import type { PlannedCohort } from './planned-cohort.ts';
import type { CohortRows } from './read-cohorts.ts';

/** A plan of cohorts as it was read, as a document: names as in tests/fixtures/imports/cohorts.expected.json. */
export function cohortReport(
	{ table }: CohortRows,
	{ accepted, refused, clashes }: CohortPlans,
	file: string,
	asOf: CalendarDay,
) {
	return {
		file,
		as_of: asOf,
		title_rows: table.headerRow - 1,
		header_row: table.headerRow,
		column_mapping: Object.fromEntries(table.columns.map(({ heading, field }) => [heading, field])),
		counts: {
			cohort_rows: table.rows.length,
			accepted: accepted.length,
			refused_rows: new Set(refused.map(({ row }) => row)).size,
			refusal_reasons: refused.length,
			blank_rows: table.skipped.filter(({ reason }) => reason === 'blank').length,
			clashes: clashes.length,
		},
		clashes: clashes.map(clashRow),
		accepted: accepted.map(acceptedRow),
		refused: refused.map(({ row, cohort, field, column, reason, raw }) => ({
			row,
			cohort,
			field,
			column,
			reason,
			raw,
		})),
		skipped: table.skipped,
	};
}

function clashRow(clash: PlanClash) {
	const cohorts = clash.cohorts.map(({ code }) => code);
	const rows = clash.cohorts.map(({ row }) => row);
	if (clash.kind === 'facilitator-named-twice')
		return { kind: clash.kind, cohorts, rows, facilitator: clash.facilitator };
	const [{ venue, room }] = clash.cohorts;
	const where = {
		...(clash.kind === 'facilitator-double-booked' ? { facilitator: clash.facilitator } : { venue }),
		...(clash.kind === 'room-double-booked' && { room }),
	};
	return { kind: clash.kind, cohorts, rows, ...where, number_of_dates: clash.dates.length, dates: clash.dates };
}

function acceptedRow(cohort: PlannedCohort) {
	const { row, code, family, side, nation, places, startDate, weekday, startTime, lengthMinutes, ...rest } = cohort;
	const { venue, room, online, team, skips, times, bankHolidaysSkipped, daysIfRunOnBankHolidays, allWarnings } = rest;
	const days = times.map(({ day }) => day);
	return {
		...{ row, cohort: code, programme: family, side, nation, places, start_date: startDate },
		weekday: upperFirst(weekday),
		start_time: startTime,
		end_time: clockTimeAt((minutesOfDay(startTime) + lengthMinutes) % 1440),
		...{ venue, room, online, facilitators: team.map(({ name }) => name) },
		skipped: skips.map(({ shown }) => shown),
		...{ sessions: days.length, session_dates: days, last_session: days.at(-1) ?? null },
		...(bankHolidaysSkipped.length > 0 && {
			bank_holidays_skipped: bankHolidaysSkipped,
			session_dates_if_run_on_bank_holidays: daysIfRunOnBankHolidays,
		}),
		warnings: allWarnings,
	};
}
