import { CLOCK, type StaffActor } from '#app/domain/access/actor.ts';
import type { MarkEntry } from '#app/domain/attendance/register.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { nudgeStaff } from '#app/use-cases/notices/nudge-staff.ts';
import { listCallsOfToday } from '#app/use-cases/reminders/calls/calls-of-today.ts';
import { recordCall } from '#app/use-cases/reminders/calls/record-call.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import { stopMessages } from '#app/use-cases/reminders/stop-messages.ts';
import { turnKind } from '#app/use-cases/reminders/turn-kind.ts';
import { moveSession } from '#app/use-cases/sessions/move-session.ts';
import { planSessionMove } from '#app/use-cases/sessions/plan-move.ts';
import { listContactsOf } from '../../queries/safe-contacts.ts';
import { listSessions } from '../../queries/sessions.ts';
import type { Chapter } from '../chapters.ts';
import { certainly, type Member, type Stage } from '../stage.ts';
import { bookPast, needing, saveMark } from '../tell-catch-ups.ts';
import { tellBounce } from './tell-bounce.ts';

type Told = { readonly chapter: Chapter; readonly members: readonly Member[]; readonly cohortId: CohortId };

type OfStory = { readonly goingWell: Told; readonly losing: Told; readonly beginning: Told };

/**
 * In the group that loses men a kind is turned off, and somebody wants no messages at all. The first session of the
 * group that begins is put a little later, of which its people are told. A man of the group that goes well missed his
 * catch-up, and a message about that waits for somebody to approve it. A mail came back. Whoever is to be rung first was not
 * reached yet, and the next was. Staff are nudged about what waits.
 */
export async function tellMessages(stage: Stage, { goingWell, losing, beginning }: OfStory): Promise<void> {
	const { context, actor, at, now } = stage;
	const coordinator = actor(losing.chapter.coordinator);
	tellMissed(stage, goingWell.cohortId);
	at(plusMinutes(now, -120));
	certainly(turnKind(context, coordinator, { kind: 'joining', cohortId: losing.cohortId, isOn: false }));
	tellLaterStart(stage, beginning);
	const { personId } = losing.members.at(-2)!;
	certainly(stopMessages(context, coordinator, { personId, reason: 'They asked us to ring, and not to write' }));
	at(now);
	await sendDue(context, CLOCK);
	tellBounce(stage, [losing, goingWell, beginning]);
	ring(stage, coordinator);
	nudgeStaff(context, CLOCK);
}

/** Whoever comes first did not answer; the next did, and has been told. */
function ring({ context, now }: Pick<Stage, 'context' | 'now'>, who: StaffActor): void {
	for (const outcome of ['not-reached', 'reached'] as const) {
		const calls = listCallsOfToday(context, who).filter(({ reach, before }) => reach && before.length === 0);
		const call = calls.find(({ reach }) => reach!.hours.from <= now);
		if (!call?.reach) return;
		const said = { outcome, rungAt: now, contactId: call.reach.contact.id, note: null };
		certainly(recordCall(context, who, { id: call.details.id, ...said }));
	}
}

function tellLaterStart({ context, actor }: Stage, { chapter, cohortId }: Told): void {
	const coordinator = actor(chapter.coordinator);
	const sessions = listSessions(context.db, coordinator, [cohortId]);
	const next = sessions.find(
		({ time, state }) => state === 'scheduled' && time && time.startsAt > context.clock.now(),
	)!;
	const { day, lengthMinutes } = next.time!;
	const chosen = { sessionId: next.id, to: { day, startTime: clockTime('10:45'), lengthMinutes } };
	const { fingerprint } = certainly(planSessionMove(context, context.db, coordinator, chosen));
	const asked = { askedBy: 'service', why: 'The room is free a quarter of an hour later' } as const;
	certainly(moveSession(context, coordinator, { ...chosen, scope: 'one', asked, fingerprint }));
}

const MISSED: MarkEntry = { mark: 'absent-no-contact', minutes: null, reason: null, note: null };

/** Somebody who may be written to, so that there is something to approve; nobody where none of them may. */
function tellMissed(stage: Stage, cohortId: CohortId): void {
	const { context, actor } = stage;
	const needs = needing(stage, cohortId);
	const contacts = listContactsOf(
		context.db,
		actor('sam'),
		needs.map(({ person }) => person.personId),
	);
	const reached = contacts.filter(({ contact, isShared }) => contact.channel === 'email' && !isShared);
	const one = needs.find(({ person }) => reached.some(({ personId }) => personId === person.personId));
	if (one) saveMark(stage, bookPast(stage, cohortId, one), MISSED);
}
