import type { SerializeFrom } from '@remix-run/node';
import { createContext, useContext } from 'react';

/** What one request came to, from which its page is drawn. */
type Shown = { readonly loaded: unknown; readonly acted: unknown };

/** Set where the page is drawn, for the one route that the page is of (decision 0031). */
export const ShownPage = createContext<Shown>({ loaded: undefined, acted: undefined });

/** What the page’s own loader handed out with `show`. */
export function useLoaderData<Loader>(): SerializeFrom<Loader> {
	return useContext(ShownPage).loaded as SerializeFrom<Loader>;
}

/** What the page’s own action answered; nothing where no form was sent. */
export function useActionData<Action>(): SerializeFrom<Action> | undefined {
	return useContext(ShownPage).acted as SerializeFrom<Action> | undefined;
}
