import type { EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import pino from 'pino';
import { renderToString } from 'react-dom/server';

const log = pino({ name: 'plumbline' });

export default function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	remix: EntryContext,
): Response {
	const page = renderToString(<RemixServer context={remix} url={request.url} />);
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

/** Logs a fault with the route, never the address: an address may carry a secret. */
export function handleError(fault: unknown, { request }: { request: Request }): void {
	if (request.signal.aborted) return;
	if (isUnknownAddress(fault)) return;
	log.error({ method: request.method, fault: fault instanceof Error ? fault.stack : String(fault) }, 'a page failed');
}

function isUnknownAddress(fault: unknown): boolean {
	return typeof fault === 'object' && fault !== null && 'status' in fault && fault.status !== 500;
}
