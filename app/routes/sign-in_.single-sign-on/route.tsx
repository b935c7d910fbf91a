import type { LoaderFunctionArgs } from '@remix-run/node';
import { sendToProvider } from '#app/http/sign-in/depart.ts';

/** Leaves for the organisation’s own sign-in: by a link, because the page’s rules let no form lead to another site. */
export function loader({ context }: LoaderFunctionArgs) {
	return sendToProvider(context, { for: 'sign-in' });
}
