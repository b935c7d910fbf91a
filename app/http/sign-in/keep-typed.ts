import { type ActionFunctionArgs, redirect, type ServerBuild } from '@remix-run/node';
import type { TypedFields } from '#app/domain/sign-in/kept-form.ts';
import { paths } from '#app/paths.ts';
import { settleForm } from '#app/use-cases/kept-forms/forget-kept-forms.ts';
import { keepForm } from '#app/use-cases/kept-forms/keep-form.ts';
import { actorOf } from '../actor.ts';
import { readSignInCookie } from '../sign-in-cookie.ts';
import { keptKeyCookie, readKeptKey } from './kept-key.ts';

type Route = ServerBuild['routes'][string];
type Action = NonNullable<Route['module']['action']>;

/**
 * The build with every action watched over: a form that arrives after its sign-in has run out is kept for its owner before
 * the browser is sent to sign in, and forgotten once it was saved. Wrapped around the route tree’s own actions, so that
 * nothing is ever kept for an address that the app does not have (docs/security.md).
 */
export function keepingTyped(build: ServerBuild): ServerBuild {
	return {
		...build,
		routes: Object.fromEntries(Object.entries(build.routes).map(([id, route]) => [id, watched(route)])),
	};
}

function watched(route: Route): Route {
	const { action } = route.module;
	if (!action) return route;
	const watchedAction: Action = async (args) => {
		const { request, context } = args as ActionFunctionArgs;
		const actor = actorOf(request, context);
		if (actor) return settled(args as ActionFunctionArgs, actor, await action(args));
		const copy = readSignInCookie(context.config, request) && isPlainForm(request) ? request.clone() : request;
		try {
			return await action(args);
		} catch (answer) {
			if (!isSentToSignIn(answer)) throw answer;
			throw await keptAnswer({ ...(args as ActionFunctionArgs), request: copy }, pageNameOf(route), answer);
		}
	};
	return { ...route, module: { ...route.module, action: watchedAction } };
}

/** A redirect after a form means that it was saved: what was kept of it is not needed any more. */
function settled(
	{ request, context }: ActionFunctionArgs,
	actor: NonNullable<ReturnType<typeof actorOf>>,
	answer: unknown,
) {
	const key = readKeptKey(context.config, request);
	if (key && answer instanceof Response && answer.status === 302) {
		settleForm(context, actor, { key, path: addressOf(request) });
	}
	return answer as ReturnType<Action>;
}

async function keptAnswer({ request, context }: ActionFunctionArgs, pageName: string, otherwise: Response) {
	const secret = readSignInCookie(context.config, request);
	if (secret === null) return otherwise;
	if (!isPlainForm(request)) return redirectSaying('upload-not-kept', otherwise);
	const fields: TypedFields = [...new URLSearchParams(await request.text())];
	const key = readKeptKey(context.config, request);
	const outcome = keepForm(context, { secret, key, path: addressOf(request), pageName, fields });
	if (outcome.done) return redirectSaying('kept', otherwise, keptKeyCookie(context.config, outcome.value.key));
	return outcome.code === 'too-large' ? redirectSaying('too-large', otherwise) : otherwise;
}

/** Not one with files: those are not kept. */
function isPlainForm({ headers }: Request): boolean {
	return /^application\/x-www-form-urlencoded/i.test(headers.get('Content-Type') ?? '');
}

function isSentToSignIn(answer: unknown): answer is Response {
	if (!(answer instanceof Response) || answer.status !== 302) return false;
	return /^\/sign-in(\/|$)/.test(answer.headers.get('Location') ?? '');
}

/** The same step of signing in, with a word for what became of the form. */
function redirectSaying(word: string, { headers }: Response, cookie?: string): Response {
	const to = headers.get('Location') ?? paths.signIn();
	return redirect(`${to}?said=${word}`, cookie ? { headers: { 'Set-Cookie': cookie } } : {});
}

function addressOf(request: Request): string {
	const { pathname, search } = new URL(request.url);
	return pathname + search;
}

/** What the page’s own title calls it; titles name no person and no programme. */
function pageNameOf({ module }: Route): string {
	try {
		const titles = (module.meta as unknown as (args: object) => readonly { title?: string }[])({});
		return titles.find(({ title }) => title)?.title?.replace(/ - Plumbline$/, '') ?? 'A form';
	} catch {
		return 'A form';
	}
}
