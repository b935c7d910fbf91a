import type { AppContext } from '#app/context.ts';
import { whenItLeaves } from '#app/domain/reminders/kind-words.ts';
import { KINDS_OF_A_COHORT, SETTABLE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { listKindsOff } from '#db/queries/messages/kinds-off.ts';

/**
 * Every kind that can be turned here, for the organisation or a cohort, with when it leaves and by whom it is off since
 * when; `turn` is null for what is off everywhere, because a cohort cannot turn that on. Ask for who may turn kinds here.
 */
export function kindsHere({ db, content }: AppContext, cohortId: CohortId | null) {
	const off = listKindsOff(db, cohortId);
	return (cohortId === null ? SETTABLE_KINDS : KINDS_OF_A_COHORT).map((kind) => {
		const everywhere = off.find((one) => one.kind === kind && one.cohortId === null);
		const found = everywhere ?? off.find((one) => one.kind === kind) ?? null;
		const turn = cohortId !== null && everywhere ? null : found ? ('on' as const) : ('off' as const);
		return { kind, when: whenItLeaves(kind, content.kindTimings), off: found && { by: found.by, at: found.at }, turn };
	});
}
