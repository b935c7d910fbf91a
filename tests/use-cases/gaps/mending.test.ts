import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { CLOCK } from '#app/domain/access/actor.ts';
import type { GapKind } from '#app/domain/gaps/gap-kinds.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { type AdaptationId, asId, type TaskId } from '#app/domain/shared/ids.ts';
import { closeMendedGaps } from '#app/use-cases/gaps/close-mended-gaps.ts';
import { drawObservationPlan } from '#app/use-cases/observations/draw-observation-plan.ts';
import { recordReferrerContact } from '#app/use-cases/people/record-referrer-contact.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { decidePlan } from '#app/use-cases/sessions/decide-plan.ts';
import { endEarlier } from '#app/use-cases/sessions/end-earlier.ts';
import { settleTask } from '#app/use-cases/tasks/settle-task.ts';
import * as schema from '#db/schema/index.ts';
import { givenObservation } from '#tests/support/observations.ts';
import { givenStaff } from '#tests/support/world.ts';
import { expectDone, type Group, givenGroup, hand, log, mark, seen } from './given.ts';

const { sessions, registerRows, enrolments } = schema;
const held = (group: Group, number: number) => mark(group, group.sessionIds[number - 1]!);

/** A lead has approved, before the session, that this is changed of its content. */
function approve({ context, ruth, sam, sessionIds }: Group, number: number, contentChange: string): void {
	const adaptationId = context.ids.next<AdaptationId>();
	const at = context.clock.now();
	context.db
		.insert(schema.adaptations)
		.values({
			...{
				id: adaptationId,
				sessionId: sessionIds[number - 1]!,
				when: 'implementation',
				how: 'x',
				planned: 'proactive',
			},
			...{ isLasting: false, decidedBy: 'team', what: 'content', contentChange, level: 'cohort' },
			...{ fidelity: 'consistent', goal: 'better-fit', reason: 'x', recordedAt: at, recordedBy: sam.staffId },
		})
		.run();
	const decided = { decision: 'approved', decidedAt: at, decidedBy: ruth.staffId } as const;
	context.db
		.insert(schema.adaptationDecisions)
		.values({ adaptationId, ...decided })
		.run();
}

type Case = { readonly break: (group: Group) => void; readonly mend: (group: Group) => void };

/** For every kind of a session: what makes it, and what mends it. */
const CASES: Partial<Readonly<Record<GapKind, Case>>> = {
	'register-incomplete': {
		break: ({ context, sessionIds }) =>
			context.db
				.update(registerRows)
				.set({ mark: null, markedAt: null })
				.where(eq(registerRows.sessionId, sessionIds[1]!))
				.run(),
		mend: ({ context, sam, sessionIds, enrolmentId }) => {
			const entry = { mark: 'attended', minutes: null, reason: null, note: null } as const;
			const choices = [{ enrolmentId, openedVersion: 1, entry }];
			const sent = { sessionId: sessionIds[1]!, choices, restAttended: false, correctionReason: null };
			expect(recordRegister(context, sam, sent)).toMatchObject({ done: true });
		},
	},
	'log-missing': {
		break: (group) => {
			held(group, 3);
			group.context.setNow('2026-02-01T12:00:00Z');
		},
		mend: (group) => expectDone(log(group, group.sam, 3)),
	},
	'core-not-delivered': {
		break: (group) => expectDone(log(group, group.sam, 2, { leavesOutCore: true, opened: 1 })),
		mend: (group) => expectDone(log(group, group.sam, 2, { opened: 2 })),
	},
	'length-short': {
		break: ({ context, sam, sessionIds }) => {
			const ended = { sessionId: sessionIds[1]!, version: 1, minutes: 60, why: 'Fire alarm' };
			expect(endEarlier(context, sam, ended)).toMatchObject({ done: true });
		},
		mend: ({ context, sam, sessionIds }) => {
			const ended = { sessionId: sessionIds[1]!, version: 2, minutes: 96, why: 'It began again' };
			expect(endEarlier(context, sam, ended)).toMatchObject({ done: true });
		},
	},
	'too-few-facilitators': {
		break: (group) => expectDone(log(group, group.sam, 2, { by: [group.sam], opened: 1 })),
		mend: (group) => expectDone(log(group, group.sam, 2, { by: [group.sam, group.tess], opened: 2 })),
	},
	'sessions-merged': {
		break: ({ context, priya, sessionIds }) => {
			const cancelled = { state: 'cancelled', stateReason: 'Snow' } as const;
			context.db.update(sessions).set(cancelled).where(eq(sessions.id, sessionIds[2]!)).run();
			const merged = { decision: 'merged', otherSessionId: sessionIds[3]!, reason: 'Together' } as const;
			expect(decidePlan(context, priya, { sessionId: sessionIds[2]!, ...merged })).toMatchObject({ done: true });
		},
		mend: (group) => approve(group, 4, 'integrating-another'),
	},
	'session-split': {
		break: ({ context, priya, sessionIds }) => {
			const split = { decision: 'split', otherSessionId: sessionIds[2]!, reason: 'No time' } as const;
			expect(decidePlan(context, priya, { sessionId: sessionIds[1]!, ...split })).toMatchObject({ done: true });
		},
		mend: (group) => approve(group, 3, 'spreading'),
	},
	'sessions-out-of-order': {
		break: ({ context, sessionIds }) => {
			const earlier = { startsAt: '2026-01-12T18:30:00Z', endsAt: '2026-01-12T20:30:00Z' } as never;
			context.db.update(sessions).set(earlier).where(eq(sessions.id, sessionIds[1]!)).run();
		},
		mend: (group) => approve(group, 1, 're-ordering'),
	},
	'not-delivered-again': {
		break: ({ context, sessionIds }) => {
			const cancelled = { state: 'cancelled', stateReason: 'Snow' } as const;
			context.db.update(sessions).set(cancelled).where(eq(sessions.id, sessionIds[2]!)).run();
		},
		mend: ({ context, priya, sessionIds }) => {
			const left = { decision: 'not-delivered', otherSessionId: null, reason: 'No date' } as const;
			expect(decidePlan(context, priya, { sessionId: sessionIds[2]!, ...left })).toMatchObject({ done: true });
		},
	},
	'joined-late': {
		break: ({ context, enrolmentId }) =>
			context.db.update(enrolments).set({ joinsAtPlan: 5 }).where(eq(enrolments.id, enrolmentId)).run(),
		mend: ({ context, enrolmentId }) =>
			context.db.update(enrolments).set({ joinsAtPlan: 3 }).where(eq(enrolments.id, enrolmentId)).run(),
	},
	'accreditation-lapsed': {
		break: ({ context, tess }) =>
			context.db
				.update(schema.staffAccreditations)
				.set({ expiresOn: calendarDay('2026-01-15') })
				.where(eq(schema.staffAccreditations.staffId, tess.staffId))
				.run(),
		mend: ({ context, tess }) =>
			context.db
				.update(schema.staffAccreditations)
				.set({ expiresOn: calendarDay('2028-01-15') })
				.where(eq(schema.staffAccreditations.staffId, tess.staffId))
				.run(),
	},
	'observation-not-released': {
		break: ({ context, sessionIds }) => {
			const owen = givenStaff(context, { name: 'Owen', roles: ['observer'] });
			givenObservation(context, { sessionId: sessionIds[0]!, observerId: owen.staffId, releasedBy: null });
		},
		mend: ({ context, ruth }) => {
			const observation = context.db.select().from(schema.observations).get()!;
			const released = { observationId: observation.id, version: 1, releasedAt: context.clock.now() };
			context.db
				.insert(schema.observationReleases)
				.values({ ...released, releasedBy: ruth.staffId })
				.run();
		},
	},
	'referrer-contacts-missing': {
		break: (group) => {
			for (const number of [3, 4, 5, 6]) held(group, number);
			for (const number of [3, 4, 5, 6]) {
				group.context.setNow(`2026-02-1${number}T12:00:00Z`);
				group.context.setNow('2026-02-18T12:00:00Z');
				expectDone(log(group, group.sam, number));
			}
		},
		mend: ({ context, priya, enrolmentId }) => {
			const said = { enrolmentId, on: calendarDay('2026-02-18'), words: 'Comes every week' };
			expect(recordReferrerContact(context, priya, said)).toMatchObject({ done: true });
		},
	},
};

const KINDS = Object.keys(CASES) as GapKind[];

test.each(KINDS)('%s is there once it is made, is handed on, and goes with its task once it is mended', (kind) => {
	const group = givenGroup();
	const { context, ruth } = group;
	// Weeks later nobody has tried to reach his partner either, which is another test.
	const open = () => seen(context, ruth).filter((one) => one !== 'partner-contact-missing');
	expect(open()).toEqual([]);
	CASES[kind]!.break(group);
	expect(open()).toEqual([kind]);
	const stateOfTask = hand(group, ruth, kind);
	expect(stateOfTask()).toBe('open');
	CASES[kind]!.mend(group);
	expect(open()).toEqual([]);
	expect(stateOfTask()).toBe('closed');
});

test('an observation that was drawn and nobody made is overdue until one is there', () => {
	const group = givenGroup();
	const { context, ruth, cohortId, sessionIds } = group;
	expect(drawObservationPlan(context, ruth, { cohortId, shownDraws: 0 })).toMatchObject({ done: true });
	const drawn = context.db.select().from(schema.drawnSessions).all();
	expect(drawn.length).toBeGreaterThan(0);
	context.setNow('2026-06-20T12:00:00Z');
	context.db.update(sessions).set({ state: 'held' }).run();
	const overdue = () => seen(context, ruth).filter((kind) => kind === 'observation-overdue').length;
	expect(overdue()).toBe(drawn.length);
	const owen = givenStaff(context, { name: 'Owen', roles: ['observer'] });
	for (const { sessionId } of drawn) {
		givenObservation(context, { sessionId, observerId: owen.staffId, releasedBy: ruth.staffId });
	}
	expect(overdue()).toBe(0);
	expect(sessionIds).toHaveLength(17);
});

test('a first contact with a partner is missing for partner support alone, until a worker says what came of it', () => {
	const group = givenGroup({ now: '2026-01-27T12:00:00Z' });
	const { context, imani, sam, priya } = group;
	// Held and logged, so that nothing else is open.
	expect(seen(context, imani)).toEqual(['partner-contact-missing']);
	for (const who of [sam, priya]) expect(seen(context, who)).not.toContain('partner-contact-missing');
	const stateOfTask = hand(group, imani, 'partner-contact-missing');
	expect(stateOfTask()).toBe('open');
	const [task] = context.db.select().from(schema.tasks).all();
	expect(task).toMatchObject({ kind: 'partner-contact', desk: 'partner-support', ownerId: imani.staffId });
	const { id, version } = task!;
	const settled = { id: asId<TaskId>(id), version, outcome: 'nobody-to-tell', note: null } as const;
	expect(settleTask(context, sam, settled)).toMatchObject({ code: 'not-found' });
	expect(settleTask(context, imani, settled)).toMatchObject({ done: true });
	expect(seen(context, imani)).toEqual([]);
	expect(stateOfTask()).toBe('done');
});

test('the clock alone closes tasks of gaps, and leaves those that are open where they are', () => {
	const group = givenGroup();
	const { context, ruth, sam } = group;
	CASES['core-not-delivered']!.break(group);
	hand(group, ruth, 'core-not-delivered');
	CASES['core-not-delivered']!.mend(group);
	const open = () => context.db.select().from(schema.tasks).where(eq(schema.tasks.state, 'open')).all();
	closeMendedGaps(context, sam);
	expect(open().filter(({ kind }) => kind === 'gap-in-log')).toHaveLength(1);
	closeMendedGaps(context, CLOCK);
	expect(open().filter(({ kind }) => kind === 'gap-in-log')).toEqual([]);
});
