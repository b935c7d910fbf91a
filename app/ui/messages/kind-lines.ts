import type { AppContext } from '#app/context.ts';
import { whenItLeaves } from '#app/domain/reminders/kind-words.ts';
import { KIND_NAMES, KINDS_OF_A_COHORT, SETTABLE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { type KindOff, listKindsOff } from '#db/queries/messages/kinds-off.ts';
import { formatInstant } from '../format.ts';

export type KindLine = ReturnType<typeof kindLines>[number];

/** Every kind that can be turned here, for the organisation or a cohort; what is off everywhere cannot be turned on in one. */
export function kindLines({ db, content }: AppContext, cohortId: CohortId | null) {
	const off = listKindsOff(db, cohortId);
	return (cohortId === null ? SETTABLE_KINDS : KINDS_OF_A_COHORT).map((kind) => {
		const everywhere = off.find((one) => one.kind === kind && one.cohortId === null);
		const here = off.find((one) => one.kind === kind && one.cohortId === cohortId);
		const found = everywhere ?? here ?? null;
		return {
			...{ kind, name: KIND_NAMES[kind], when: whenItLeaves(kind, content.kindTimings) },
			isOn: found === null,
			since: found && sinceWhen(found),
			turn: cohortId !== null && everywhere ? null : found ? ('on' as const) : ('off' as const),
		};
	});
}

function sinceWhen({ by, at }: KindOff): string {
	return `By ${by}, ${formatInstant(at)}`;
}
