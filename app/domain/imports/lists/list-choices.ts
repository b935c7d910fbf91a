import type { AreaId } from '../../shared/ids.ts';
import type { Listed } from '../school-holidays/written-holidays.ts';

/** What the person said of a list: the area that it is for, what it lists, and the rows taken and left against the proposal. */
export type ListChoices = {
	readonly areaId: AreaId | null;
	readonly listed: Listed;
	readonly take: readonly number[];
	readonly leaveOut: readonly number[];
};

const NO_CHOICES: ListChoices = { areaId: null, listed: 'holidays', take: [], leaveOut: [] };

/** Whatever was said, with the rest as it is proposed. */
export function listChoices(said: Partial<ListChoices>): ListChoices {
	return { ...NO_CHOICES, ...said };
}

/** What was said of the list when it was uploaded. */
export function choicesOfList({ choices }: { readonly choices: string }): ListChoices {
	return listChoices(JSON.parse(choices) as Partial<ListChoices>);
}
