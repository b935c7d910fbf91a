import type { ServerBuild } from '@remix-run/node';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { auditedHandler } from '#app/http/audit/audited-handler.ts';
import { notedBuild } from '#app/http/audit/noted-build.ts';
import { requestContext } from '#app/http/request-context.ts';
import { keepingTyped } from '#app/http/sign-in/keep-typed.ts';
import { signInCookie } from '#app/http/sign-in-cookie.ts';
import { startSignIn } from '#app/use-cases/staff/sign-in.ts';
import type { TestContext } from './context.ts';

const ORIGIN = 'http://localhost';

type Visit = {
	/** Who is signed in; nobody when left out. */
	readonly as?: StaffActor;
	/** The cookies that the browser has, beside those of `as`. */
	readonly cookie?: string | undefined;
	/** Where it asks from, as it is counted. */
	readonly address?: string;
	/** Sends a form; a list sends the field several times. */
	readonly form?: Readonly<Record<string, string | readonly string[] | File>>;
};

/** What a page answered. `text` is its words without markup. */
export type Answer = {
	readonly status: number;
	readonly headers: Headers;
	readonly html: string;
	readonly text: string;
	readonly location: string | null;
};

/** Made once: it holds the routes and nothing of a request. */
let handler: ReturnType<typeof makeHandler> | undefined;

async function makeHandler() {
	const build: ServerBuild = await import(new URL('../../build/server/index.js', import.meta.url).href);
	return auditedHandler(notedBuild(keepingTyped(build)), 'test');
}

/** Sends a whole request to the built app, without a port or a browser. */
export async function visit(
	context: TestContext,
	path: string,
	{ as, cookie, address, form }: Visit = {},
): Promise<Answer> {
	handler ??= makeHandler();
	const handle = await handler;
	const headers = new Headers({ host: 'localhost', origin: ORIGIN });
	const cookies = [as && cookieOf(context, as), cookie].filter(Boolean);
	if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
	const init = form ? { method: 'POST', headers, body: bodyOf(form) } : { headers };
	const response = await handle(new Request(`${ORIGIN}${path}`, init), requestContext(context, address ?? null));
	const html = (await response.text()).replaceAll('<!-- -->', '');
	return {
		status: response.status,
		headers: response.headers,
		html,
		text: wordsOf(html),
		location: response.headers.get('location'),
	};
}

/** A cookie with which this member of staff is signed in. */
export function cookieOf(context: TestContext, { staffId }: StaffActor): string {
	return cookieWith(context, secretOf(context, staffId));
}

/** The secret of a whole sign-in of this account, a second factor included where the role asks for one. */
export function secretOf(context: TestContext, staffId: StaffActor['staffId']): string {
	return startSignIn(context, context.db, { staffId, now: context.clock.now(), bySecondFactor: true }).secret;
}

/** The cookie that holds this secret. */
export function cookieWith(context: TestContext, secret: string): string {
	return signInCookie(context.config, secret).split(';')[0]!;
}

/** The cookies that a browser holds which had `before` and got this answer, as it sends them back. */
export function cookiesAfter({ headers }: Pick<Answer, 'headers'>, before = ''): string {
	const jar = new Map<string, string>();
	for (const pair of [...before.split('; '), ...headers.getSetCookie().map((cookie) => cookie.split(';')[0]!)]) {
		const [name = '', ...value] = pair.split('=');
		if (value.join('=') === '') jar.delete(name);
		else jar.set(name, value.join('='));
	}
	return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

function bodyOf(form: NonNullable<Visit['form']>): URLSearchParams | FormData {
	const hasFile = Object.values(form).some((value) => value instanceof File);
	const body = hasFile ? new FormData() : new URLSearchParams();
	for (const [name, value] of Object.entries(form)) {
		if (value instanceof File) (body as FormData).append(name, value);
		else for (const text of [value].flat()) body.append(name, text as string);
	}
	return body;
}

function wordsOf(html: string): string {
	const body = html.replace(/<(script|style|title)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ');
	return body.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replace(/\s+/g, ' ').trim();
}
