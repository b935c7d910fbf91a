import { createContext } from 'react';
import type { Section } from '#app/domain/access/home.ts';

/** What stands around a page: whose app it is, and who is signed in. */
export type ShellFacts = {
	readonly orgName: string;
	readonly signedIn: {
		readonly name: string;
		readonly role: string;
		readonly sections: readonly Section[];
		/** How much waits in a section; beside its name while it is not 0. */
		readonly waiting: Partial<Readonly<Record<Section, number>>>;
	} | null;
};

/** What a page shows beside what its route read. */
export type PageFrame = {
	/** Null when it could not be read: then the page says so, in the frame of somebody who is not signed in. */
	readonly shell: () => ShellFacts | null;
	/** The number under which the fault that the page reports stands in the log; null on a page that works. */
	readonly faultReference: string | null;
};

/** Read when the page is rendered and not by a loader: for each loader Remix makes two requests and several promises. */
export const Frame = createContext<PageFrame>({ shell: () => null, faultReference: null });
