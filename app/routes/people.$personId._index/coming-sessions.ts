import type { StaffActor } from '#app/domain/access/actor.ts';
import type { AttendanceFact } from '#app/domain/attendance/attendance-fact.ts';
import { MARK_MEANINGS } from '#app/domain/attendance/marks.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { wallTimeOf } from '#app/domain/shared/instant.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatDayAndTime } from '#app/ui/format.ts';
import type { EnrolmentRow } from '#db/queries/enrolments.ts';
import { listTermRegisters } from '#db/queries/registers/term-registers.ts';

/** Who rings says that they cannot come to the next one or two, seldom more. */
const SHOWN = 3;

/**
 * The next sessions that somebody is expected at, each with the place in its register where an apology in advance is
 * recorded; nothing for who does not take that register, nor of a place that has ended. (§5.5)
 */
export function comingSessions(
	{ db, clock }: RequestContext,
	actor: StaffActor,
	{ id, cohortId }: EnrolmentRow,
	facts: readonly (AttendanceFact & { readonly sessionId: SessionId })[],
) {
	const now = clock.now();
	const coming = facts.flatMap(({ startsAt, ...fact }) =>
		fact.expected && fact.sessionState === 'scheduled' && startsAt !== null && startsAt > now
			? [{ ...fact, startsAt }]
			: [],
	);
	if (coming.length === 0) return [];
	const taken = new Set(listTermRegisters(db, actor, cohortId).map((session) => session.id));
	return coming
		.filter(({ sessionId }) => taken.has(sessionId))
		.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
		.slice(0, SHOWN)
		.map(({ sessionId, planNumber, startsAt, mark }) => {
			const { day, time } = wallTimeOf(startsAt);
			return {
				text: `Session ${planNumber}, ${formatDayAndTime(day, time)}`,
				mark: mark && MARK_MEANINGS[mark].label.toLowerCase(),
				href: `${paths.register(sessionId)}#${id}`,
			};
		});
}
