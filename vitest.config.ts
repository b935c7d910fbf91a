import { defineConfig } from 'vitest/config';

// Everything but the browser journeys passes in three time zones; what needs the built app or a browser runs once.
const everywhere = ['tests/{domain,content,db,use-cases,delivery,cli,sign-in,jobs}/**/*.test.ts'];
const once = ['tests/{architecture,routes,journeys,faults,ui,proof}/**/*.test.{ts,tsx}'];
const zone = (name: string, tz: string, include: string[]) => ({
	test: { name, include, env: { TZ: tz }, testTimeout: 20_000 },
});

export default defineConfig({
	test: {
		reporters: ['default', './tests/closing-line.ts'],
		globalSetup: ['tests/build-once.ts', 'tests/find-browser.ts'],
		projects: [
			zone('london', 'Europe/London', [...everywhere, ...once]),
			zone('new-york', 'America/New_York', everywhere),
			zone('utc', 'UTC', everywhere),
		],
	},
});
