import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { sentenceForChange } from '#app/domain/scheduling/changes/change-refusals.ts';
import type { MoveScope } from '#app/domain/scheduling/changes/move-session.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { type MoveLine, moveLines, skippedInWords, whenInWords } from '#app/ui/schedule/move-lines.ts';
import { timeValues } from '#app/ui/schedule/time-values.ts';
import { clashSentences } from '#app/use-cases/sessions/clash-sentences.ts';
import type { MovePlanned } from '#app/use-cases/sessions/plan-move.ts';
import { readTerm } from '#app/use-cases/sessions/read-term.ts';
import { findSession } from '#db/queries/sessions.ts';

export type MoveStart = NonNullable<ReturnType<typeof readMoveStart>>;

/**
 * The session before it moves, with the fields as they are filled in at first, on the `wanted` day if there is one; null
 * when it is not the actor's to move.
 */
export function readMoveStart(
	context: AppContext,
	actor: StaffActor,
	sessionId: SessionId,
	wanted: CalendarDay | null = null,
) {
	const session = findSession(context.db, actor, sessionId, 'write', 'session');
	const term = session && readTerm(context, context.db, actor, session.cohortId);
	if (!session || !term) return null;
	const now = [...term.term, ...term.booked].find(({ id }) => id === sessionId);
	return {
		sessionId,
		caption: `${term.cohort.name} · session ${session.planNumber}`,
		planNumber: session.planNumber,
		isCancelled: session.state === 'cancelled',
		when: whenInWords(session.time),
		losesApologies: now?.state === 'scheduled' && now.recorded === 'apologies',
		values: {
			...timeValues(session.time && { ...session.time, day: wanted ?? session.time.day }),
			askedBy: '',
			why: '',
		},
	};
}

/** One way to move: its lines, or why it is not possible. */
export type Way = {
	readonly lines: readonly MoveLine[];
	readonly skipped: readonly string[];
	readonly whyNot: string | null;
};
export type MoveView = ReturnType<typeof moveView>;

/** Both ways in which the session can move, previous and new side by side; the later ones only where they would move. */
export function moveView(context: AppContext, actor: StaffActor, sessionId: SessionId, planned: MovePlanned) {
	const { term, ways, fingerprint } = planned;
	const [one, later] = [wayOf(context, actor, planned, 'one'), wayOf(context, actor, planned, 'later')];
	const session = [...term.term, ...term.booked].find(({ id }) => id === sessionId);
	const isBooked = session?.enrolmentId != null;
	const movesLater = ways.later.done && ways.later.value.moves.length > 1;
	return { fingerprint, one, later: !isBooked && (movesLater || !ways.later.done || !ways.one.done) ? later : null };
}

function wayOf(context: AppContext, actor: StaffActor, { term, ways }: MovePlanned, scope: MoveScope): Way {
	const way = ways[scope];
	if (!way.done) return { lines: [], skipped: [], whyNot: sentenceForChange(way) };
	const { moves, skipped, clashes } = way.value;
	const sentences = clashSentences(context.db, actor, clashes);
	const titleOf = (plan: number) => planNumbered(term.programme, plan).title;
	const whyNot = clashes.length > 0 ? 'There is a clash. Choose another day or time' : null;
	return { lines: moveLines({ moves, titleOf, clashes: sentences }), skipped: skippedInWords(skipped), whyNot };
}
