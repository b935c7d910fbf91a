import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { calendarEntries } from '#app/domain/reminders/calendar-entries.ts';
import { type InvitationStep, planInvitations } from '#app/domain/reminders/plan-invitations.ts';
import type { CalendarInvitationId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import { listTeamSessions } from '#db/queries/calendar/calendar-feeds.ts';
import {
	findInvitee,
	type InvitationRow,
	listInvitationsTo,
	listInvitees,
} from '#db/queries/calendar/calendar-invitations.ts';
import { insertInvitation, updateInvitation } from '#db/stores/calendar/calendar-invitations.ts';
import { audited } from '../audit/audited.ts';
import { LET_GO } from '../reminders/let-go.ts';

/**
 * Plans the calendar invitations that are wanted now, for each member of staff in a transaction of its own: made, renewed
 * or put aside. Running it again changes nothing. Whoever waits for a page comes in between. Answers how many it touched.
 */
export async function planCalendarInvitations(context: AppContext): Promise<number> {
	let touched = 0;
	for (const staffId of listInvitees(context.db, context.clock.now())) {
		touched += planFor(context, staffId);
		await new Promise((resolve) => setImmediate(resolve));
	}
	return touched;
}

function planFor(context: AppContext, staffId: StaffId): number {
	const act = { actor: CLOCK, action: 'calendar-invitations-planned', record: ['staff', staffId] } as const;
	return audited(context, act, (tx, tell) => {
		const now = context.clock.now();
		const { steps } = judgeInvitations(tx, staffId, now);
		const many = (what: InvitationStep<unknown>['do']) => steps.filter((step) => step.do === what).length;
		tell({ details: { made: many('make'), renewed: many('renew'), dropped: many('drop') } });
		followSteps(context, tx, staffId, steps);
		return steps.length;
	});
}

/**
 * What is to be done about the invitations to this member of staff, as everything stands at this
 * moment, and where they get mail.
 */
export function judgeInvitations(tx: Db, staffId: StaffId, now: Instant) {
	const { actor, email, invitee } = findInvitee(tx, staffId);
	const mayHave = mayAtAll(actor, 'write', 'own-calendar');
	const entries = mayHave ? calendarEntries(listTeamSessions(tx, actor, { after: now }), now) : [];
	const before = listInvitationsTo(
		tx,
		staffId,
		entries.map(({ sessionId }) => sessionId),
		now,
	);
	return { email, before, steps: planInvitations(invitee, entries, before, now) };
}

/** Writes what planning made of this member's invitations. */
export function followSteps(
	{ ids, clock }: AppContext,
	tx: Db,
	staffId: StaffId,
	steps: readonly InvitationStep<InvitationRow>[],
): void {
	const now = clock.now();
	const afresh = { state: 'queued', reason: null, dueAt: now, plannedAt: now, attempts: 0 } as const;
	for (const step of steps) {
		if (step.do === 'drop') updateInvitation(tx, step.row, { state: step.state, reason: step.reason, ...LET_GO });
		if (step.do === 'renew') updateInvitation(tx, step.row, { ...step.invitation, ...afresh, ...LET_GO });
		if (step.do !== 'make') continue;
		insertInvitation(tx, { id: ids.next<CalendarInvitationId>(), staffId, ...step.invitation, ...afresh });
	}
}
