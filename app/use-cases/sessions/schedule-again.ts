import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import type { SessionTime } from '#app/domain/scheduling/session.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listRegisterRows } from '#db/queries/registers.ts';
import type { SessionRow } from '#db/queries/sessions.ts';
import { insertRegisterRow } from '#db/stores/registers.ts';
import { insertSession } from '#db/stores/sessions.ts';
import type { Tell } from '../audit/audited.ts';
import { replan } from '../reminders/replan.ts';
import type { Asked } from './save-moves.ts';

type Again = {
	readonly session: SessionRow;
	readonly time: SessionTime;
	readonly asked: Asked;
	readonly tell: Tell;
};

/**
 * A new session for the plan of one that was cancelled: everybody who was expected there and still has their place is
 * expected at it. The cancelled one stays as it is. Call it in the transaction that has read it. (§2.8)
 */
export function scheduleAgain(context: AppContext, tx: Db, actor: Actor, again: Again): SessionId {
	const { clock, ids } = context;
	const { session, time, asked, tell } = again;
	const { cohortId, planNumber, kind } = session;
	const id = ids.next<SessionId>();
	const setBy = actor.kind === 'staff' ? actor.staffId : null;
	const row = { id, cohortId, planNumber, kind, state: 'scheduled' as const, ...time, changedAt: clock.now() };
	insertSession(tx, row, { setBy, ...asked });
	const expected = listRegisterRows(tx, actor, session.id).filter(({ enrolmentState }) => isActive(enrolmentState));
	for (const { enrolmentId } of expected) insertRegisterRow(tx, { sessionId: id, enrolmentId });
	tell({ people: expected.map(({ personId }) => personId), details: { session: id } });
	replan(context, tx, { cohortId });
	return id;
}
