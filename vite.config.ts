import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin, transformWithEsbuild } from 'vite';
import { denyImports } from 'vite-env-only';
import remixConfig from './remix.config.js';

/** The few scripts that pages load by their address are sent without comments and long names: a weak line pays for both. */
const lightScripts: Plugin = {
	name: 'light-scripts',
	apply: 'build',
	async generateBundle(_options, bundle) {
		for (const file of Object.values(bundle)) {
			if (file.type !== 'asset' || !file.fileName.endsWith('.js')) continue;
			const { code } = await transformWithEsbuild(String(file.source), file.fileName, { minify: true });
			file.source = code;
		}
	},
};

export default defineConfig(({ command, isSsrBuild }) => ({
	// The server bundle holds the JSX; plain modules stay outside it, where Node loads them, so that each exists once.
	build: {
		assetsInlineLimit: 0,
		rollupOptions: { external: isSsrBuild ? [/^#(app|db|content)\/.*\.ts$/] : [] },
	},
	css: { preprocessorOptions: { scss: { loadPaths: ['node_modules/govuk-frontend/dist'], quietDeps: true } } },
	plugins: [
		// A schema file without this guard would build silently into the browser's bundle.
		command === 'build' &&
			denyImports({
				client: {
					specifiers: ['better-sqlite3', 'nodemailer', /^node:/, /^drizzle-orm/],
					files: ['**/db/**', '**/app/delivery/**', '**/app/use-cases/**'],
				},
			}),
		remix(remixConfig),
		lightScripts,
	],
}));
