import type { Server, ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerBuild } from '@remix-run/node';
import { createApp } from '#app/http/create-app.ts';
import { webServer } from '#app/http/web-server.ts';
import type { TestContext } from './context.ts';

/** The whole web server around a test's context, on a free port, for what happens before a page is reached. */
export async function startWeb(
	context: TestContext,
	patience?: ServerOptions,
): Promise<{ url: string; close(): Promise<void> }> {
	const build: ServerBuild = await import(new URL('../../build/server/index.js', import.meta.url).href);
	const server = await new Promise<Server>((resolve) => {
		const listening = webServer(createApp({ context, build }), patience).listen(0, '127.0.0.1', () =>
			resolve(listening),
		);
	});
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
