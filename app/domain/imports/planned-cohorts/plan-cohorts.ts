import type { Programme, Side } from '../../programmes/programme.ts';
import { versionInForce } from '../../programmes/versions/own-version.ts';
import type { DaysOff } from '../../scheduling/blocked-days.ts';
import { layOutSessions } from '../../scheduling/lay-out-sessions.ts';
import type { BankHoliday, Closure, Nation } from '../../scheduling/meeting-pattern.ts';
import type { SessionTime } from '../../scheduling/session.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { ProgrammeFamily } from '../facilitators/facilitator.ts';
import { judgeTeam } from './judge-team.ts';
import { matchFacilitator } from './match-facilitators.ts';
import { clashesInPlan, type PlanClash } from './plan-clashes.ts';
import type { CohortRow, CohortWarning, KnownFacilitator, PlannedCohort, RefusedCohort } from './planned-cohort.ts';
import type { CohortRows } from './read-cohorts.ts';
import { holidaysOf } from './read-words.ts';

/** What a plan is laid out against. */
export type PlanFacts = {
	readonly known: readonly KnownFacilitator[];
	readonly programmes: readonly Programme[];
	readonly bankHolidays: Readonly<Record<Nation, readonly BankHoliday[]>>;
	/** What else keeps this cohort from a day: nothing while nobody knows the places of the plan. */
	readonly closuresOf: (row: CohortRow) => readonly Closure[];
};
export type CohortPlans = {
	readonly accepted: readonly PlannedCohort[];
	readonly refused: readonly RefusedCohort[];
	readonly clashes: readonly PlanClash[];
};

/**
 * Lays every row of a plan over the calendar, one session a week from its start, bank holidays and skipped weeks passed
 * over, and says what is odd about it and what stands in whose way. A row whose sessions cannot be laid out, or whose
 * programme is not there for its side, is refused too.
 */
export function planCohorts({ table, rows, refused }: CohortRows, facts: PlanFacts): CohortPlans {
	const planned = rows.map((row) => ({ row, cohort: planRow(row, facts) }));
	const accepted = planned.flatMap(({ cohort }) => (typeof cohort === 'string' ? [] : [cohort]));
	const failed = planned.flatMap(({ row: { row, code }, cohort }) => {
		const source = typeof cohort === 'string' && table.rows.find((one) => one.row === row);
		const field = cohort === 'programme-not-here' ? 'programme' : 'start_time';
		return source ? [{ ...source.refusal(field, cohort as string), cohort: code }] : [];
	});
	const byRow = [...refused, ...failed].toSorted((one, other) => one.row - other.row);
	return { accepted, refused: byRow, clashes: clashesInPlan(accepted) };
}

/**
 * The programme of the family for this side, as it is laid out and in the version that is in force on that day; null when
 * there is none.
 */
export function programmeFor(
	family: ProgrammeFamily,
	side: Side,
	programmes: readonly Programme[],
	firstDay: CalendarDay,
): Programme | null {
	const fitting = programmes.find(
		({ slug, side: its, variant }) => slug.startsWith(family) && its === side && variant === null,
	);
	return fitting ? versionInForce(programmes, fitting, firstDay) : null;
}

type CannotPlan = 'programme-not-here' | 'start-in-clock-change-gap' | 'cannot-be-laid-out';

function planRow(row: CohortRow, facts: PlanFacts): PlannedCohort | CannotPlan {
	const programme = programmeFor(row.family, row.side, facts.programmes, row.startDate);
	if (!programme) return 'programme-not-here';
	const off: DaysOff = {
		bankHolidays: facts.bankHolidays[holidaysOf(row.nation)],
		runsOnBankHoliday: false,
		closures: facts.closuresOf(row),
		skippedWeeks: row.skips.map(({ from, to }) => ({ from, to, label: 'Skipped' })),
	};
	const laidOut = layOutRow(row, programme, off);
	const ifRun = layOutRow(row, programme, { ...off, runsOnBankHoliday: true });
	if (!laidOut.done || !ifRun.done)
		return !laidOut.done && laidOut.code === 'start-in-clock-change-gap' ? laidOut.code : 'cannot-be-laid-out';
	const times = laidOut.value.sessions.flatMap(({ time }) => time ?? []);
	const bankHolidaysSkipped = laidOut.value.skipped
		.filter(({ reasons }) => reasons.every(({ kind }) => kind === 'bank-holiday'))
		.map(({ date }) => date);
	const matched = row.facilitators.map((name) => matchFacilitator(name, facts.known));
	const reading = readingWarnings(
		row,
		times,
		laidOut.value.skipped.map(({ date }) => date),
		matched.some(({ interpreted }) => interpreted),
	);
	const holidays: readonly CohortWarning[] =
		bankHolidaysSkipped.length > 0 ? [{ code: 'bank-holiday-skipped', dates: bankHolidaysSkipped }] : [];
	const { mixedPairWanted } = programme.thresholds;
	return {
		...row,
		team: matched.map(({ name, known }) => ({ name, known })),
		times,
		bankHolidaysSkipped,
		daysIfRunOnBankHolidays: holidays.length > 0 ? ifRun.value.sessions.flatMap(({ time }) => time?.day ?? []) : [],
		allWarnings: [...reading, ...holidays, ...judgeTeam(row, matched, times, mixedPairWanted)],
	};
}

function layOutRow(row: CohortRow, { plans }: Programme, off: DaysOff) {
	const { weekday, startTime, lengthMinutes, startDate } = row;
	return layOutSessions({ ...off, plans, slots: [{ weekday, startTime }], earliestStart: startDate, lengthMinutes });
}

function readingWarnings(
	row: CohortRow,
	times: readonly SessionTime[],
	skipped: readonly CalendarDay[],
	interpreted: boolean,
): readonly CohortWarning[] {
	const last = times.at(-1)?.day ?? row.startDate;
	const single = row.skips.filter(({ from, to }) => from === to);
	const isIdle = single.some(({ shown }) => shown > last || !skipped.includes(shown));
	const codes = [
		...row.warnings,
		...(interpreted ? (['facilitator-name-interpreted'] as const) : []),
		...(isIdle ? (['skip-date-not-a-session-day'] as const) : []),
	];
	return codes.toSorted().map((code) => ({ code }));
}
