import type { TypedDeferredData } from '@remix-run/node';

/**
 * The answer of a loader: what its page shows, handed to the page as it is. `json` would write it out and read it again, and
 * Remix would write it out once more for a script in the browser, of which our pages have none. It is what Remix’s own
 * `defer` hands out when nothing is deferred, without the parts that would wait for something.
 */
export function show<Data extends Record<string, unknown>>(data: Data): TypedDeferredData<Data> {
	return { data: { ...data, toJSON: nothing }, ...NOTHING_DEFERRED } as unknown as TypedDeferredData<Data>;
}

function nothing(): undefined {
	return undefined;
}

const NOTHING_DEFERRED = { subscribe: nothing, cancel: nothing, resolveData: async () => false };
