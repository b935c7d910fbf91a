import type { AttendanceRate } from '#app/domain/attendance/rate.ts';
import type { ScheduleNotes } from '#app/domain/cohorts/schedule-notes.ts';
import type { CohortSummary } from '#app/domain/cohorts/summarise-cohort.ts';
import type { CohortDelivery } from '#app/domain/cohorts/summarise-delivery.ts';
import type { PersonSummary } from '#app/domain/cohorts/summarise-person.ts';
import type { PlanDecision } from '#app/domain/scheduling/changes/plan-decisions.ts';
import { listInWords, lowerFirst, upperFirst } from '#app/domain/shared/in-words.ts';
import { stripNote } from '#app/ui/blocks/strip-sessions.ts';
import { formatCount, formatDate, formatInterval } from '#app/ui/format.ts';

/** What became of the schedule, as sentences below the strip. */
export function scheduleInWords(notes: ScheduleNotes, decisions: readonly Decided[]): string {
	const cancelled = notes.cancelled.map(({ planNumber, reason }) => {
		const why = reason ? `: ${lowerFirst(reason)}` : '';
		return `Session ${planNumber} was cancelled${why}. ${whatBecameOf(planNumber, decisions)}`;
	});
	const split = decisions
		.filter(({ decision }) => decision === 'split')
		.map(
			({ planNumber, otherPlan }) => `The plan of session ${planNumber} was split: the rest with session ${otherPlan}.`,
		);
	const moved = notes.moved.length === 0 ? 'none moved' : `${notes.moved.length} moved`;
	const counts = `${formatCount('session', notes.cancelled.length)} cancelled, ${moved}`;
	const ends = notes.endsOn ? `Ends ${formatDate(notes.endsOn)}. ` : '';
	const isPlain = notes.cancelled.length === 0 && notes.moved.length === 0;
	const tail = isPlain ? 'No session moved or cancelled.' : `${upperFirst(counts)}.`;
	return [`${ends}${tail}`, stripNote(notes), ...cancelled, ...split].filter(Boolean).join(' ');
}

/** What was decided of a plan that had no session of its own. */
type Decided = { readonly planNumber: number; readonly decision: PlanDecision; readonly otherPlan: number | null };

function whatBecameOf(planNumber: number, decisions: readonly Decided[]): string {
	const decided = decisions.find((one) => one.planNumber === planNumber && one.decision !== 'split');
	if (!decided) return 'Its plan is still to be scheduled again.';
	return decided.decision === 'merged'
		? `Its plan is delivered with that of session ${decided.otherPlan}.`
		: 'Its plan is recorded as not delivered.';
}

/** `2 left after session 3 and 1 after session 6`, with those who never came apart. */
export function lossesInWords({ retention, startedCount }: Pick<CohortSummary, 'retention' | 'startedCount'>): string {
	const losses = retention.losses.map(({ afterSession, people }) => `${people} after session ${afterSession}`);
	const { notYetStarted, neverStarted, started } = startedCount;
	const left = losses.length > 0 ? `Left: ${listInWords(losses)}` : started > 0 && 'Nobody has left';
	const parts = [
		left,
		notYetStarted > 0 && `${notYetStarted} not started yet`,
		neverStarted > 0 && `${neverStarted} gave up a place without starting`,
	];
	return sentence(parts);
}

/** `26 of 30 activities; 1 core activity missed; 2 sessions without a log`; one that is kept back is not without. */
export function deliveryInWords({ sessions: each, adherence, coreMissed, notRated }: CohortDelivery): string {
	const { delivered, sessions, sessionsWithLog } = adherence;
	if (sessions === 0) return 'No session has been held yet';
	const keptBack = each.filter(({ state }) => state === 'kept-back').length;
	const without = sessions - sessionsWithLog - keptBack;
	const waits = keptBack > 0 && `${formatCount('session', keptBack)} kept back until you have saved your own log`;
	const logs = [without > 0 && `${formatCount('session', without)} without a log`, waits].filter(
		(part) => part !== false,
	);
	const logsInWords = sentence(logs.length > 0 ? logs : ['every session has a log']);
	if (delivered.percent === null) return upperFirst(logsInWords);
	const core = coreMissed === 0 ? 'no core activity missed' : `${formatCount('core activity', coreMissed)} missed`;
	const gaps = notRated > 0 && `${formatCount('activity', notRated)} not rated`;
	return sentence([`${delivered.count} of ${delivered.outOf} activities`, core, logsInWords, gaps]);
}

/** How much of the attendance lies within chance, when there is any: `83% (5 of 6), likely between 44% and 97%`. */
export function rangeInWords({ interval }: Pick<AttendanceRate, 'interval'>): string | null {
	return interval && `95% range ${formatInterval({ low: interval.lower, high: interval.upper })}`;
}

/** `Missed the last 2, 1 without contact`; null when the last session was attended. */
export function runInWords({ run }: PersonSummary): string | null {
	if (run.missed === 0) return null;
	return `${run.missed} in a row${run.unexplained > 0 ? `, ${run.unexplained} without contact` : ''}`;
}

function sentence(parts: readonly (string | false)[]): string {
	return parts.filter((part) => part !== false).join('; ');
}
