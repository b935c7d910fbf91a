import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import type { CohortState } from '#app/domain/cohorts/cohort.ts';
import { keepCohortStates } from '#app/use-cases/cohorts/keep-cohort-states.ts';
import { findCohort } from '#db/queries/cohorts.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces } from '#tests/support/world.ts';

/** A cohort of three Tuesdays from 13 January 2026, 6:30pm to 8:30pm, and its state once the clock has come by. */
function givenState(state: CohortState) {
	const context = testContext();
	const { areaId } = givenPlaces(context);
	const { cohortId } = givenCohort(context, { areaId, sessionCount: 3 });
	context.db.update(schema.cohorts).set({ state }).where(eq(schema.cohorts.id, cohortId)).run();
	return (now: string) => {
		context.setNow(now);
		keepCohortStates(context, OPERATOR);
		return findCohort(context.db, OPERATOR, cohortId)?.state;
	};
}

test('a cohort recruits until its first session starts, runs until its last has ended, and is finished then', () => {
	const at = givenState('recruiting');
	expect(at('2026-01-13T18:29:59Z')).toBe('recruiting');
	expect(at('2026-01-13T18:30:00Z')).toBe('running');
	expect(at('2026-01-27T20:29:59Z')).toBe('running');
	expect(at('2026-01-27T20:30:00Z')).toBe('finished');
});

test('a cohort that somebody set running before its first session stays running', () => {
	expect(givenState('running')('2026-01-12T09:00:00Z')).toBe('running');
});

test('a cohort that was given up stays so', () => {
	const at = givenState('cancelled');
	expect([at('2026-01-13T19:00:00Z'), at('2026-02-13T19:00:00Z')]).toEqual(['cancelled', 'cancelled']);
});

test('a clock that went ahead and was put right finishes no cohort for good', () => {
	const at = givenState('running');
	expect(at('2027-01-01T00:00:00Z')).toBe('finished');
	expect(at('2026-01-20T12:00:00Z')).toBe('running');
});
