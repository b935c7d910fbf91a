import type { Server, ServerOptions } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import type { ServerBuild } from '@remix-run/node';
import { createApp } from '#app/http/create-app.ts';
import { webServer } from '#app/http/pages/web-server.ts';
import type { TestContext } from './context.ts';

/**
 * The web server for a browser that sends forms: its own address is the public one, as the check of where a form comes from
 * has it. `context` is the test's own with that address.
 */
export async function startWebForForms(original: TestContext) {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const context: TestContext = { ...original, config: { ...original.config, publicUrl: url } };
	return { ...(await startWeb(context, {}, port)), context };
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}

/** The whole web server around a test's context, on a free port, for what happens before a page is reached. */
export async function startWeb(
	context: TestContext,
	patience?: ServerOptions,
	wanted = 0,
): Promise<{ url: string; close(): Promise<void> }> {
	const build: ServerBuild = await import(new URL('../../build/server/index.js', import.meta.url).href);
	const server = await new Promise<Server>((resolve) => {
		const listening = webServer(createApp({ context, build }), patience).listen(wanted, '127.0.0.1', () =>
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
