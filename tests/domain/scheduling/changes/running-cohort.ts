import { checkMark } from '#app/domain/attendance/check-mark.ts';
import { planPatternChange } from '#app/domain/scheduling/changes/change-pattern.ts';
import { faultOfOrder } from '#app/domain/scheduling/changes/keeps-order.ts';
import { type MoveScope, planMove } from '#app/domain/scheduling/changes/move-session.ts';
import { type Moved, standingSessions, type TermSession } from '#app/domain/scheduling/changes/term.ts';
import { type CohortPlan, findClashes, type OtherCohortPlan } from '#app/domain/scheduling/clashes.ts';
import { type LayOutInput, layOutSessions } from '#app/domain/scheduling/lay-out-sessions.ts';
import type { Closure, Slot } from '#app/domain/scheduling/meeting-pattern.ts';
import { mayBeNotHeld, mayUndoNotHeld } from '#app/domain/scheduling/not-held.ts';
import type { SessionTime } from '#app/domain/scheduling/session.ts';
import { type CalendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import type { ClockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type StaffId, type VenueId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant, plusMinutes } from '#app/domain/shared/instant.ts';

/** Anything that people do to a cohort after it was laid out. Numbers are taken modulo what there is. */
export type Act =
	| { readonly kind: 'wait'; readonly hours: number }
	| {
			readonly kind: 'move';
			readonly plan: number;
			readonly daysAhead: number;
			readonly startTime: ClockTime;
			readonly scope: MoveScope;
	  }
	| { readonly kind: 'cancel' | 'undo' | 'mark' | 'apologise'; readonly plan: number }
	| { readonly kind: 'pattern'; readonly slots: readonly Slot[]; readonly daysAhead: number }
	| { readonly kind: 'skip'; readonly daysAhead: number; readonly length: number }
	| { readonly kind: 'team'; readonly team: number }
	| { readonly kind: 'enrol' };

export type Kept = TermSession & { readonly key: number; readonly changedAt: Instant };

const TEAMS = [['ann', 'bob'], ['ann'], ['cat', 'bob'], ['dan']].map((team) => team.map((id) => asId<StaffId>(id)));
const SHARED = { side: 'perpetrator', venueId: asId<VenueId>('hub'), roomId: null } as const;

/**
 * A cohort as the use cases run it, on the domain's own rules and with nothing else: what they refuse changes nothing. It
 * notes what the last act moved, so that the rules on dates can be held against it.
 */
export class RunningCohort {
	sessions: Kept[];
	slots: readonly Slot[];
	skippedWeeks: readonly Closure[];
	team = TEAMS[0]!;
	members = 0;
	now: Instant;
	moves: readonly Moved[] = [];
	readonly others: readonly OtherCohortPlan[];
	readonly input: LayOutInput;

	constructor(input: LayOutInput, others: readonly OtherCohortPlan[], now: Instant) {
		const outcome = layOutSessions(input);
		if (!outcome.done) throw new Error(outcome.code);
		this.input = input;
		this.slots = input.slots;
		this.skippedWeeks = input.skippedWeeks;
		this.now = now;
		this.sessions = outcome.value.sessions.map((session, key) => ({
			...session,
			key,
			state: 'scheduled',
			recorded: 'nothing',
			changedAt: now,
		}));
		// Whoever was there first stays: a cohort that clashes is not laid out, so the others are those that do not.
		this.others = others.filter((other) => findClashes(this.asPlan(this.sessions), [other]).length === 0);
	}

	get off() {
		return { ...this.input, skippedWeeks: this.skippedWeeks };
	}

	get term(): readonly Kept[] {
		return standingSessions(this.sessions);
	}

	/** Does it if the rules allow it; answers whether they did. */
	do(act: Act): boolean {
		this.moves = [];
		switch (act.kind) {
			case 'wait':
				this.now = plusMinutes(this.now, act.hours * 60);
				return true;
			case 'move':
				return this.move(act);
			case 'cancel':
				return this.cancel(this.at(act.plan, ({ state, time }) => state === 'scheduled' && this.hasCome(time)));
			case 'undo':
				return this.undo(this.at(act.plan, ({ state }) => state === 'cancelled'));
			case 'mark':
				return this.mark(this.at(act.plan, ({ state, time }) => state === 'scheduled' && this.hasCome(time)));
			case 'apologise':
				return this.apologise(this.at(act.plan));
			case 'pattern':
				return this.relay({ slots: act.slots, skippedWeeks: this.skippedWeeks }, this.dayAhead(act.daysAhead));
			case 'skip':
				return this.skip(act);
			case 'team':
				return this.changeTeam(TEAMS[act.team % TEAMS.length]!);
			case 'enrol':
				this.members += 1;
				return true;
		}
	}

	clashes(sessions: readonly Pick<Kept, 'planNumber' | 'time' | 'state'>[], team = this.team) {
		return findClashes(this.asPlan(sessions, team), this.others);
	}

	private asPlan(sessions: readonly Pick<Kept, 'planNumber' | 'time' | 'state'>[], team = this.team): CohortPlan {
		return { ...SHARED, team, sessions };
	}

	/** The session that an act is about: of those that it fits, if it fits any, so that few acts come to nothing. */
	private at(plan: number, fits: (session: Kept) => boolean = () => true): Kept {
		const fitting = this.term.filter(fits);
		const all = fitting.length > 0 ? fitting : this.term;
		return all[plan % all.length]!;
	}

	private hasCome(time: SessionTime | null): boolean {
		return time !== null && time.day <= dayOf(this.now);
	}

	private dayAhead(days: number): CalendarDay {
		return plusDays(dayOf(this.now), days);
	}

	private move({ plan, daysAhead, startTime, scope }: Extract<Act, { kind: 'move' }>): boolean {
		const session = this.at(plan);
		const { plans } = this.input;
		const to = { day: this.dayAhead(daysAhead), startTime, lengthMinutes: session.time?.lengthMinutes ?? 60 };
		const { term, slots, off, now } = this;
		const outcome = planMove({ term, plans, slots, off, planNumber: session.planNumber, to, now }, scope);
		if (!outcome.done || this.clashesOf(outcome.value.moves)) return false;
		if (session.state === 'cancelled') {
			const key = this.sessions.length;
			this.sessions.push({ ...session, key, state: 'scheduled', recorded: 'nothing', time: null, changedAt: now });
		}
		this.apply(outcome.value.moves, session.planNumber);
		return true;
	}

	private clashesOf(moves: readonly Moved[]): boolean {
		const moved = moves.map(({ planNumber, to }) => ({ planNumber, time: to, state: 'scheduled' as const }));
		return this.clashes(moved).length > 0;
	}

	private apply(moves: readonly Moved[], chosen: number | null): void {
		const standing = new Set(this.term.map(({ key }) => key));
		const newTimes = new Map<number, SessionTime>(moves.map(({ planNumber, to }) => [planNumber, to]));
		this.moves = moves.filter(({ planNumber }) => planNumber !== chosen);
		this.sessions = this.sessions.map((session) => {
			const time = standing.has(session.key) ? newTimes.get(session.planNumber) : undefined;
			return time ? { ...session, time, recorded: 'nothing', changedAt: this.now } : session;
		});
	}

	private change(session: Kept, changes: Partial<Kept>): true {
		this.sessions = this.sessions.map((one) => (one.key === session.key ? { ...one, ...changes } : one));
		return true;
	}

	private cancel(session: Kept): boolean {
		const marks = { nothing: [], apologies: [{ mark: 'absent-notified' }], more: [{ mark: 'attended' }] } as const;
		if (!mayBeNotHeld(session, { rows: marks[session.recorded], logs: 0, said: 0 }, this.now).done) return false;
		return this.change(session, { state: 'cancelled', changedAt: this.now });
	}

	private undo(session: Kept): boolean {
		if (!mayUndoNotHeld({ ...session, enrolmentId: null }, 1, session.changedAt, this.now).done) return false;
		const again = { ...session, state: 'scheduled' as const };
		const term = this.term.map((one) => (one.key === session.key ? again : one));
		const stands = { planNumber: session.planNumber, from: session.time, to: session.time! };
		if (faultOfOrder(term, [stands], this.now) || this.clashes([again]).length > 0) return false;
		return this.change(session, { state: 'scheduled', changedAt: this.now });
	}

	private mark(session: Kept): boolean {
		const entry = { mark: 'attended', minutes: null, reason: null, note: null } as const;
		if (this.members === 0 || !checkMark(entry, session, this.now).done) return false;
		return this.change(session, { state: 'held', recorded: 'more' });
	}

	private apologise(session: Kept): boolean {
		const entry = { mark: 'absent-notified', minutes: null, reason: 'work', note: null } as const;
		const isOpen = this.members > 0 && session.state === 'scheduled' && session.recorded === 'nothing';
		if (!isOpen || session.time === null || session.time.startsAt <= this.now) return false;
		return checkMark(entry, session, this.now).done && this.change(session, { recorded: 'apologies' });
	}

	private relay(pattern: { slots: readonly Slot[]; skippedWeeks: readonly Closure[] }, from: CalendarDay): boolean {
		const outcome = planPatternChange({
			term: this.term,
			plans: this.input.plans,
			slots: pattern.slots,
			off: { ...this.input, skippedWeeks: pattern.skippedWeeks },
			from,
			hasHadMembers: this.members > 0,
			now: this.now,
		});
		if (!outcome.done || this.clashesOf(outcome.value.moves)) return false;
		this.slots = pattern.slots;
		this.skippedWeeks = pattern.skippedWeeks;
		this.apply(outcome.value.moves, null);
		return true;
	}

	private skip({ daysAhead, length }: Extract<Act, { kind: 'skip' }>): boolean {
		const from = this.dayAhead(daysAhead);
		const week = { from, to: plusDays(from, length), label: 'Left out' };
		return this.relay({ slots: this.slots, skippedWeeks: [...this.skippedWeeks, week] }, dayOf(this.now));
	}

	private changeTeam(team: readonly StaffId[]): boolean {
		const ahead = this.term.filter(({ time }) => time !== null && time.endsAt > this.now);
		if (this.clashes(ahead, team as StaffId[]).length > 0) return false;
		this.team = team as StaffId[];
		return true;
	}
}
