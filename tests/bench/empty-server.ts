import { createServer, type Server } from 'node:http';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';

/**
 * What Remix alone costs: an empty route behind Express as Remix's own template puts it there, with its compression and its
 * static files. None of our server is in it, so that whatever we add or take away there shows in the ratio.
 */
export function emptyServer(build: ServerBuild, client: string): Server {
	const app = express();
	app.disable('x-powered-by');
	app.use(compression());
	app.use('/assets', express.static(`${client}/assets`, { immutable: true, maxAge: '1y' }));
	app.use(express.static(client, { maxAge: '1h', index: false }));
	app.all('*', createRequestHandler({ build, mode: 'production' }));
	return createServer(app);
}
