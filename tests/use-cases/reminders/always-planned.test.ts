import { and, eq, inArray, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MESSAGE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import { OPEN_STATES } from '#app/domain/reminders/message-lifecycle.ts';
import { dayOf, plusMinutes } from '#app/domain/shared/instant.ts';
import { planAndSend } from '#app/jobs/plan-and-send.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import { undoExit } from '#app/use-cases/people/undo-exit.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { replan } from '#app/use-cases/reminders/replan.ts';
import { resumeMessages, stopMessages } from '#app/use-cases/reminders/stop-messages.ts';
import { turnKind } from '#app/use-cases/reminders/turn-kind.ts';
import { recordNotHeld } from '#app/use-cases/sessions/record-not-held.ts';
import { undoNotHeld } from '#app/use-cases/sessions/undo-not-held.ts';
import { type Db, inTransaction } from '#db/client.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenFamily, givenTwoSides } from '#tests/support/families.ts';
import { moveAs } from '../sessions/given.ts';
import { givenContact, outboxOf } from './given.ts';

/** He meets on Tuesdays, she on Fridays of the same weeks; they are one family, and both can be written to. */
function world() {
	const context = testContext({ now: '2026-01-12T12:00:00Z' });
	const sides = givenTwoSides(context);
	const { areaId, sam, leila, worker, adam, bea } = sides;
	const members = [
		[adam.personId, 'father'],
		[bea.personId, 'mother'],
	] as const;
	givenFamily(context, { areaId, by: worker, members });
	givenContact(context, sam, adam.personId, { address: 'adam@example.org' });
	givenContact(context, leila, bea.personId, { address: 'bea@example.org' }, worker);
	return { context, ...sides };
}

type World = ReturnType<typeof world>;
type Change = (world: World, pick: number) => unknown;

const session = ({ context }: World, ids: readonly string[], pick: number) =>
	context.db
		.select()
		.from(schema.sessions)
		.where(eq(schema.sessions.id, ids[pick % 3]! as never))
		.get()!;

const enrolment = ({ context }: World, enrolmentId: string) =>
	context.db
		.select()
		.from(schema.enrolments)
		.where(eq(schema.enrolments.id, enrolmentId as never))
		.get()!;

/** Whatever may change what is written to whom; most are refused at some moments, and then change nothing. */
const CHANGES: Readonly<Record<string, Change>> = {
	moves: (of, pick) => {
		const { id, day } = session(of, of.his.sessionIds, pick);
		const [y, m, d] = day!.split('-').map(Number);
		const to = new Date(Date.UTC(y!, m! - 1, d! + (pick % 2 ? 1 : 2))).toISOString().slice(0, 10);
		return moveAs(of.context, of.hisCoordinator, id, { day: to });
	},
	'does not go ahead': (of, pick) => {
		const { id, version } = session(of, of.his.sessionIds, pick);
		return recordNotHeld(of.context, of.sam, { sessionId: id, version, reason: 'The heating' });
	},
	'goes ahead after all': (of, pick) => undoNotHeld(of.context, of.sam, { sessionId: of.his.sessionIds[pick % 3]! }),
	'is marked': (of, pick) => {
		const sessionId = of.his.sessionIds[pick % 3]!;
		const { enrolmentId } = of.adam;
		const row = of.context.db
			.select()
			.from(schema.registerRows)
			.where(and(eq(schema.registerRows.sessionId, sessionId), eq(schema.registerRows.enrolmentId, enrolmentId)))
			.get()!;
		const [mark, reason] = [
			['absent-notified', 'work'],
			['absent-no-contact', null],
			['attended', null],
		][pick % 3]!;
		const entry = { mark, minutes: null, reason, note: null };
		const choices = [{ enrolmentId, openedVersion: row.version, entry }];
		return recordRegister(of.context, of.sam, { sessionId, choices, correctionReason: 'wrong' } as never);
	},
	leaves: (of) => {
		const { enrolmentId } = of.adam;
		const { version } = enrolment(of, enrolmentId);
		const on = dayOf(of.context.clock.now());
		const exit = { enrolmentId, version, on, kind: 'left', reason: 'work', note: null };
		return recordExit(of.context, of.hisCoordinator, exit as never);
	},
	'comes back': (of) => {
		const { enrolmentId } = of.adam;
		return undoExit(of.context, of.hisCoordinator, { enrolmentId, version: enrolment(of, enrolmentId).version });
	},
	stops: (of) => stopMessages(of.context, of.sam, { personId: of.adam.personId, reason: 'They asked for it' }),
	resumes: (of) => resumeMessages(of.context, of.sam, of.adam.personId),
	'turns off': (of, pick) =>
		turnKind(of.context, of.lead, { kind: MESSAGE_KINDS[pick % 5]!, cohortId: of.his.cohortId, isOn: false }),
	'turns on': (of, pick) =>
		turnKind(of.context, of.lead, { kind: MESSAGE_KINDS[pick % 5]!, cohortId: of.his.cohortId, isOn: true }),
	'is reached elsewhere': (of, pick) =>
		givenContact(of.context, of.sam, of.adam.personId, { address: `adam${pick}@example.org` }),
};

class Undone extends Error {}

/** What the work would find, and nothing of it stays. */
function undone<Found>(context: TestContext, work: (tx: Db) => Found): Found {
	let found: Found | undefined;
	try {
		inTransaction(context.db, (tx) => {
			found = work(tx);
			throw new Undone();
		});
	} catch (fault) {
		if (!(fault instanceof Undone)) throw fault;
	}
	return found!;
}

/** What is wanted of what only the present decides; what is “changed” remembers what was planned before. */
function wantedOf(context: TestContext): string[] {
	return outboxOf(context)
		.filter(
			({ kind, state }) => kind !== 'changed' && kind !== 'missed-you' && OPEN_STATES.some((one) => one === state),
		)
		.filter(({ state }) => state === 'queued' || state === 'blocked')
		.map((one) => [one.enrolmentId, one.sessionId, one.kind, one.timeVersion, one.state, one.reason].join(' '))
		.toSorted();
}

const steps = fc.array(
	fc.record({
		change: fc.constantFrom(...Object.keys(CHANGES)),
		pick: fc.nat(30),
		hours: fc.constantFrom(0, 0, 1, 7, 24, 60),
	}),
	{ minLength: 3, maxLength: 12 },
);

/** In an order in which none is refused, so that every one is seen to change something. */
const EVERY_CHANGE = [
	...['moves', 'is reached elsewhere', 'stops', 'resumes', 'turns off', 'turns on', 'is marked'].map((change) => ({
		...{ change, pick: 6, hours: 0 },
	})),
	...[24 * 3, 0].map((hours, at) => ({ change: ['does not go ahead', 'goes ahead after all'][at]!, pick: 6, hours })),
	...['leaves', 'comes back'].map((change) => ({ change, pick: 6, hours: 1 })),
];

test('after any change the outbox is what planning everything anew wants, in the transaction of that change', async () => {
	const happened = new Set<string>();
	await fc.assert(
		fc.asyncProperty(steps, async (taken) => {
			const of = world();
			const { context } = of;
			await planAndSend(context);
			for (const { change, pick, hours } of taken) {
				if (hours > 0) {
					context.setNow(plusMinutes(context.clock.now(), hours * 60));
					await planAndSend(context);
				}
				const answer = CHANGES[change]!(of, pick) as { readonly done?: boolean } | undefined;
				if (answer?.done !== false) happened.add(change);
				expect(undone(context, (tx) => replan(context, tx))).toEqual({ made: [], changed: [] });
				const stands = wantedOf(context);
				const anew = undone(context, (tx) => {
					const open = inArray(schema.outbox.state, [...OPEN_STATES]);
					const ofNow = inArray(schema.outbox.kind, ['joining', 'reminder', 'cancelled']);
					// What was planned for an earlier time stays: by it is known who counted on that time.
					const current = sql`${schema.outbox.timeVersion} = (select ${schema.sessions.timeVersion} from ${schema.sessions} where ${schema.sessions.id} = ${schema.outbox.sessionId})`;
					tx.delete(schema.outbox)
						.where(and(open, ofNow, current))
						.run();
					replan(context, tx);
					return wantedOf(context);
				});
				expect(stands).toEqual(anew);
			}
		}),
		{ numRuns: 25, examples: [[EVERY_CHANGE]] },
	);
	// What is always refused would prove nothing.
	expect([...happened].toSorted()).toEqual(Object.keys(CHANGES).toSorted());
}, 120_000);

test('no two messages to the two sides of a family leave within a quarter of an hour, whatever is changed', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.nat(30), { minLength: 2, maxLength: 4 }), async (picks) => {
			const of = world();
			const { context } = of;
			const left: { readonly to: string; readonly at: number }[] = [];
			const day = async (from: string) => {
				for (let minute = 0; minute < 120; minute += 5) {
					context.setNow(plusMinutes(from as never, minute));
					const before = context.kept.length;
					await planAndSend(context);
					const now = Date.parse(context.clock.now());
					left.push(...context.kept.slice(before).map(({ to }) => ({ to, at: now })));
				}
			};
			for (const pick of picks) {
				CHANGES.moves!(of, pick);
				const { id } = session(of, of.hers.sessionIds, pick);
				const cancelled = { state: 'cancelled', stateReason: 'The heating' } as const;
				context.db.update(schema.sessions).set(cancelled).where(eq(schema.sessions.id, id)).run();
				replan(context, context.db, { cohortId: of.hers.cohortId });
				await day(context.clock.now());
			}
			const of_ = (name: string) => left.filter(({ to }) => to.startsWith(name)).map(({ at }) => at);
			for (const his of of_('adam')) {
				for (const hers of of_('bea')) expect(Math.abs(his - hers)).toBeGreaterThanOrEqual(15 * 60_000);
			}
		}),
		{ numRuns: 8 },
	);
}, 120_000);
