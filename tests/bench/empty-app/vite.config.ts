import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

// The floor that Remix itself sets: one route with a loader, built and served as the product is.
export default defineConfig({
	plugins: [
		remix({ appDirectory: 'tests/bench/empty-app', buildDirectory: '.bench-empty', serverModuleFormat: 'esm' }),
	],
});
