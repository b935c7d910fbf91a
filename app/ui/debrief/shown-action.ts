/** An action of a debrief as its lists show it. */
export type ShownAction = {
	readonly id: string;
	readonly words: string;
	/** The task, for who may open it. */
	readonly href: string | null;
	readonly owner: string;
	readonly due: string;
	readonly state: 'open' | 'overdue' | 'done' | 'closed';
	readonly cameOfIt: string | null;
};
