import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { endEarlier } from '#app/use-cases/sessions/end-earlier.ts';
import * as schema from '#db/schema/index.ts';
import { lastEntry, trailOf } from '#tests/support/audit.ts';
import { givenStaff } from '#tests/support/world.ts';
import { givenTerm, sessionOf, type Term } from './given.ts';

type Who = 'sam' | 'coordinator';
const first = ({ sessionIds }: Term) => sessionIds[0]!;

function shorten(term: Term, who: Who, minutes: number, version = sessionOf(term.context, first(term)).version) {
	return endEarlier(term.context, term[who], { sessionId: first(term), version, minutes, why: 'The heating failed' });
}

const timesOf = (term: Term) =>
	term.context.db
		.select()
		.from(schema.sessionTimes)
		.where(eq(schema.sessionTimes.sessionId, first(term)))
		.orderBy(asc(schema.sessionTimes.timeVersion))
		.all()
		.map(({ timeVersion, lengthMinutes, setBy, why }) => ({ timeVersion, lengthMinutes, setBy, why }));

test('a session that ended early keeps the time that was planned, with who said so and why', () => {
	const term = givenTerm('2026-01-13T20:00:00Z');
	const before = lastEntry(term.context);
	expect(shorten(term, 'sam', 60).done).toBe(true);
	expect(sessionOf(term.context, first(term))).toMatchObject({
		...{ day: '2026-01-13', startTime: '18:30', lengthMinutes: 60, endsAt: '2026-01-13T19:30:00Z' },
		...{ state: 'scheduled', timeVersion: 2, sequence: 1 },
	});
	expect(timesOf(term).at(-1)).toEqual({
		...{ timeVersion: 2, lengthMinutes: 60 },
		...{ setBy: term.sam.staffId, why: 'The heating failed' },
	});
	expect(trailOf(term.context, before)).toMatchObject([
		{ action: 'session-shortened', outcome: 'done', record: `session ${first(term)}` },
	]);
});

test('it is corrected up to the plan and never beyond, however often it is tried', () => {
	const term = givenTerm('2026-01-13T22:00:00Z');
	expect(shorten(term, 'sam', 60).done).toBe(true);
	expect(shorten(term, 'coordinator', 90).done).toBe(true);
	expect(shorten(term, 'sam', 121)).toMatchObject({ code: 'longer-than-planned', details: { planned: 120 } });
	expect(shorten(term, 'sam', 120).done).toBe(true);
	expect(timesOf(term).map(({ lengthMinutes }) => lengthMinutes)).toEqual([120, 60, 90, 120]);
});

test('the marks stay; those that would no longer fit are to be corrected first', () => {
	const term = givenTerm('2026-01-13T20:00:00Z');
	const { context, sam, enrolmentId } = term;
	const mark = (minutes: number, openedVersion: number) => {
		const entry = { mark: 'left-early' as const, minutes, reason: 'work' as const, note: null };
		const choices = [{ enrolmentId, openedVersion, entry }];
		return recordRegister(context, sam, {
			sessionId: first(term),
			choices,
			restAttended: false,
			correctionReason: null,
		});
	};
	expect(mark(70, 1).done).toBe(true);
	expect(shorten(term, 'sam', 60)).toMatchObject({ code: 'marks-longer', details: { count: 1 } });
	expect(mark(30, 2).done).toBe(true);
	expect(shorten(term, 'sam', 60).done).toBe(true);
	const row = context.db
		.select()
		.from(schema.registerRows)
		.where(eq(schema.registerRows.sessionId, first(term)))
		.get();
	expect(row).toMatchObject({ mark: 'left-early', minutes: 30, version: 3 });
	expect(mark(70, 3)).toMatchObject({ code: 'marks-at-fault' });
});

test('its facilitators say so for as long as they correct its register; a coordinator afterwards too', () => {
	const term = givenTerm('2026-01-21T09:00:00Z');
	expect(shorten(term, 'sam', 60)).toMatchObject({ code: 'too-late-to-correct' });
	expect(shorten(term, 'coordinator', 60).done).toBe(true);
});

test('refused for a page of before and for a facilitator of another cohort, without a trace in the history', () => {
	const term = givenTerm('2026-01-13T20:00:00Z');
	expect(shorten(term, 'sam', 60, 7)).toMatchObject({ code: 'changed-meanwhile' });
	const stranger = { ...term, sam: givenStaff(term.context) };
	expect(shorten(stranger, 'sam', 60)).toMatchObject({ code: 'not-found' });
	expect(timesOf(term)).toHaveLength(1);
	expect(sessionOf(term.context, first(term)).lengthMinutes).toBe(120);
});
