/** One row of a list as a person looks at it before it is brought in. */
export type ListLine = {
	readonly row: number;
	readonly name: string;
	/** What it says, in a few words. */
	readonly what: string;
	/** Why it stays out, or what to know of it. */
	readonly note: string | null;
	readonly comesIn: boolean;
	/** Whether a person may take it or leave it against what is proposed. */
	readonly mayChoose: boolean;
};
