import type { RequestHandler } from 'express';
import { plainPage } from '../plain-page.ts';

const METHODS = ['GET', 'HEAD', 'POST'];

/**
 * Pages are read and forms are sent; nothing here has another method, so none reaches a page, and no header or field stands
 * in for one.
 */
export const methodCheck: RequestHandler = (request, response, next) => {
	if (METHODS.includes(request.method)) return next();
	response
		.status(405)
		.set('Allow', METHODS.join(', '))
		.type('html')
		.send(plainPage('That cannot be done here', 'Go back to Plumbline and use the links and buttons of its pages.'));
};
