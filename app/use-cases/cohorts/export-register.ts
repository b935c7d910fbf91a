import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type RegisterToWrite, registerTable } from '#app/domain/exports/register-table.ts';
import type { Table } from '#app/domain/exports/table.ts';
import type { CohortId, PersonId } from '#app/domain/shared/ids.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { type CohortReview, reviewCohort } from './review-cohort.ts';

export type ExportedRegister = {
	readonly table: Table;
	/** Whom it holds. */
	readonly people: readonly PersonId[];
};

/**
 * The cohort's register as a sheet, from the same reading as its page: who is masked or absent there is so here. Null when
 * the cohort, or its register, is not the actor's to read.
 */
export function exportRegister(context: AppContext, actor: Actor, cohortId: CohortId): ExportedRegister | null {
	if (!mayOn(context.db, actor, 'read', 'register', cohortId)) return null;
	const review = reviewCohort(context, actor, cohortId);
	if (!review) return null;
	const table = registerTable({ ...sheetOf(review), exportedAt: context.clock.now() });
	return { table, people: review.record.members.map(({ personId }) => personId) };
}

/** What a register says cell by cell, before it is written as a sheet. */
export function sheetOf({ record, summary }: CohortReview): Omit<RegisterToWrite, 'exportedAt'> {
	const minutesOf = new Map(record.marks.map((mark) => [`${mark.enrolmentId} ${mark.planNumber}`, mark.minutes]));
	return {
		title: record.cohort.name,
		sessions: record.sessions.map(({ planNumber, time, state }) => ({
			planNumber,
			day: time?.day ?? null,
			isCancelled: state === 'cancelled',
		})),
		people: record.members.map(({ enrolmentId, filedName, reference, exitKind }, index) => ({
			name: filedName,
			reference,
			ended: exitKind,
			cells: summary.people[index]!.cells.map((cell, at) => ({
				cell,
				minutes: minutesOf.get(`${enrolmentId} ${record.sessions[at]!.planNumber}`) ?? null,
			})),
		})),
	};
}
