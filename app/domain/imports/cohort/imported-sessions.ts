import type { PlanKind, Programme, SessionPlan } from '../../programmes/programme.ts';
import type { DaysOff } from '../../scheduling/blocked-days.ts';
import { type LayOutRefusal, layOutSessions } from '../../scheduling/lay-out-sessions.ts';
import type { Slot } from '../../scheduling/meeting-pattern.ts';
import { hasStarted, type SessionState, type SessionTime } from '../../scheduling/session.ts';
import { sessionTimeAt } from '../../scheduling/session-time.ts';
import { type CalendarDay, plusDays } from '../../shared/calendar-day.ts';
import type { ClockTime } from '../../shared/clock-time.ts';
import { dayOf, type Instant } from '../../shared/instant.ts';
import { done, type Outcome, type Refused, refused } from '../../shared/outcome.ts';
import type { ProposedSession, RegisterProposal } from '../proposal.ts';
import { slotsOf } from './slots-of.ts';

/** A session as it will stand in the cohort. `column` is its number in the register; null for one laid out beyond it. */
export type ImportedSession = {
	readonly planNumber: number;
	readonly kind: PlanKind;
	readonly state: SessionState;
	readonly stateReason: string | null;
	readonly time: SessionTime | null;
	readonly lengthMinutes: number;
	readonly moved: { readonly from: SessionTime; readonly why: string } | null;
	readonly column: number | null;
};
export type ImportedSchedule = { readonly sessions: readonly ImportedSession[]; readonly slots: readonly Slot[] };
export type ScheduleRefusal = 'dates-in-doubt' | 'too-many-sessions' | 'two-on-one-day' | LayOutRefusal;

type When = { readonly startTime: ClockTime; readonly daysOff: DaysOff; readonly now: Instant };

/**
 * Gives each column of the register its session plan, from left to right, and lays out the plans that are left from the
 * last date on, on the weekdays of the register and never before today. With no more columns than group sessions, the
 * columns are those and individual sessions stay placeholders. Refused while a date is in doubt, for two sessions on one
 * day, and for more columns than the programme has plans.
 */
export function placeSessions(
	proposal: Pick<RegisterProposal, 'sessions' | 'comments' | 'layout'>,
	programme: Pick<Programme, 'plans'>,
	when: When,
): Outcome<ImportedSchedule, ScheduleRefusal> {
	const columns = proposal.sessions;
	const fault = faultOfColumns(columns, programme.plans.length);
	if (fault) return fault;
	const groups = programme.plans.filter(({ kind }) => kind !== 'individual');
	const plans = (columns.length > groups.length ? programme.plans : groups).slice(0, columns.length);
	const placed: ImportedSession[] = [];
	for (const [index, plan] of plans.entries()) {
		const session = placeColumn(columns[index]!, plan, proposal, when);
		if (!session.done) return session;
		placed.push(session.value);
	}
	const slots = slotsOf(columns, when.startTime);
	const rest = layOutRest(programme, placed, slots, when);
	if (!rest.done) return rest;
	const sessions = [...placed, ...rest.value].toSorted((one, other) => one.planNumber - other.planNumber);
	return done({ sessions, slots });
}

function faultOfColumns(columns: readonly ProposedSession[], plans: number): Refused<ScheduleRefusal> | null {
	const doubtful = columns.filter(({ day }) => day === null).map(({ column }) => column);
	if (doubtful.length > 0) return refused('dates-in-doubt', { columns: doubtful });
	if (columns.length > plans) return refused('too-many-sessions', { sessions: columns.length, plans });
	const twice = columns.find(({ day }, at) => columns.findIndex((other) => other.day === day) < at);
	return twice ? refused('two-on-one-day', { day: twice.day, column: twice.column }) : null;
}

function placeColumn(
	column: ProposedSession,
	plan: SessionPlan,
	proposal: Pick<RegisterProposal, 'comments' | 'layout'>,
	{ startTime, now }: When,
): Outcome<ImportedSession, ScheduleRefusal> {
	const time = sessionTimeAt(column.day!, startTime, plan.minutes);
	const gap = { planNumber: plan.number, day: column.day, time: startTime };
	if (!time) return refused('start-in-clock-change-gap', gap);
	const from = column.movedFrom && sessionTimeAt(column.movedFrom, startTime, plan.minutes);
	const isHeld = column.status === 'held' && hasStarted({ time }, now);
	const isCancelled = column.status === 'cancelled';
	return done({
		planNumber: plan.number,
		kind: plan.kind,
		state: isCancelled ? 'cancelled' : isHeld ? 'held' : 'scheduled',
		stateReason: isCancelled ? (column.reason ?? 'The register does not say why') : null,
		time,
		lengthMinutes: plan.minutes,
		moved: from ? { from, why: whyMoved(column, proposal) } : null,
		column: column.number,
	});
}

/** The comment on the heading says it best; else the heading itself. */
function whyMoved(
	{ column, dateText }: ProposedSession,
	{ comments, layout }: Pick<RegisterProposal, 'comments' | 'layout'>,
): string {
	const headings = layout.headingRows.map((row) => `${column}${row}`);
	const said = comments.find(({ cell }) => headings.includes(cell))?.text ?? dateText ?? 'moved, the register says';
	return said.replace(/\s+/g, ' ').trim().slice(0, 300);
}

function layOutRest(
	programme: Pick<Programme, 'plans'>,
	placed: readonly ImportedSession[],
	slots: readonly Slot[],
	{ daysOff, now }: When,
): Outcome<readonly ImportedSession[], ScheduleRefusal> {
	const taken = new Set(placed.map(({ planNumber }) => planNumber));
	const plans = programme.plans.filter(({ number }) => !taken.has(number));
	const next = plans.find(({ kind }) => kind !== 'individual');
	if (plans.length === 0) return done([]);
	const lastDay = placed.map(({ time }) => time!.day).reduce((one, other) => (one > other ? one : other));
	const afterLast = plusDays(lastDay, 7 * (next?.gapBeforeWeeks ?? 0) + 1);
	const earliestStart: CalendarDay = afterLast > dayOf(now) ? afterLast : dayOf(now);
	const laidOut = layOutSessions({ ...daysOff, plans, slots, earliestStart });
	if (!laidOut.done) return laidOut;
	const minutesOf = new Map(plans.map(({ number, minutes }) => [number, minutes]));
	const beyond = laidOut.value.sessions.map(({ planNumber, kind, time }) => ({
		...{ planNumber, kind, time, state: 'scheduled' as const, stateReason: null, moved: null, column: null },
		lengthMinutes: minutesOf.get(planNumber)!,
	}));
	return done(beyond);
}
