import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { formatDate, formatTime } from '#app/ui/format.ts';
import { moveLines, skippedInWords } from '#app/ui/schedule/move-lines.ts';
import type { PatternPlanned } from '#app/use-cases/cohorts/plan-pattern.ts';
import { clashSentences } from '#app/use-cases/sessions/clash-sentences.ts';
import { readTerm, type TermToChange } from '#app/use-cases/sessions/read-term.ts';

export type PatternStart = NonNullable<ReturnType<typeof readPatternStart>>;

/** The cohort and its pattern as the form shows it at first; null when it is not the actor's to change. */
export function readPatternStart(context: AppContext, actor: StaffActor, cohortId: CohortId) {
	const term = readTerm(context, context.db, actor, cohortId);
	if (!term) return null;
	const hasBegun = term.term.some((session) => hasStarted(session, context.clock.now()));
	const from = hasBegun ? dayOf(context.clock.now()) : term.cohort.earliestStart;
	const { slots } = term.pattern;
	return { cohortId, caption: term.cohort.name, hasBegun, slots: slots.length, values: valuesOf(term, from) };
}

function valuesOf({ cohort, pattern: { slots, off } }: TermToChange, from: string): Readonly<Record<string, string>> {
	const [year = '', month = '', day = ''] = from.split('-');
	const ofSlot = (index: number) => ({
		[`weekday${index + 1}`]: slots[index]?.weekday ?? '',
		[`time${index + 1}`]: slots[index] ? formatTime(slots[index].startTime) : '',
	});
	const weeks = off.skippedWeeks.map(
		({ from: first, to, label }) => `${formatDate(first)} to ${formatDate(to)}, ${label}`,
	);
	return {
		...{ ...ofSlot(0), ...ofSlot(1) },
		...{ 'from-day': String(Number(day)), 'from-month': String(Number(month)), 'from-year': year },
		skippedWeeks: weeks.join('\n'),
		bankHolidays: off.runsOnBankHoliday ? 'run' : '',
		schoolHolidays: cohort.skipsSchoolHolidays ? 'skip' : '',
		...{ askedBy: '', why: '' },
	};
}

export type PatternLook = ReturnType<typeof patternLook>;

/** Previous and new dates side by side, and what was passed over. */
export function patternLook(context: AppContext, actor: StaffActor, { term, change, fingerprint }: PatternPlanned) {
	const { moves, skipped, clashes } = change;
	const titleOf = (plan: number) => planNumbered(term.programme, plan).title;
	const lines = moveLines({ moves, titleOf, clashes: clashSentences(context.db, actor, clashes) });
	return { fingerprint, lines, skipped: skippedInWords(skipped), hasClash: clashes.length > 0 };
}
