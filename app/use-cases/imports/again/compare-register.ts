import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { wordsOf } from '#app/domain/exports/register-table.ts';
import { type Comparison, compareSheet } from '#app/domain/imports/again/compare-sheet.ts';
import { exportedAt } from '#app/domain/imports/again/exported-at.ts';
import type { RegisterRefusal } from '#app/domain/imports/propose-register.ts';
import type { Workbook } from '#app/domain/imports/sheet/workbook.ts';
import type { CohortId, PersonId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listRowsOfRegisters } from '#db/queries/registers.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { sheetOf } from '../../cohorts/export-register.ts';
import { reviewCohort } from '../../cohorts/review-cohort.ts';
import { readRegister } from '../read-register.ts';

export type ComparedRegister = {
	readonly comparison: Comparison;
	/** Whom the register holds. */
	readonly people: readonly PersonId[];
};

/** What a sheet says that the register of this cohort does not; stores nothing. Refused as reading any register is. */
export function compareRegister(
	context: AppContext,
	actor: Actor,
	cohortId: CohortId,
	workbook: Workbook,
): Outcome<ComparedRegister, 'not-found' | RegisterRefusal> {
	const { db, clock } = context;
	if (!mayOn(db, actor, 'write', 'import.register', cohortId)) return refused('not-found');
	const review = reviewCohort(context, actor, cohortId);
	if (!review) return refused('not-found');
	const read = readRegister(context, workbook);
	if (!read.done) return read;
	const { members, sessions } = review.record;
	const people = sheetOf(review).people.map((person, at) => ({
		...members[at]!,
		words: wordsOf(person),
	}));
	const rowsOf = listRowsOfRegisters(
		db,
		actor,
		sessions.map(({ id }) => id),
	);
	const registers = sessions.map((session) => ({ session, rows: rowsOf(session.id) }));
	const sheet = { proposal: read.value, exportedAt: exportedAt(workbook), people, registers, now: clock.now() };
	return done({ comparison: compareSheet(sheet), people: members.map(({ personId }) => personId) });
}
