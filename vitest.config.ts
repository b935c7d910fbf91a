import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Everything but the browser journeys passes in three time zones; what needs the built app or a browser runs once.
const everywhere = ['tests/{domain,content,db,use-cases,delivery,cli,sign-in,jobs}/**/*.test.ts'];
const once = ['tests/{architecture,routes,faults,ui}/**/*.test.{ts,tsx}'];
const journeys = ['tests/journeys/**/*.test.ts'];

const zone = (name: string, tz: string, include: string[], globalSetup: string[] = []) => ({
	test: {
		name,
		include,
		env: { TZ: tz },
		testTimeout: 20_000,
		isolate: false,
		setupFiles: 'tests/right-zone.ts',
		globalSetup,
	},
});

export default defineConfig({
	test: {
		reporters: ['default', './tests/closing-line.ts'],
		globalSetup: 'tests/build-once.ts',
		// Half of the time of a journey goes by in waiting, for which a core of its own would stand idle.
		maxWorkers: availableParallelism(),
		projects: [
			zone('journeys', 'Europe/London', journeys, ['tests/find-browser.ts', 'tests/tell-stories.ts']),
			zone('london', 'Europe/London', [...everywhere, ...once]),
			zone('new-york', 'America/New_York', everywhere),
			zone('utc', 'UTC', everywhere),
		],
	},
});
