import type { EntryContext } from '@remix-run/node';
import type { ComponentType, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ShownPage } from '#app/http/pages/shown.ts';
import { countAlerts } from '#db/queries/audit/alerts.ts';
import { countUnreadNotices } from '#db/queries/notices/notices.ts';
import { ROLE_NAMES } from './domain/access/actor.ts';
import { sectionsOf } from './domain/access/home.ts';
import { actorOf } from './http/actor.ts';
import { noteFault } from './http/pages/fault.ts';
import type { RequestContext } from './http/request-context.ts';
import { FaultPage, Page } from './root.tsx';
import { Frame, type ShellFacts } from './ui/shell/page-frame.ts';
import type { PageHandle } from './ui/shell/page-handle.ts';

export default function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	remix: EntryContext,
	context: RequestContext,
): Response {
	const page = renderToStaticMarkup(
		<Frame.Provider value={{ shell: () => shellOf(request, context), faultReference: context.faultReference ?? null }}>
			{drawn(remix)}
		</Frame.Provider>,
	);
	const html = isRefusedForm(request, status) ? page.replace('<title>', '<title>Error: ') : page;
	headers.set('Content-Type', 'text/html; charset=utf-8');
	headers.set('Cache-Control', 'no-store');
	// As bytes: a text is looked through and encoded anew for each of its readers.
	const bytes = Buffer.from(`<!DOCTYPE html>${html}`);
	if (context.page === undefined) return new Response(bytes, { status, headers });
	const response = new Response(null, { status, headers });
	context.page = { response, bytes };
	return response;
}

/**
 * The page of the route that answers, or what is said of a fault: by ourselves, because what Remix has for it is for pages
 * that go on in the browser, and looks for the route once more (decision 0031).
 */
function drawn({ staticHandlerContext, routeModules }: EntryContext): ReactNode {
	const { matches, location, loaderData, actionData, errors } = staticHandlerContext;
	const { pathname } = location;
	const leaf = matches.at(-1);
	const [fault] = Object.values(errors ?? {});
	const module = leaf && (routeModules[leaf.route.id] as PageModule | undefined);
	if (errors || !leaf || !module) return <FaultPage pathname={pathname} fault={fault} />;
	const { id } = leaf.route;
	const { default: Drawn, handle, meta } = module;
	const title = meta?.({ data: loaderData[id] })[0]?.title ?? 'Plumbline';
	return (
		<ShownPage.Provider value={{ loaded: loaderData[id], acted: actionData?.[id] }}>
			<Page title={title} pathname={pathname} handle={handle}>
				<Drawn />
			</Page>
		</ShownPage.Provider>
	);
}

/** What the module of a page’s route has for us. */
type PageModule = {
	readonly default: ComponentType;
	readonly handle?: PageHandle;
	readonly meta?: (shown: { readonly data: unknown }) => readonly { readonly title: string }[];
};

/** A page that shows a form again says so in its title; a route's own title cannot know what its action answered. */
function isRefusedForm({ method }: Request, status: number): boolean {
	return method === 'POST' && [400, 409, 422].includes(status);
}

const shells = new WeakMap<RequestContext, ShellFacts | null>();

/** Read once for each request; what could not be read is not asked again by the page that says so. */
function shellOf(request: Request, context: RequestContext): ShellFacts | null {
	const known = shells.get(context);
	if (known !== undefined) return known;
	shells.set(context, null);
	const shell = readShell(request, context);
	shells.set(context, shell);
	return shell;
}

function readShell(request: Request, context: RequestContext): ShellFacts {
	const actor = actorOf(request, context);
	const signedIn = actor && {
		name: actor.name,
		role: actor.roles.map((role) => ROLE_NAMES[role]).join(', '),
		sections: sectionsOf(actor),
		waiting: { audit: countAlerts(context.db, actor, true), notices: countUnreadNotices(context.db, actor) },
	};
	return { orgName: context.config.orgName, signedIn };
}

type Failed = {
	readonly request: Request;
	readonly params: Readonly<Record<string, string | undefined>>;
	readonly context: RequestContext;
};

/** Notes a fault under a number that its page then shows. */
export function handleError(fault: unknown, { request, params, context }: Failed): void {
	if (request.signal.aborted) return;
	if (isUnknownAddress(fault)) return;
	const { pathname } = new URL(request.url);
	context.faultReference = noteFault(fault, { method: request.method, pathname, params });
}

function isUnknownAddress(fault: unknown): boolean {
	return typeof fault === 'object' && fault !== null && 'status' in fault && fault.status !== 500;
}
