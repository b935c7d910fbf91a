import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type ImportPlan, type PlanRefusal, planImport } from '#app/domain/imports/cohort/plan-import.ts';
import type { CohortChoice } from '#app/domain/imports/cohort/register-choices.ts';
import { givenReference } from '#app/domain/imports/cohort/sort-rows.ts';
import type { RegisterProposal } from '#app/domain/imports/proposal.ts';
import type { RegisterRefusal } from '#app/domain/imports/propose-register.ts';
import type { Workbook } from '#app/domain/imports/sheet/workbook.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import { isBlocking, type ShownClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { type ImportRow, listTakenReferences } from '#db/queries/imports/imports.ts';
import { refuseAsking } from '../clashes/slot-refusals.ts';
import { clashesOfSettled, type SettingRefusal, type SettledCohort, settleCohort } from '../cohorts/settle-cohort.ts';
import { choicesOf, readRegister } from './read-register.ts';

/** Everything that a person looks at before a register is imported. `fingerprint` changes with whatever of it is shown. */
export type PreparedImport = {
	readonly proposal: RegisterProposal;
	readonly cohort: CohortChoice;
	readonly settled: SettledCohort;
	readonly plan: ImportPlan;
	/** Of sessions to come only: what is past cannot be moved. */
	readonly clashes: readonly ShownClash[];
	/** Too few facilitators for sessions to come; null when there are enough, or nothing is to come. */
	readonly fewFacilitators: { readonly wanted: number; readonly named: number } | null;
	readonly fingerprint: string;
};
export type PrepareRefusal = SettingRefusal | RegisterRefusal | PlanRefusal | 'cohort-not-chosen' | 'too-many-slots';

type Upload = Pick<ImportRow, 'id' | 'choices'>;

/** The dry run: reads the register by what was confirmed and works out the cohort that it would become; stores nothing. */
export function prepareImport(
	context: AppContext,
	db: Db,
	actor: Actor,
	upload: Upload,
	workbook: Workbook,
): Outcome<PreparedImport, PrepareRefusal> {
	const { cohort, leftOut, ...reading } = choicesOf(upload);
	if (cohort === null) return refused('cohort-not-chosen');
	const settled = settleCohort(context, db, actor, cohort, 'import.register');
	if (!settled.done) return settled;
	const read = readRegister(context, workbook, { ...reading, leftOut });
	if (!read.done) return read;
	const proposal = read.value;
	const waits = refuseAsking(context, db, actor);
	if (waits) return waits;
	const now = context.clock.now();
	const { programme, daysOff } = settled.value;
	const outcome = planImport({
		proposal,
		programme,
		startTime: cohort.startTime,
		places: cohort.places,
		daysOff: { ...daysOff, runsOnBankHoliday: false, skippedWeeks: [] },
		...references(db, upload.id, programme.side, proposal),
		leftOut,
		now,
	});
	if (!outcome.done) return outcome;
	const plan = outcome.value;
	const toCome = plan.sessions.filter(({ state, time }) => state === 'scheduled' && time !== null && time.endsAt > now);
	const found = clashesOfSettled(context, db, actor, settled.value, toCome);
	const clashes = found.filter(isBlocking);
	const fewFacilitators = fewIn(found);
	const shown = JSON.stringify([upload.id, cohort, plan, clashes, fewFacilitators]);
	const fingerprint = context.credentials.hashSecret(shown);
	return done({ proposal, cohort, settled: settled.value, plan, clashes, fewFacilitators, fingerprint });
}

function fewIn(clashes: readonly ShownClash[]): PreparedImport['fewFacilitators'] {
	const few = clashes.find((clash) => clash.kind === 'too-few-facilitators');
	return few ? { wanted: few.wanted, named: few.there } : null;
}

function references(db: Db, importId: ImportId, side: Side, { participants }: RegisterProposal) {
	const referencePrefix = importId.slice(0, 4).toUpperCase();
	const wanted = participants.map(({ ref, row }) => ref ?? givenReference(referencePrefix, row));
	return { referencePrefix, takenReferences: listTakenReferences(db, side, wanted) };
}
