import { createServer as createHttpServer } from 'node:http';
import type { ServerBuild } from '@remix-run/node';
import { createServer } from 'vite';

// In development everything comes through Vite, so that each module exists once and a change is seen at the next request.
const http = createHttpServer();
const vite = await createServer({ server: { middlewareMode: true, hmr: { server: http } }, appType: 'custom' });
const load = <Module>(path: string) => vite.ssrLoadModule(path) as Promise<Module>;
const { listeningOn, readConfig } = await load<typeof import('./config.ts')>('/app/config.ts');
const { createContext } = await load<typeof import('./context.ts')>('/app/context.ts');
const { createApp } = await load<typeof import('./http/create-app.ts')>('/app/http/create-app.ts');
const { printWelcome } = await load<typeof import('./welcome.ts')>('/app/welcome.ts');

const { tellStory } = await load<typeof import('#db/demo/tell-story.ts')>('/db/demo/tell-story.ts');

const opened = createContext(readConfig(process.env, 'demo'));
await tellStory(opened);
vite.watcher.on('change', () => vite.ws.send({ type: 'full-reload' }));
http.listen(opened.config.port, opened.config.host, () => {
	const address = http.address();
	const port = typeof address === 'object' && address ? address.port : opened.config.port;
	const context = { ...opened, config: listeningOn(opened.config, port) };
	http.on(
		'request',
		createApp({ context, build: () => load<ServerBuild>('virtual:remix/server-build'), assets: vite.middlewares }),
	);
	printWelcome(context);
});
