import type { Request, RequestHandler } from 'express';
import { plainPage } from './plain-page.ts';

/** The pages whose address carries a secret: they send no referrer, and so their own forms come without an origin. */
const PRIVATE_PAGES = '/invitations/';
/** Addresses match whatever their capitals. */
const isPrivatePage = (request: Request) => request.path.toLowerCase().startsWith(PRIVATE_PAGES);

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses every request that could change something unless it comes from one of our own pages. It stands before Remix,
 * whose own check does not cover data and resource requests (docs/security.md). A page with a secret in its address sends
 * “Origin: null”; there the browser's own word that the form is ours stands in for it.
 */
export function originCheck(publicUrl: string): RequestHandler {
	return (request, response, next) => {
		if (SAFE_METHODS.includes(request.method)) return next();
		const site = request.headers['sec-fetch-site'];
		if (isPrivatePage(request) && request.headers.origin === 'null' && site === 'same-origin') {
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

/** Has no referrer sent from a page whose address carries a secret, not even to ourselves. */
export const keepAddressesPrivate: RequestHandler = (request, response, next) => {
	if (isPrivatePage(request)) response.set('Referrer-Policy', 'no-referrer');
	next();
};
