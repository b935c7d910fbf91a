import { createServer } from 'node:http';
import { join } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { createApp } from '#app/http/create-app.ts';
import { emptyServer } from './empty-server.ts';
import { floorServer } from './floor.ts';
import { benchWorld } from './world.ts';

// One server of the bench as a process of its own: `node tests/bench/serve.ts product|empty|floor FOLDER`.
const [kind, folder] = process.argv.slice(2) as ['product' | 'empty' | 'floor', string];
const world = benchWorld(join(folder, `${kind}.db`), 16);
const { context, cookie, registers } = world;

const load = (path: string) => import(new URL(`../../${path}`, import.meta.url).href) as Promise<ServerBuild>;
const starts = {
	product: async () => createServer(createApp({ context, build: await load('build/server/index.js') })),
	empty: async () => emptyServer(await load('.bench-empty/server/index.js'), '.bench-empty/client'),
	floor: async () => floorServer(context.db.$client, context.credentials.hashSecret),
};
const server = await starts[kind]();

server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	process.send?.({ port: typeof address === 'object' && address?.port, cookie, registers });
});
