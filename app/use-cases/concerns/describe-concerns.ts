import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { additionTo, type ConcernEntry } from '#app/domain/attendance/concern.ts';
import type { ConcernId, SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { type ConcernRow, listConcerns } from '#db/queries/attendance/concerns.ts';
import { findSessionDay, type SessionDay } from '#db/queries/session-day.ts';
import { appendConcernEntry, setConcernTask } from '#db/stores/tasks.ts';
import { audited } from '../audit/audited.ts';
import { openTask } from '../tasks/open-task.ts';

/** What was said of one concern on a page that showed the first `opened` lines of its history. */
export type Saying = ConcernEntry & { readonly id: ConcernId; readonly opened: number };

/**
 * Adds to the actor’s own concerns of a session what they say concerned them, and whether the referrer is to be told; an
 * earlier word is never changed. What is added to a concern whose task was settled opens another for the leads. The value is
 * how many concerns had something added: none when the page is sent again (§5.7).
 */
export function describeConcerns(
	context: AppContext,
	actor: StaffActor,
	{ sessionId, sayings }: { readonly sessionId: SessionId; readonly sayings: readonly Saying[] },
): Outcome<number, 'not-found'> {
	return audited(context, { actor, action: 'concern-described', record: ['session', sessionId] }, (tx, tell) => {
		const day = findSessionDay(tx, actor, sessionId, 'write', 'concern');
		if (!day) return refused('not-found');
		const own = listConcerns(tx, actor, sessionId).filter(({ raisedBy }) => raisedBy === actor.staffId);
		const known = new Map(own.map((concern) => [concern.id, concern]));
		if (!sayings.every(({ id }) => known.has(id))) return refused('not-found');
		const additions = sayings.flatMap(({ id, opened, ...said }) => {
			const concern = known.get(id)!;
			const added = additionTo(concern.history, opened, said);
			return added ? [{ concern, added }] : [];
		});
		for (const { concern, added } of additions) add(context, tx, actor, { day, concern, added });
		tell({ people: additions.map(({ concern }) => concern.personId), details: { concerns: additions.length } });
		return done(additions.length);
	});
}

type Addition = { readonly day: SessionDay; readonly concern: ConcernRow; readonly added: ConcernEntry };

function add(context: AppContext, tx: Db, actor: StaffActor, { day, concern, added }: Addition): void {
	const number = concern.history.length + 1;
	const { id, enrolmentId } = concern;
	appendConcernEntry(tx, { concernId: id, number, ...added, at: context.clock.now(), by: actor.staffId });
	if (concern.taskState === 'open') return;
	const about = { cohortId: day.cohort.id, enrolmentId, sessionId: day.session.id };
	setConcernTask(tx, id, openTask(context, tx, actor, { kind: 'concern', cause: `concern:${id}:${number}`, about }));
}
