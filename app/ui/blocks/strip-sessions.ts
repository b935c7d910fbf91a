import type { ScheduleNotes } from '#app/domain/cohorts/schedule-notes.ts';
import type { Session } from '#app/domain/scheduling/session.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant } from '#app/domain/shared/instant.ts';
import { paths } from '#app/paths.ts';
import { formatDate, formatShortDay } from '#app/ui/format.ts';

type Term = {
	readonly sessions: readonly Session[];
	readonly notes: Pick<ScheduleNotes, 'moved' | 'skipped'>;
	/** The session that the page is about; null on the cohort's own page. */
	readonly current: SessionId | null;
	readonly now: Instant;
};

/** The sessions of a cohort as the strip at the top of its pages draws them, each leading to its own page. */
export function stripSessions({ sessions, notes, current, now }: Term) {
	const today = dayOf(now);
	return sessions.map((session) => ({
		number: session.planNumber,
		day: session.time?.day ?? null,
		state: stateOf(session, today, now),
		movedFrom: notes.moved.find(({ planNumber }) => planNumber === session.planNumber)?.from.day ?? null,
		href: paths.session(session.id),
		current: session.id === current,
	}));
}

/** What was moved and why, and what was left out, as sentences below the strip; null when nothing was. */
export function stripNote({ moved, skipped }: Pick<ScheduleNotes, 'moved' | 'skipped'>): string | null {
	const sentences = [
		...skipped.map(({ from, label }) => `${label}: the week of ${formatDate(from)} is left out.`),
		...inRuns(moved).map(moveInWords),
	];
	return sentences.join(' ') || null;
}

type Moves = ScheduleNotes['moved'];

/** Neighbours in the plan that moved for one reason: they moved together. */
function inRuns(moved: Moves): readonly Moves[] {
	const runs: Moves[number][][] = [];
	for (const move of moved) {
		const last = runs.at(-1)?.at(-1);
		if (last && last.planNumber === move.planNumber - 1 && last.why === move.why) runs.at(-1)!.push(move);
		else runs.push([move]);
	}
	return runs;
}

function moveInWords(run: Moves): string {
	const { planNumber, from, to, why } = run[0]!;
	const days = `from ${formatShortDay(from.day)} to ${formatShortDay(to.day)}`;
	const reason = why ? `: ${why}` : '';
	if (run.length === 1) return `Session ${planNumber} moved ${days}${reason}.`;
	return `Sessions ${planNumber} to ${run.at(-1)!.planNumber} moved, the first ${days}${reason}.`;
}

type StripState = 'held' | 'today' | 'to-come' | 'cancelled' | 'not-recorded';

function stateOf({ state, time }: Session, today: string, now: Instant): StripState {
	if (state === 'cancelled' || state === 'held') return state;
	if (time?.day === today) return 'today';
	return time !== null && time.endsAt <= now ? 'not-recorded' : 'to-come';
}
