import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { BookingRefusal } from '#app/domain/attendance/catch-ups.ts';
import { type ChosenTime, type ChosenTimeRefusal, chosenTime } from '#app/domain/scheduling/changes/new-time.ts';
import type { SessionTime } from '#app/domain/scheduling/session.ts';
import type { ShownClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { EnrolmentId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { insertCatchUpStaff } from '#db/stores/catch-ups.ts';
import { insertRegisterRow } from '#db/stores/registers.ts';
import { insertSession } from '#db/stores/sessions.ts';
import { audited } from '../audit/audited.ts';
import { countSlotRefusal, refuseAsking } from '../clashes/slot-refusals.ts';
import { replan } from '../reminders/replan.ts';
import { type CatchUpPlan, readCatchUpPlan, teamAt } from './read-catch-up-plan.ts';
import { catchUpClashes, refusePeople } from './refuse-catch-up.ts';

export type CatchUpToBook = {
	/** The session that they missed. */
	readonly sessionId: SessionId;
	readonly enrolmentIds: readonly EnrolmentId[];
	readonly to: ChosenTime;
	/** Who of the team delivers it. */
	readonly staffIds: readonly StaffId[];
	/** Why it counts after the last day: for leads alone, and ignored where nobody is too late. */
	readonly lateBecause: string | null;
};
type Refusal =
	| 'not-found'
	| ChosenTimeRefusal
	| BookingRefusal
	| 'nobody-chosen'
	| 'not-on-team'
	| 'clashes'
	| 'too-many-slots';

/**
 * Books a catch-up of a session for those who missed it: a session of its own with its own register, log, reminders and
 * calendar entry, that is no part of the term. It may lie in the past. Refused for all when one of them may not be booked
 * (details: `name`), when somebody who is to deliver it is not on the team then, with the clashes in the details when the
 * facilitators, the room or a participant have something else, and to who asks too often. (§5.8, §2.9)
 */
export function bookCatchUp(context: AppContext, actor: Actor, input: CatchUpToBook): Outcome<SessionId, Refusal> {
	const record = ['session', input.sessionId] as const;
	const event = { actor, action: 'catch-up-booked', record } as const;
	const outcome = audited(context, event, (tx, tell): Outcome<SessionId, Refusal> => {
		const plan = readCatchUpPlan(context, tx, actor, input.sessionId);
		const chosen = plan?.people.filter(({ enrolmentId }) => input.enrolmentIds.includes(enrolmentId)) ?? [];
		if (!plan || chosen.length !== input.enrolmentIds.length) return refused('not-found');
		if (chosen.length === 0) return refused('nobody-chosen');
		tell({ people: chosen.map(({ personId }) => personId) });
		const waits = refuseAsking(context, tx, actor);
		if (waits) return waits;
		const against = refusePeople(plan, chosen, { day: input.to.day, lateBecause: input.lateBecause });
		if (against) return against;
		const time = chosenTime(input.to, plan.term.pattern.off);
		if (!time.done) return time;
		const team = teamAt(plan, time.value);
		if (input.staffIds.length === 0 || !input.staffIds.every((id) => team.includes(id))) return refused('not-on-team');
		const clashes = catchUpClashes(context, tx, actor, { plan, chosen, time: time.value, team: input.staffIds });
		if (clashes.length > 0) return refused('clashes', { clashes });
		const id = store(context, tx, actor, { plan, input, time: time.value });
		replan(context, tx, { sessionId: id });
		tell({ details: { catchUp: id, places: chosen.length } });
		return done(id);
	});
	if (!outcome.done && outcome.code === 'clashes') {
		countSlotRefusal(context, actor, outcome.details.clashes as readonly ShownClash[]);
	}
	return outcome;
}

type ToStore = { readonly plan: CatchUpPlan; readonly input: CatchUpToBook; readonly time: SessionTime };

function store({ clock, ids }: AppContext, tx: Db, actor: Actor, { plan, input, time }: ToStore): SessionId {
	const { cohortId, planNumber } = plan.session;
	const id = ids.next<SessionId>();
	const setBy = actor.kind === 'staff' ? actor.staffId : null;
	const row = {
		id,
		cohortId,
		planNumber,
		kind: 'catch-up',
		state: 'scheduled',
		...time,
		changedAt: clock.now(),
	} as const;
	insertSession(tx, row, { setBy, askedBy: null, why: input.lateBecause ?? 'The catch-up was booked' });
	for (const enrolmentId of input.enrolmentIds) insertRegisterRow(tx, { sessionId: id, enrolmentId });
	insertCatchUpStaff(tx, id, input.staffIds);
	return id;
}
