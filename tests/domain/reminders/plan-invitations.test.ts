import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CalendarEntry } from '#app/domain/reminders/calendar-entries.ts';
import type { CalendarInvitation, InvitationState } from '#app/domain/reminders/calendar-invitation.ts';
import { type Invitee, planInvitations, shownIn } from '#app/domain/reminders/plan-invitations.ts';
import { asId } from '#app/domain/shared/ids.ts';
import { type Instant, instant, plusMinutes } from '#app/domain/shared/instant.ts';

const NOW = instant('2026-03-03T12:00:00Z');
const WANTS: Invitee = { isActive: true, wantsSince: instant('2026-03-01T12:00:00Z') };
const DOES_NOT: Invitee = { ...WANTS, wantsSince: null };

type Row = CalendarInvitation & { state: InvitationState; plannedAt: Instant };

function entryOf(change: Partial<CalendarEntry> = {}): CalendarEntry {
	return {
		sessionId: asId('session1'),
		title: 'Group session 7',
		place: 'Northfield Centre',
		startsAt: instant('2026-03-10T18:30:00Z'),
		endsAt: instant('2026-03-10T20:30:00Z'),
		sequence: 2,
		changedAt: instant('2026-03-02T10:00:00Z'),
		isCancelled: false,
		...change,
	};
}

function rowOf(state: InvitationState, change: Partial<Row> = {}): Row {
	const { isCancelled: _, ...event } = entryOf();
	return { ...event, method: 'request', useBy: event.startsAt, state, plannedAt: NOW, ...change };
}

const MOVED = { startsAt: instant('2026-03-11T18:30:00Z'), endsAt: instant('2026-03-11T20:30:00Z'), sequence: 3 };
const stepsFor = (entry: CalendarEntry | null, rows: Row[], invitee = WANTS, now = NOW) =>
	planInvitations(invitee, entry ? [entry] : [], rows, now);

test('a session to come is put into the calendar, with the sequence and the moment of its own last change', () => {
	expect(stepsFor(entryOf(), [])).toEqual([
		{
			do: 'make',
			invitation: {
				sessionId: 'session1',
				method: 'request',
				title: 'Group session 7',
				place: 'Northfield Centre',
				startsAt: '2026-03-10T18:30:00Z',
				endsAt: '2026-03-10T20:30:00Z',
				sequence: 2,
				changedAt: '2026-03-02T10:00:00Z',
				useBy: '2026-03-10T18:30:00Z',
			},
		},
	]);
});

test('nobody is invited who does not want it, whose account is closed, or to what has begun or does not go ahead', () => {
	expect(stepsFor(entryOf(), [], DOES_NOT)).toEqual([]);
	expect(stepsFor(entryOf(), [], { ...WANTS, isActive: false })).toEqual([]);
	expect(stepsFor(entryOf({ isCancelled: true }), [])).toEqual([]);
	expect(stepsFor(entryOf(), [], WANTS, instant('2026-03-10T18:30:00Z'))).toEqual([]);
	expect(stepsFor(entryOf(), [], WANTS, instant('2026-03-10T18:29:59Z'))).toHaveLength(1);
});

test.each(['queued', 'leased', 'sent', 'unknown', 'failed'] as const)(
	'what is %s and still true is not planned again',
	(state) => {
		expect(stepsFor(entryOf(), [rowOf(state)])).toEqual([]);
		expect(stepsFor(entryOf({ sequence: 9 }), [rowOf(state)])).toEqual(
			state === 'queued' ? [expect.objectContaining({ do: 'drop' }), expect.objectContaining({ do: 'make' })] : [],
		);
	},
);

test.each(['suppressed', 'expired'] as const)('what was %s and is true again waits again, as one row', (state) => {
	const row = rowOf(state);
	expect(stepsFor(entryOf(), [row])).toMatchObject([
		{ do: 'renew', row, invitation: { method: 'request', sequence: 2 } },
	]);
});

test.each(['sent', 'unknown'] as const)(
	'a change of what is %s follows as a request with a higher sequence',
	(state) => {
		expect(stepsFor(entryOf(MOVED), [rowOf(state)])).toMatchObject([
			{ do: 'make', invitation: { method: 'request', ...MOVED, useBy: MOVED.endsAt } },
		]);
	},
);

test('a place that was renamed is told too, although the session’s own sequence stays', () => {
	expect(stepsFor(entryOf({ place: 'Northfield Hall' }), [rowOf('sent')])).toMatchObject([
		{ do: 'make', invitation: { method: 'request', sequence: 3, changedAt: NOW, place: 'Northfield Hall' } },
	]);
	expect(stepsFor(entryOf({ place: 'Northfield Hall' }), [rowOf('queued')])).toMatchObject([
		{ do: 'renew', invitation: { method: 'request', sequence: 2, place: 'Northfield Hall' } },
	]);
});

test('a change is told with the moment at which it came about, and is of use until the later of both ends', () => {
	const changedAt = instant('2026-03-03T11:00:00Z');
	const earlier = { startsAt: instant('2026-03-09T18:30:00Z'), endsAt: instant('2026-03-09T20:30:00Z'), sequence: 3 };
	expect(stepsFor(entryOf({ ...earlier, changedAt }), [rowOf('sent')])).toMatchObject([
		{ do: 'make', invitation: { ...earlier, changedAt, useBy: '2026-03-10T20:30:00Z' } },
	]);
	expect(stepsFor(entryOf({ ...MOVED, changedAt }), [rowOf('sent')])).toMatchObject([
		{ do: 'make', invitation: { changedAt, useBy: MOVED.endsAt } },
	]);
	expect(stepsFor(entryOf(MOVED), [rowOf('sent')], WANTS, instant('2026-03-11T20:29:59Z'))).toHaveLength(1);
	expect(stepsFor(entryOf(MOVED), [rowOf('sent')], WANTS, MOVED.endsAt)).toEqual([]);
});

test('a calendar shows what was said last, in whatever order it is read', () => {
	const cancel = rowOf('sent', { method: 'cancel', sequence: 5 });
	expect(shownIn([cancel, rowOf('sent')])).toBeNull();
	expect(shownIn([rowOf('sent', { sequence: 6 }), cancel])).toMatchObject({ sequence: 6 });
});

test('a session that is cancelled is taken out, above the request, as the calendar shows it', () => {
	expect(stepsFor(entryOf({ ...MOVED, isCancelled: true }), [rowOf('sent')])).toMatchObject([
		{ do: 'make', invitation: { method: 'cancel', sequence: 3, startsAt: '2026-03-10T18:30:00Z' } },
	]);
	expect(stepsFor(entryOf({ isCancelled: true }), [rowOf('sent')])).toMatchObject([
		{ do: 'make', invitation: { method: 'cancel', sequence: 3 } },
	]);
});

test('a request that was not sent yet and is cancelled vanishes, and no cancellation follows', () => {
	const row = rowOf('queued');
	const cancelled = entryOf({ isCancelled: true, sequence: 3 });
	expect(stepsFor(cancelled, [row])).toEqual([{ do: 'drop', row, state: 'suppressed', reason: 'session-cancelled' }]);
	expect(stepsFor(cancelled, [rowOf('suppressed')])).toEqual([]);
});

test('of a request that waits behind one that was sent only the cancellation is left', () => {
	const waits = rowOf('queued', MOVED);
	expect(stepsFor(entryOf({ ...MOVED, sequence: 4, isCancelled: true }), [rowOf('sent'), waits])).toMatchObject([
		{ do: 'drop', row: waits, reason: 'session-cancelled' },
		{ do: 'make', invitation: { method: 'cancel', sequence: 4, startsAt: '2026-03-10T18:30:00Z' } },
	]);
});

test('while one is on its way nothing is planned for its session', () => {
	expect(stepsFor(entryOf({ isCancelled: true, sequence: 3 }), [rowOf('leased')])).toEqual([]);
	expect(stepsFor(null, [rowOf('sent'), rowOf('leased', MOVED)])).toEqual([]);
});

test('who leaves the team, or wants it no more, has taken out what is to come, and keeps what is over', () => {
	for (const steps of [stepsFor(null, [rowOf('sent')]), stepsFor(entryOf(), [rowOf('sent')], DOES_NOT)]) {
		expect(steps).toMatchObject([{ do: 'make', invitation: { method: 'cancel', sequence: 3, changedAt: NOW } }]);
	}
	const after = instant('2026-03-10T20:30:00Z');
	expect(stepsFor(null, [rowOf('sent')], WANTS, after)).toEqual([]);
	expect(stepsFor(entryOf(), [rowOf('sent')], DOES_NOT, after)).toEqual([]);
});

test('nothing more goes to an account that was closed, not even a cancellation', () => {
	const row = rowOf('queued');
	const closed = { ...WANTS, isActive: false };
	expect(stepsFor(entryOf(), [row], closed)).toEqual([
		{ do: 'drop', row, state: 'suppressed', reason: 'account-closed' },
	]);
	expect(stepsFor(entryOf({ isCancelled: true }), [rowOf('sent')], closed)).toEqual([]);
});

test('what is dropped says why', () => {
	const reasons = (entry: CalendarEntry | null, row: Row, invitee = WANTS, now = NOW) =>
		stepsFor(entry, [row], invitee, now).flatMap((step) => (step.do === 'drop' ? [[step.state, step.reason]] : []));
	expect(reasons(entryOf(), rowOf('queued'), DOES_NOT)).toEqual([['suppressed', 'turned-off']]);
	expect(reasons(null, rowOf('queued'))).toEqual([['suppressed', 'off-the-team']]);
	expect(reasons(entryOf(MOVED), rowOf('queued'))).toEqual([['suppressed', 'out-of-date']]);
	expect(reasons(entryOf(), rowOf('queued'), WANTS, instant('2026-03-10T18:30:00Z'))).toEqual([
		['expired', 'past-its-use'],
	]);
	const cancel = rowOf('queued', { method: 'cancel', sequence: 3, useBy: instant('2026-03-10T20:30:00Z') });
	expect(stepsFor(entryOf(), [rowOf('sent'), cancel])).toEqual([
		{ do: 'drop', row: cancel, state: 'suppressed', reason: 'out-of-date' },
	]);
});

test('a session that is under way stays in the calendar', () => {
	expect(stepsFor(entryOf(), [rowOf('sent')], WANTS, instant('2026-03-10T19:00:00Z'))).toEqual([]);
});

test('who comes back is invited above the cancellation', () => {
	const cancel = rowOf('sent', { method: 'cancel', sequence: 5 });
	expect(stepsFor(entryOf(), [rowOf('sent'), cancel])).toMatchObject([
		{ do: 'make', invitation: { method: 'request', sequence: 6 } },
	]);
});

test('what was refused for good is tried again only when it is asked for anew, or something changes', () => {
	expect(stepsFor(entryOf(), [rowOf('failed')])).toEqual([]);
	expect(stepsFor(entryOf(), [rowOf('failed')], { ...WANTS, wantsSince: NOW })).toEqual([]);
	// A cancellation that was refused is no invitation that was: who is asked back is asked.
	const refused = rowOf('failed', { method: 'cancel', sequence: 4 });
	expect(stepsFor(entryOf(), [refused])).toMatchObject([
		{ do: 'make', invitation: { method: 'request', sequence: 5 } },
	]);
	expect(stepsFor(null, [rowOf('sent'), refused], DOES_NOT)).toEqual([]);
	const asked = { ...WANTS, wantsSince: plusMinutes(NOW, 1) };
	expect(stepsFor(entryOf(), [rowOf('failed')], asked)).toMatchObject([
		{ do: 'make', invitation: { method: 'request', sequence: 3 } },
	]);
	expect(stepsFor(entryOf(MOVED), [rowOf('failed')])).toMatchObject([
		{ do: 'make', invitation: { method: 'request', ...MOVED } },
	]);
	expect(stepsFor(entryOf({ isCancelled: true }), [rowOf('failed')])).toEqual([]);
});

type Fate = 'sent' | 'unknown' | 'failed' | 'lost' | 'waits';
type Act =
	| { act: 'move'; day: number }
	| { act: 'cancel' | 'undo' | 'off' | 'on' | 'leave' | 'join' }
	| { act: 'send'; fate: Fate };

const acts = fc.array(
	fc.oneof(
		fc.record({ act: fc.constant('move' as const), day: fc.integer({ min: 10, max: 20 }) }),
		fc.record({ act: fc.constantFrom('cancel' as const, 'undo' as const, 'off' as const, 'on' as const) }),
		fc.record({ act: fc.constantFrom('leave' as const, 'join' as const) }),
		fc.record({
			act: fc.constant('send' as const),
			fate: fc.constantFrom<Fate>('sent', 'unknown', 'failed', 'lost', 'waits'),
		}),
	),
	{ maxLength: 25 },
);

/** A calendar program: takes what has a higher sequence than what it holds, and nothing else. */
function calendarAfter(arrived: readonly Row[]): Row | null {
	let held: Row | null = null;
	for (const mail of arrived) if (held === null || mail.sequence > held.sequence) held = mail;
	return held?.method === 'request' ? held : null;
}

test('whatever happens in whatever order, the calendar ends up true, sequences only go up, and planning twice changes nothing', () => {
	fc.assert(
		fc.property(acts, (story: Act[]) => {
			let now = NOW;
			let entry = entryOf({ sequence: 0 });
			let [onTeam, wantsSince] = [true, NOW as Instant | null];
			const rows: Row[] = [];
			const arrived: Row[] = [];
			const handed: Row[] = [];
			const invitee = () => ({ isActive: true, wantsSince });
			const plan = () => planInvitations(invitee(), onTeam ? [entry] : [], rows, now);
			const follow = () => {
				for (const step of plan()) {
					if (step.do === 'make') rows.push({ ...step.invitation, state: 'queued', plannedAt: now });
					if (step.do === 'renew') Object.assign(step.row, step.invitation, { state: 'queued', plannedAt: now });
					if (step.do === 'drop') step.row.state = step.state;
				}
				expect(plan()).toEqual([]);
				const keys = rows.map(({ method, sequence }) => `${method} ${sequence}`);
				expect(new Set(keys).size).toBe(keys.length);
				expect(rows.filter(({ state }) => state === 'queued').length).toBeLessThanOrEqual(1);
			};
			const send = (fate: Fate) => {
				const row = rows.find(({ state }) => state === 'queued');
				if (!row || fate === 'waits') return;
				if (fate !== 'failed') handed.push({ ...row });
				if (fate === 'sent' || fate === 'unknown') arrived.push({ ...row });
				row.state = fate === 'lost' ? 'unknown' : fate;
			};
			const change = (to: Partial<CalendarEntry>) => {
				entry = { ...entry, ...to, sequence: entry.sequence + 1, changedAt: now };
			};
			follow();
			for (const { act, ...what } of story) {
				now = plusMinutes(now, 1);
				if ('day' in what) change(timesOf(what.day));
				if (act === 'cancel' && !entry.isCancelled) change({ isCancelled: true });
				if (act === 'undo' && entry.isCancelled) change({ isCancelled: false });
				if (act === 'off') wantsSince = null;
				if (act === 'on') wantsSince ??= now;
				if (act === 'leave' || act === 'join') onTeam = act === 'join';
				if ('fate' in what) send(what.fate);
				else follow();
			}
			follow();
			send('sent');
			follow();
			const handedUp = handed.every((mail, at) => at === 0 || mail.sequence > handed[at - 1]!.sequence);
			expect(handedUp).toBe(true);
			expect(handed[0]?.method).not.toBe('cancel');
			const lost = handed.length > arrived.length || rows.some(({ state }) => state === 'failed');
			if (lost) return;
			const held = calendarAfter(arrived);
			const isTheirs = onTeam && wantsSince !== null && !entry.isCancelled;
			expect(held && { startsAt: held.startsAt }).toEqual(isTheirs ? { startsAt: entry.startsAt } : null);
			expect(shownIn(rows)?.sequence).toBe(held?.sequence);
		}),
		{ numRuns: 400 },
	);
});

function timesOf(day: number) {
	return { startsAt: instant(`2026-03-${day}T18:30:00Z`), endsAt: instant(`2026-03-${day}T20:30:00Z`) };
}
