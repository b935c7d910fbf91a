import { formatDayAndTime } from '#app/ui/format.ts';
import { sessionTitle } from '#app/ui/session-name.ts';
import type { PaperSheet } from '#app/use-cases/register/read-paper.ts';

/** What the sheet shows. */
export function viewOf({ cohort, sessions, lines }: PaperSheet) {
	const session = sessions[0]!;
	return {
		sessionId: session.id,
		cohortId: cohort.id,
		name: sessionTitle(session),
		when: session.time ? formatDayAndTime(session.time.day, session.time.startTime) : 'not booked yet',
		cohort: cohort.name,
		isCancelled: session.state === 'cancelled',
		isOfTerm: session.kind !== 'catch-up',
		lines: lines.map(({ enrolmentId, written, owesCatchUp, cells }) => {
			const cell = cells[0] ?? null;
			return { enrolmentId, written, owesCatchUp, mark: cell === 'not-expected' ? null : cell };
		}),
	};
}
export type PaperView = ReturnType<typeof viewOf>;
