import type { EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';

/** The least that Remix asks of an entry: no frame, no stream. */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext) {
	const page = renderToString(<RemixServer context={remix} url={request.url} />);
	headers.set('Content-Type', 'text/html; charset=utf-8');
	return new Response(`<!DOCTYPE html>${page}`, { status, headers });
}
