import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { notFound } from '#app/http/not-found.ts';
import { endDepartureCookie, readDeparture } from '#app/http/sign-in/departure.ts';
import { paths } from '#app/paths.ts';
import { answerArrival } from './arrivals.ts';

/** Where the provider sends people back. What the browser left with is good for this one return. */
export async function loader({ request, context }: LoaderFunctionArgs) {
	if (!context.singleSignOn) throw notFound();
	const departure = readDeparture(context.config, request);
	const identity = departure && (await context.singleSignOn.arrive(new URL(request.url), departure));
	const answer = identity
		? answerArrival(request, context, departure.purpose, identity)
		: redirect(paths.signIn('single-sign-on-failed'));
	answer.headers.append('Set-Cookie', endDepartureCookie(context.config));
	return answer;
}
