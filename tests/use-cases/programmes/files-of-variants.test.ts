import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { STANDING_WORDS } from '#app/ui/fidelity/frame-words.ts';
import { COUNTED_NAMES, countedInWords } from '#app/ui/fidelity/register-words.ts';
import { FATE_NAMES } from '#app/ui/retention/retention-words.ts';
import { exportRegister } from '#app/use-cases/adaptations/export-register.ts';
import { recordAdaptation } from '#app/use-cases/adaptations/record-adaptation.ts';
import { exportRetention } from '#app/use-cases/retention/export-retention.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** A cohort of the version as it is laid out and one of its variant, in one area. */
function given() {
	const context = testContext({ now: '2026-01-13T20:45:00Z' });
	const places = givenPlaces(context);
	const ruth = givenStaff(context, { name: 'Ruth', roles: ['lead'] });
	const sam = givenStaff(context, { name: 'Sam' });
	const laidOut = givenCohort(context, { ...places, team: [sam] });
	const varied = givenCohort(context, { ...places, team: [sam], startTime: '10:00' });
	const programmes = context.content.programmes.filter(({ slug }) => slug === 'caring-dads');
	const version = programmes.find(({ variant }) => variant === null)!;
	const variant = programmes.find((one) => one.variant !== null)!;
	const { cohorts } = schema;
	context.db.update(cohorts).set({ programmeVariant: variant.variant }).where(eq(cohorts.id, varied.cohortId)).run();
	return { context, ruth, sam, laidOut, varied, version, variant };
}

test('the retention files of a version and of its variant share no place: what one hides is no difference of the two', () => {
	const { context, ruth, laidOut, varied, version, variant } = given();
	const places = (cohort: typeof laidOut, removed: number, staying: number) => {
		for (let index = 0; index < removed + staying; index += 1) {
			const { enrolmentId } = givenMember(context, cohort);
			const ended = { exitKind: 'removed', exitReason: 'moved-away', exitOn: calendarDay('2026-01-13') } as const;
			const state = index < removed ? ({ state: 'removed', ...ended } as const) : ({ state: 'on-programme' } as const);
			context.db.update(schema.enrolments).set(state).where(eq(schema.enrolments.id, enrolmentId)).run();
		}
	};
	places(laidOut, 2, 7);
	places(varied, 6, 6);
	const file = (programme: typeof version) =>
		exportRetention(context, ruth, programme, { areaId: null, names: FATE_NAMES }).rows.slice(0, 3);
	const [title, , row] = file(version);
	expect(title).toEqual([null, 'Caring Dads, version 1, without its variants']);
	expect(row!.slice(1)).toEqual(['hidden', 'hidden', 7, 'hidden', 'hidden', 'hidden', 'hidden']);
	expect(file(variant)[2]!.slice(2)).toEqual([0, 6, 0, 0, 6, 12]);
});

test('the files of adaptations of a version and of its variant share no record', () => {
	const { context, ruth, sam, laidOut, varied, version, variant } = given();
	const activityKey = planNumbered(version, 1).activities.find(({ core }) => core)!.key;
	const write = (sessionId: SessionId, many: number) => {
		for (let index = 0; index < many; index += 1) {
			const written = recordAdaptation(context, sam, {
				...{ sessionId, when: 'implementation', how: `Way ${index}`, isLasting: false, decidedBy: 'team' },
				...{ what: 'content', contentChange: 'tailoring', contextChange: null, level: 'cohort' },
				...{ fidelity: 'consistent', goal: 'better-fit', reason: 'Some read little', activityKey },
			});
			expect(written.done).toBe(true);
		}
	};
	write(laidOut.sessionIds[0]!, 2);
	write(varied.sessionIds[0]!, 6);
	const names = {
		about: () => ({ plan: 'Session 1', activity: 'Check-in' }),
		...{ standing: STANDING_WORDS, question: COUNTED_NAMES, answer: countedInWords },
	};
	const all = (programme: typeof version) =>
		exportRegister(context, ruth, programme, names)
			.rows.find(([, , question]) => question === 'All')!
			.at(-1);
	expect([all(version), all(variant)]).toEqual(['hidden', 6]);
});
