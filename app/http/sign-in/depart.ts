import { redirect } from '@remix-run/node';
import { paths } from '#app/paths.ts';
import { notFound } from '../not-found.ts';
import type { RequestContext } from '../request-context.ts';
import { departureCookie, type Purpose } from './departure.ts';

/**
 * Where the provider is, and the header with what the browser keeps meanwhile; null when it cannot be reached. To link an
 * account, or to accept an invitation, the provider asks who it is anew: whoever was signed in there last need not be the
 * person who holds the link.
 */
export async function departFor({ singleSignOn, config }: RequestContext, purpose: Purpose) {
	if (!singleSignOn) throw notFound();
	const found = await singleSignOn.depart({ asksAgain: purpose.for !== 'sign-in' });
	return found && { url: found.url, cookie: departureCookie(config, { ...found.departure, purpose }) };
}

/** Sends the browser to the provider, or back to the sign-in page with a sentence. */
export async function sendToProvider(context: RequestContext, purpose: Purpose): Promise<Response> {
	const departure = await departFor(context, purpose);
	if (!departure) return redirect(paths.signIn('single-sign-on-away'));
	return redirect(departure.url, { headers: { 'Set-Cookie': departure.cookie } });
}
