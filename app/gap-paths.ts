import { asking, type Said, saying } from './said-in-address.ts';

/** Addresses of gaps in what was to be delivered, each by its own key: a kind and an id. */
export const GAP_PATHS = {
	gaps: (said?: Said) => saying('/gaps', said),
	/** The list with these filters: codes and ids, and nobody’s name. */
	gapsWhere: (filter: {
		kind?: string | null;
		owner?: string | null;
		cohort?: string | null;
		age?: string | null;
		show?: 'accepted' | null;
	}) =>
		asking('/gaps', {
			kind: filter.kind,
			owner: filter.owner,
			cohort: filter.cohort,
			age: filter.age,
			show: filter.show,
		}),
	/** Handing the gap to somebody, by a day. */
	gap: (key: string) => `/gaps/${key}`,
	/** Accepting that nobody can mend it. */
	gapAcceptance: (key: string, said?: Said) => saying(`/gaps/${key}/acceptance`, said),
	gapAcceptanceEnd: (key: string) => `/gaps/${key}/acceptance/end`,
} as const;
