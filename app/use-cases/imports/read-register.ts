import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import {
	NO_CHOICES,
	questionOf,
	type RegisterChoices,
	type RegisterReading,
} from '#app/domain/imports/cohort/register-choices.ts';
import type { RegisterProposal } from '#app/domain/imports/proposal.ts';
import { proposeRegister, type RegisterRefusal } from '#app/domain/imports/propose-register.ts';
import type { Workbook } from '#app/domain/imports/sheet/workbook.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import type { Outcome } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findImport, type ImportRow } from '#db/queries/imports/imports.ts';

/** Reads the register in a workbook as of today, by what a person has confirmed of it; stores nothing. */
export function readRegister(
	{ clock, content }: AppContext,
	workbook: Workbook,
	reading: RegisterReading = NO_CHOICES,
): Outcome<RegisterProposal, RegisterRefusal> {
	return proposeRegister(workbook, questionOf(reading, dayOf(clock.now()), content.programmes));
}

/** What somebody has confirmed of this import so far. */
export function choicesOf({ choices }: Pick<ImportRow, 'choices'>): RegisterChoices {
	return { ...NO_CHOICES, ...(JSON.parse(choices) as Partial<RegisterChoices>) };
}

/** An upload that the actor may go on with: not imported, not undone. Null otherwise. */
export function findUpload(db: Db, actor: Actor, importId: ImportId): ImportRow | null {
	const found = findImport(db, actor, importId);
	return found?.state === 'uploaded' ? found : null;
}
