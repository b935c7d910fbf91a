import { defer } from '@remix-run/node';

/**
 * The answer of a loader: what its page shows, handed to the page as it is. `json` would write it out and read it again, and
 * Remix would write it out once more for a script in the browser, of which our pages have none.
 */
export function show<Data extends Record<string, unknown>>(data: Data) {
	return defer({ ...data, toJSON: nothing } as Data);
}

function nothing(): undefined {
	return undefined;
}
