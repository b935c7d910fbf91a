import type { ListLine } from '#app/domain/imports/lists/list-line.ts';
import type { ListLook } from '#app/domain/imports/lists/list-look.ts';
import type { AreaId, ImportId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import type { Made } from '#db/stores/lists.ts';

/** What the person said of a list: the area that it is for, what it lists, and the rows taken and left against the proposal. */
export type ListChoices = {
	readonly areaId: AreaId | null;
	readonly listed: 'holidays' | 'terms';
	readonly take: readonly number[];
	readonly leaveOut: readonly number[];
};

/** Everything that a person looks at before a list is brought in, and what bringing it in does. */
export type ListPlan = {
	readonly look: ListLook;
	readonly lines: readonly ListLine[];
	/** Writes what comes in, inside the transaction of the import; answers with what it made. */
	readonly store: (tx: Db, importId: ImportId) => Made;
};

const NO_CHOICES: ListChoices = { areaId: null, listed: 'holidays', take: [], leaveOut: [] };

/** What was said of the list when it was uploaded. */
export function choicesOfList({ choices }: { readonly choices: string }): ListChoices {
	return { ...NO_CHOICES, ...(JSON.parse(choices) as Partial<ListChoices>) };
}
