import { fileURLToPath } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import type { AppContext } from '#app/context.ts';
import { flushingLater } from '#db/flushed.ts';
import { notedBuild } from './audit/noted-build.ts';
import { bodyLimit } from './gate/body-limit.ts';
import { methodCheck } from './gate/method-check.ts';
import { originCheck } from './gate/origin-check.ts';
import { keptByNobody, securityHeaders } from './gate/security-headers.ts';
import { buildByAddress } from './pages/build-by-address.ts';
import { answerFault } from './pages/fault.ts';
import { plainPage } from './pages/plain-page.ts';
import { servePages } from './pages/serve-pages.ts';
import { staticFiles } from './pages/static-files.ts';
import { keepingTyped } from './sign-in/keep-typed.ts';

const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

type Parts = {
	readonly context: AppContext;
	readonly build: ServerBuild | (() => Promise<ServerBuild>);
	/** In development: what serves the unbuilt assets. */
	readonly assets?: RequestHandler;
};

/** The web server around Remix: headers, the check where a form came from, size limits, static files, then the pages. */
export function createApp({ context, build, assets }: Parts): Express {
	const app = express();
	app.disable('x-powered-by');
	app.set('query parser', 'simple');
	app.set('trust proxy', context.config.trustProxy);
	app.use(securityHeaders(context.config.publicUrl, assets !== undefined));
	app.use(keptByNobody);
	app.use(ownHost(context.config.publicUrl));
	app.use(methodCheck);
	app.use(originCheck(context.config.publicUrl));
	app.use(bodyLimit((path) => path === '/imports/new'));
	app.use(compression());
	app.use(pagesOnly);
	if (assets) app.use(assets);
	app.use('/assets', staticFiles(inProject('build/client/assets'), { immutable: true, maxAge: '1y' }));
	app.use(staticFiles(inProject('public'), { maxAge: '1h' }));
	app.all('*', pages({ ...context, db: flushingLater(context.db) }, build));
	app.use(answerFault);
	return app;
}

/** Remix, in production with a handler for each part of the app that an address can be of. */
function pages(context: AppContext, build: Parts['build']): RequestHandler {
	const watched = (whole: ServerBuild) => notedBuild(keepingTyped(whole));
	if (typeof build === 'function') {
		return async (...asked) => servePages(context, watched(await build()))(...asked);
	}
	const partFor = buildByAddress(watched(build));
	const handlers = new Map<ServerBuild, RequestHandler>();
	return (request, response, next) => {
		const part = partFor(request.path);
		const handler = handlers.get(part) ?? servePages(context, part);
		handlers.set(part, handler);
		return handler(request, response, next);
	};
}

/** Every request is for our own address, whatever a proxy or a visitor wrote into its headers. */
function ownHost(publicUrl: string): RequestHandler {
	const { host } = new URL(publicUrl);
	return (request, _response, next) => {
		request.headers.host = host;
		delete request.headers['x-forwarded-host'];
		next();
	};
}

/**
 * Remix's data and manifest requests would answer outside the pages, so they are not there. Nor is an address that cannot
 * be decoded: Express and Remix would write it into the log, and it may carry a secret.
 */
const pagesOnly: RequestHandler = (request, response, next) => {
	const [, ...question] = request.url.split('?');
	// Read as Remix reads it: Express's own reading leaves out what comes after a thousand names.
	const asksForData = new URLSearchParams(question.join('?')).has('_data');
	if (asksForData || request.path.startsWith('/__manifest') || !canBeDecoded(request.path)) {
		response.status(404).type('html').send(plainPage('Page not found', 'Check the address, or go to the home page.'));
		return;
	}
	next();
};

/** Nor is one with a control or a backslash in it: no id of ours has one, and a redirect may repeat an id. */
function canBeDecoded(path: string): boolean {
	try {
		return !/[\p{Cc}\\]/u.test(decodeURIComponent(path));
	} catch {
		return false;
	}
}
