/** A place in a content file that cannot be used. `file` is the path from the folder that holds the content. */
export type ContentFault = { readonly file: string; readonly line: number; readonly sentence: string };

/** Thrown when content is malformed; the message holds every fault, each on its own line as `file:line: sentence`. */
export class ContentFaults extends Error {
	readonly faults: readonly ContentFault[];

	constructor(faults: readonly ContentFault[]) {
		super(faults.map(({ file, line, sentence }) => `${file}:${line}: ${sentence}`).join('\n'));
		this.name = 'ContentFaults';
		this.faults = faults;
	}
}

/** A folder of content that is being read, and the list to which everything wrong with it is added. */
export type Reading = {
	readonly folder: string;
	/** How the folder is called in a fault. */
	readonly shownAs: string;
	readonly faults: ContentFault[];
};

/** The same reading, one folder further down. */
export function within(reading: Reading, folder: string): Reading {
	return { ...reading, folder: `${reading.folder}/${folder}`, shownAs: `${reading.shownAs}/${folder}` };
}
