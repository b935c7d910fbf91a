import type { Moved } from '#app/domain/scheduling/changes/term.ts';
import type { SkippedDay } from '#app/domain/scheduling/lay-out-sessions.ts';
import type { SessionTime } from '#app/domain/scheduling/session.ts';
import { formatDay, formatTimeSpan } from '#app/ui/format.ts';

/** One session in the table of a change: what it was beside what it would be. */
export type MoveLine = {
	readonly plan: number;
	readonly title: string;
	readonly previous: string;
	readonly next: string;
	readonly clashes: readonly string[];
};

type Change = {
	readonly moves: readonly Moved[];
	readonly titleOf: (plan: number) => string;
	readonly clashes: ReadonlyMap<number, readonly string[]>;
};

/** Every session that moves, previous and new side by side, in plan order. */
export function moveLines({ moves, titleOf, clashes }: Change): readonly MoveLine[] {
	return moves.map(({ planNumber: plan, from, to }) => ({
		plan,
		title: titleOf(plan),
		previous: whenInWords(from),
		next: whenInWords(to),
		clashes: clashes.get(plan) ?? [],
	}));
}

const SKIP_WORDS = {
	'bank-holiday': 'bank holiday',
	closure: 'closed',
	'school-holiday': 'school holiday',
	'skipped-week': 'left out',
} as const;

/** The days that were passed over, each with why. */
export function skippedInWords(skipped: readonly SkippedDay[]): readonly string[] {
	const sentences = skipped.map(({ date, reasons }) => {
		const why = reasons.map(({ kind, label }) => `${SKIP_WORDS[kind]}, ${label}`).join('; ');
		return `${formatDay(date)} is passed over: ${why}.`;
	});
	return [...new Set(sentences)];
}

/** When a session is, in full; for a placeholder that it is not booked. */
export function whenInWords(time: Pick<SessionTime, 'day' | 'startTime' | 'lengthMinutes'> | null): string {
	return time ? `${formatDay(time.day)}, ${formatTimeSpan(time.startTime, time.lengthMinutes)}` : 'Not booked';
}
