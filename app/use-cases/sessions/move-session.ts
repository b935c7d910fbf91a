import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { MoveScope } from '#app/domain/scheduling/changes/move-session.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listRegisterRows } from '#db/queries/registers.ts';
import type { SessionRow } from '#db/queries/sessions.ts';
import { insertMarks } from '#db/stores/registers.ts';
import { audited, type Tell } from '../audit/audited.ts';
import { type ChosenMove, type MovePlanRefusal, planSessionMove } from './plan-move.ts';
import { type Asked, saveMoves } from './save-moves.ts';
import { scheduleAgain } from './schedule-again.ts';

export type MoveToSave = ChosenMove & {
	readonly scope: MoveScope;
	readonly asked: Asked;
	/** Of the plan that the person looked at. */
	readonly fingerprint: string;
};
type Refusal = MovePlanRefusal | 'plan-changed' | 'clashes';

/**
 * Moves a session, alone or with the later ones, exactly as it was shown; schedules the plan of a cancelled one again.
 * Answers with the session that stands. The plan is made anew: refused, with that plan in the details, when it is no
 * longer the one that was looked at, and when a new time clashes. Apologies were for the old time: they are taken back.
 */
export function moveSession(context: AppContext, actor: Actor, input: MoveToSave): Outcome<SessionId, Refusal> {
	const record = ['session', input.sessionId] as const;
	return audited(context, { actor, action: 'session-moved', record }, (tx, tell) => {
		const outcome = planSessionMove(context, tx, actor, input);
		if (!outcome.done) return outcome;
		const planned = outcome.value;
		const way = planned.ways[input.scope];
		if (planned.fingerprint !== input.fingerprint) return refused('plan-changed', { planned });
		if (!way.done) return way;
		if (way.value.clashes.length > 0) return refused('clashes', { planned });
		const { moves } = way.value;
		const { term, booked } = planned.term;
		const session = [...term, ...booked].find(({ id }) => id === input.sessionId)!;
		tell({ details: { moved: moves.length } });
		const { asked } = input;
		if (session.state === 'cancelled') {
			const [again, ...later] = moves;
			saveMoves(context, tx, actor, { moves: later, term, asked });
			return done(scheduleAgain(context, tx, actor, { session, time: again!.to, asked, tell }));
		}
		takeApologiesBack(context, tx, actor, { session, tell });
		saveMoves(context, tx, actor, { moves, term: session.enrolmentId === null ? term : [session], asked });
		return done(session.id);
	});
}

type Moving = { readonly session: SessionRow; readonly tell: Tell };

function takeApologiesBack({ clock }: AppContext, tx: Db, actor: Actor, { session, tell }: Moving): void {
	const rows = listRegisterRows(tx, actor, session.id).filter(({ mark }) => mark === 'absent-notified');
	const nothing = { mark: null, minutes: null, reason: null, note: null, correctionReason: null };
	const by = { markedAt: clock.now(), markedBy: actor.kind === 'staff' ? actor.staffId : null };
	const entries = rows.map(({ enrolmentId, version }) => ({ enrolmentId, version: version + 1, ...nothing, ...by }));
	insertMarks(tx, session.id, entries);
	tell({ people: rows.map(({ personId }) => personId), details: { apologies: rows.length } });
}
