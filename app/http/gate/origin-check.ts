import type { RequestHandler } from 'express';
import { plainPage } from '../pages/plain-page.ts';
import { isMachineCall } from './machine-calls.ts';
import { isPrivatePage } from './private-pages.ts';

const SAFE_METHODS = ['GET', 'HEAD'];

/**
 * Refuses every request that could change something unless it comes from one of our own pages. It stands before Remix,
 * whose own check does not cover data and resource requests (docs/security.md). A page with a secret in its address sends
 * “Origin: null”; there the browser's own word that the form is ours stands in for it.
 */
export function originCheck(publicUrl: string): RequestHandler {
	return (request, response, next) => {
		if (SAFE_METHODS.includes(request.method) || isMachineCall(request.path)) return next();
		const site = request.headers['sec-fetch-site'];
		if (isPrivatePage(request.path) && request.headers.origin === 'null' && site === 'same-origin') {
			request.headers.origin = publicUrl;
		}
		const isOurs = request.headers.origin === publicUrl && (site === undefined || site === 'same-origin');
		if (isOurs) return next();
		response
			.status(403)
			.type('html')
			.send(
				plainPage(
					'This form came from somewhere else',
					'Go back to Plumbline, open the page again and send the form from there.',
				),
			);
	};
}
