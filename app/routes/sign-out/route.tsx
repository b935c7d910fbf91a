import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { notFound } from '#app/http/not-found.ts';
import { readSignInCookie, signInCookie } from '#app/http/sign-in-cookie.ts';
import { paths } from '#app/paths.ts';
import { signOut } from '#app/use-cases/staff/sign-out.ts';

export function loader(): never {
	throw notFound();
}

/**
 * Ends the sign-in and has the browser forget what it kept of us. Our own cookie is taken away by name: the browser's word
 * for all cookies would take those of every other service under the same domain.
 */
export function action({ request, context }: ActionFunctionArgs) {
	const secret = readSignInCookie(context.config, request);
	if (secret) signOut(context, secret);
	const headers = { 'Set-Cookie': signInCookie(context.config, ''), 'Clear-Site-Data': '"cache", "storage"' };
	return redirect(paths.signIn('signed-out'), { headers });
}
