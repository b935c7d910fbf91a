import { and, eq } from 'drizzle-orm';
import { MESSAGE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant } from '#app/domain/shared/instant.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import { undoExit } from '#app/use-cases/people/undo-exit.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { decideMessage } from '#app/use-cases/reminders/decide-message.ts';
import { resumeMessages, stopMessages } from '#app/use-cases/reminders/stop-messages.ts';
import { turnKind } from '#app/use-cases/reminders/turn-kind.ts';
import { recordNotHeld } from '#app/use-cases/sessions/record-not-held.ts';
import { undoNotHeld } from '#app/use-cases/sessions/undo-not-held.ts';
import * as schema from '#db/schema/index.ts';
import { moveAs } from '../../use-cases/sessions/given.ts';
import type { Chance } from './chance.ts';
import { type Cohort, givenSomeContact, type Member, type Year } from './year.ts';

type Change = (year: Year, cohort: Cohort, member: Member) => unknown;

/** What people do to a cohort and to somebody in it; what is refused changes nothing. */
export const CHANGES: Readonly<Record<string, Change>> = {
	moves: ({ context, chance, coordinator }, cohort) => {
		const one = nextOf(context, cohort, chance.below(2));
		if (!one?.day) return;
		return moveAs(context, coordinator[cohort.side], one.id, { day: plusDays(one.day, chance.below(5) - 1) });
	},
	'does not go ahead': ({ context }, cohort) => {
		const one = nextOf(context, cohort, 0);
		return (
			one &&
			recordNotHeld(context, cohort.facilitator, { sessionId: one.id, version: one.version, reason: 'The heating' })
		);
	},
	'goes ahead after all': ({ context }, cohort) => {
		const off = sessionsOf(context, cohort).findLast(({ state }) => state === 'cancelled');
		return off && undoNotHeld(context, cohort.facilitator, { sessionId: off.id });
	},
	apologises: ({ context }, cohort, { enrolmentId }) => {
		const one = nextOf(context, cohort, 0);
		return one && mark(context, cohort, one.id, [[enrolmentId, 'absent-notified', 'work']]);
	},
	leaves: ({ context, coordinator }, cohort, { enrolmentId }) => {
		const { version } = placeOf(context, enrolmentId);
		const on = dayOf(context.clock.now());
		const exit = { enrolmentId, version, on, kind: 'left', reason: 'work', note: null };
		return recordExit(context, coordinator[cohort.side], exit as never);
	},
	'comes back': ({ context, coordinator }, cohort, { enrolmentId }) => {
		const { version } = placeOf(context, enrolmentId);
		return undoExit(context, coordinator[cohort.side], { enrolmentId, version });
	},
	stops: ({ context }, { facilitator }, { personId }) =>
		stopMessages(context, facilitator, { personId, reason: 'They asked for it' }),
	resumes: ({ context }, { facilitator }, { personId }) => resumeMessages(context, facilitator, personId),
	'turns off': ({ context, chance, lead }, { cohortId }) =>
		turnKind(context, lead, { kind: chance.oneOf(MESSAGE_KINDS), cohortId, isOn: false }),
	'turns on': ({ context, lead }, { cohortId }) => {
		for (const kind of MESSAGE_KINDS) turnKind(context, lead, { kind, cohortId, isOn: true });
	},
	'is reached elsewhere': (year, _cohort, member) => givenSomeContact(year, member),
};

type Context = Year['context'];

export function sessionsOf({ db }: Context, { cohortId }: Pick<Cohort, 'cohortId'>) {
	const { sessions } = schema;
	return db.select().from(sessions).where(eq(sessions.cohortId, cohortId)).orderBy(sessions.planNumber).all();
}

function nextOf(context: Context, cohort: Cohort, after: number) {
	const now = context.clock.now();
	return sessionsOf(context, cohort).filter(({ state, endsAt }) => state === 'scheduled' && endsAt! > now)[after];
}

function placeOf({ db }: Context, enrolmentId: EnrolmentId) {
	return db.select().from(schema.enrolments).where(eq(schema.enrolments.id, enrolmentId)).get()!;
}

type Marked = readonly [EnrolmentId, string, string | null];

function mark(context: Context, { facilitator }: Cohort, sessionId: SessionId, marks: readonly Marked[]) {
	const choices = marks.flatMap(([enrolmentId, chosen, reason]) => {
		const { registerRows } = schema;
		const at = and(eq(registerRows.sessionId, sessionId), eq(registerRows.enrolmentId, enrolmentId));
		const row = context.db.select().from(registerRows).where(at).get();
		const entry = { mark: chosen, minutes: null, reason, note: null };
		return row?.expected ? [{ enrolmentId, openedVersion: row.version, entry }] : [];
	});
	return recordRegister(context, facilitator, { sessionId, choices, correctionReason: 'wrong' } as never);
}

/** The evening after a session: its register, and a word on what waits for one. */
export function afterSession({ context, chance }: Year, cohort: Cohort, sessionId: SessionId): void {
	const marks = cohort.members.map(({ enrolmentId }): Marked => {
		const isThere = chance.isLucky(0.75);
		return [enrolmentId, isThere ? 'attended' : 'absent-no-contact', null];
	});
	mark(context, cohort, sessionId, marks);
	const waiting = eq(schema.outbox.reason, 'needs-approval');
	for (const { id } of context.db.select().from(schema.outbox).where(waiting).all()) {
		if (chance.isLucky(0.5))
			decideMessage(context, cohort.facilitator, { id, decision: chance.isLucky(0.7) ? 'approved' : 'declined' });
	}
}

/** When each of so many changes of a year happens, in order; most while people are at work. */
export function momentsOfChange(chance: Chance, count: number): readonly Instant[] {
	const at = () => {
		const day = plusDays(calendarDay('2026-01-05'), chance.below(345));
		const minutes = chance.isLucky(0.8) ? 8 * 60 + chance.below(11 * 60) : chance.below(24 * 60);
		const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
		return `${day}T${hour}:${minute}:00Z` as Instant;
	};
	return Array.from({ length: count }, at).toSorted();
}
