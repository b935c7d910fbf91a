import type { EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { noteFault } from './http/pages/fault.ts';
import type { RequestContext } from './http/request-context.ts';
import { FaultReference } from './ui/fault-reference.ts';

export default function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	remix: EntryContext,
	{ faultReference }: RequestContext,
): Response {
	const page = renderToStaticMarkup(
		<FaultReference.Provider value={faultReference ?? null}>
			<RemixServer context={remix} url={request.url} />
		</FaultReference.Provider>,
	);
	const html = isRefusedForm(request, status) ? page.replace('<title>', '<title>Error: ') : page;
	headers.set('Content-Type', 'text/html; charset=utf-8');
	headers.set('Cache-Control', 'no-store');
	// As bytes: a text is looked through and encoded anew for each of its readers.
	return new Response(Buffer.from(`<!DOCTYPE html>${html}`), { status, headers });
}

/** A page that shows a form again says so in its title; a route's own title cannot know what its action answered. */
function isRefusedForm({ method }: Request, status: number): boolean {
	return method === 'POST' && [400, 409, 422].includes(status);
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
