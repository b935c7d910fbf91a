import type { CalendarDay } from '../shared/calendar-day.ts';
import { type CellReading, causeAfter } from './marks/read-cell.ts';
import { NO_SESSION } from './marks/usual-marks.ts';
import type { ProposedSessionStatus } from './proposal.ts';

/** A cell of one session's column, for a person who was enrolled at the time. */
export type ColumnCell = { readonly reading: CellReading; readonly overSeveralPeople: boolean };
export type SessionJudged = {
	readonly status: ProposedSessionStatus;
	readonly reason: string | null;
	/** One cell says that there was no session, others have marks, and neither outweighs the other. */
	readonly contradicted: boolean;
};

/**
 * What became of a session. The heading, or one text joined over several people, cancels it for all who were enrolled,
 * whatever is in their cells; a text in single cells does so only where no one has a mark. A session still to come, or
 * without any mark, is scheduled: that nobody filled it in does not say that it was held.
 */
export function judgeSession(
	heading: string,
	cells: readonly ColumnCell[],
	day: CalendarDay | null,
	asOf: CalendarDay,
): SessionJudged {
	const inHeading = NO_SESSION.exec(heading);
	if (inHeading) return cancelled(causeAfter(heading.slice(inHeading.index)));
	const words = cells.filter((cell) => cell.reading.kind === 'no-session');
	const marked = cells.some(({ reading }) => !['blank', 'no-session', 'joined', 'left'].includes(reading.kind));
	const joined = words.find((cell) => cell.overSeveralPeople);
	const word = joined ?? (marked ? undefined : words[0]);
	if (word) return cancelled(word.reading.kind === 'no-session' ? word.reading.reason : null);
	if (day === null) return { status: 'doubtful', reason: null, contradicted: words.length > 0 };
	const isOver = day < asOf || (day === asOf && marked);
	return { status: isOver && marked ? 'held' : 'scheduled', reason: null, contradicted: words.length > 0 };
}

function cancelled(reason: string | null): SessionJudged {
	return { status: 'cancelled', reason, contradicted: false };
}
