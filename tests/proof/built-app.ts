import type { ServerBuild } from '@remix-run/node';
import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';

import { auditedHandler, type PageHandler } from '#app/http/audit/audited-handler.ts';
import { notedBuild } from '#app/http/audit/noted-build.ts';
import { buildByAddress } from '#app/http/pages/build-by-address.ts';

import { requestContext } from '#app/http/request-context.ts';
import { keepingTyped } from '#app/http/sign-in/keep-typed.ts';
import { signInCookie } from '#app/http/sign-in-cookie.ts';
import { startSignIn } from '#app/use-cases/staff/sign-in.ts';

const ORIGIN = 'http://localhost';
/** Where everybody asks from: attempts that fail are counted by it too. */
const ADDRESS = '203.0.113.7';

export const build: ServerBuild = await import(new URL('../../build/server/index.js', import.meta.url).href);

export type SentForm = Readonly<Record<string, string | readonly string[] | File>>;

/** All that somebody can tell of an answer: its status, its headers and its bytes. */
export type Answer = { readonly status: number; readonly headers: string; readonly body: string };
export type Ask = (path: string, form?: SentForm | null) => Promise<Answer>;

/**
 * Sends whole requests to the built app, as it is or with a planted fault, as the server does: section by section, what was
 * typed kept for who is signed out, and an audit entry for every page.
 */
export function askerOf(context: AppContext, reader: StaffActor | null, app: ServerBuild = build): Ask {
	const cookie = reader ? cookieOf(context, reader) : null;
	const partFor = buildByAddress(notedBuild(keepingTyped(app)));
	return async (path, form = null) => {
		const headers = new Headers({ host: 'localhost', origin: ORIGIN });
		if (cookie) headers.set('cookie', cookie);
		const init = form ? { method: 'POST', headers, body: bodyOf(form) } : { headers };
		const { pathname } = new URL(path, ORIGIN);
		const request = new Request(`${ORIGIN}${path}`, init);
		const response = await handlerOf(partFor(pathname))(request, requestContext(context, ADDRESS));
		return {
			status: response.status,
			headers: JSON.stringify([...response.headers]),
			body: Buffer.from(await response.arrayBuffer()).toString('latin1'),
		};
	};
}

export const locationOf = ({ headers }: Answer): string | null =>
	new Map<string, string>(JSON.parse(headers)).get('location') ?? null;

const handlers = new WeakMap<ServerBuild, PageHandler>();

function handlerOf(part: ServerBuild): PageHandler {
	const handler = handlers.get(part) ?? auditedHandler(part, 'test');
	handlers.set(part, handler);
	return handler;
}

/** A whole sign-in, a second factor included where the role asks for one. */
function cookieOf(context: AppContext, { staffId }: StaffActor): string {
	const { secret } = startSignIn(context, context.db, { staffId, now: context.clock.now(), bySecondFactor: true });
	return signInCookie(context.config, secret).split(';')[0]!;
}

function bodyOf(form: SentForm): URLSearchParams | FormData {
	const hasFile = Object.values(form).some((value) => value instanceof File);
	const body = hasFile ? new FormData() : new URLSearchParams();
	for (const [name, value] of Object.entries(form)) {
		if (value instanceof File) (body as FormData).append(name, value);
		else for (const text of [value].flat()) body.append(name, text as string);
	}
	return body;
}
