import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayCorrect } from '#app/domain/attendance/correction.ts';
import { type EarlierEndRefusal, endedAfter } from '#app/domain/scheduling/changes/earlier-end.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listRegisterRows } from '#db/queries/registers.ts';
import { listTimesOf } from '#db/queries/schedule-changes.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { insertSessionTime } from '#db/stores/schedule-changes.ts';
import { updateSession } from '#db/stores/sessions.ts';
import { audited } from '../audit/audited.ts';
import { replan } from '../reminders/replan.ts';

export type EarlierEnd = {
	readonly sessionId: SessionId;
	readonly version: number;
	/** How long it lasted. */
	readonly minutes: number;
	readonly why: string;
};
type Refusal = 'not-found' | 'too-late-to-correct' | 'changed-meanwhile' | EarlierEndRefusal;

/**
 * Records that a session was shorter than planned, with an entry in the history of its times; what was marked and logged
 * stays. By its facilitators for as long as they correct its register, then by who arranges the cohort. Refused as
 * `endedAfter` says, and when the session changed since the page was opened (`version`). (§2.6, §2.7, §5.5)
 */
export function endEarlier(context: AppContext, actor: Actor, input: EarlierEnd): Outcome<undefined, Refusal> {
	const now = context.clock.now();
	const record = ['session', input.sessionId] as const;
	return audited(context, { actor, action: 'session-shortened', record }, (tx, tell) => {
		const found = findSessionDay(tx, actor, input.sessionId, 'write', 'register');
		if (!found) return refused('not-found');
		const { session, delivers, arranges } = found;
		const had = listTimesOf(tx, actor, session.id).toReversed();
		const marks = listRegisterRows(tx, actor, session.id);
		const ended = endedAfter(input.minutes, session, { had, marks }, now);
		if (!ended.done) return ended;
		if (mayCorrect({ facilitates: delivers, oversees: arranges }, session, now) === 'not-any-more') {
			return refused('too-late-to-correct');
		}
		const { day, startTime, lengthMinutes } = ended.value;
		const timeVersion = session.timeVersion + 1;
		const change = { ...ended.value, timeVersion, sequence: session.sequence + 1, changedAt: now };
		if (!updateSession(tx, session.id, input.version, change)) return refused('changed-meanwhile');
		const setBy = actor.kind === 'staff' ? actor.staffId : null;
		const kept = { sessionId: session.id, timeVersion, day, startTime, lengthMinutes, setAt: now };
		insertSessionTime(tx, { ...kept, setBy, askedBy: null, why: input.why });
		tell({ details: { minutes: lengthMinutes } });
		replan(context, tx, { sessionId: session.id });
		return done();
	});
}
