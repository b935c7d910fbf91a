/** The product's own server in a process of its own, on the data folder as it finds it when it is told to begin: to be killed. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { ServerBuild } from '@remix-run/node';
import { readConfig } from '#app/config.ts';
import { createContext } from '#app/context.ts';
import { createApp } from '#app/http/create-app.ts';
import { webServer } from '#app/http/pages/web-server.ts';

const build: ServerBuild = await import(new URL('../../build/server/index.js', import.meta.url).href);
await once(process, 'message');
const context = createContext(readConfig(process.env, 'test'));
const server = webServer(createApp({ context, build })).listen(0, '127.0.0.1', () => {
	process.send?.({ port: (server.address() as AddressInfo).port });
});
