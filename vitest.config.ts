import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Everything but the browser journeys passes in three time zones; what needs the built app or a browser runs once.
const everywhere = ['tests/{domain,content,db,use-cases,delivery,cli,sign-in,jobs}/**/*.test.ts'];
const once = ['tests/{architecture,routes,faults,ui,proof}/**/*.test.{ts,tsx}'];
const journeys = ['tests/journeys/**/*.test.ts'];

const zone = (name: string, tz: string, include: string[], beforehand: string[] = []) => ({
	test: {
		name,
		include,
		env: { TZ: tz },
		setupFiles: 'tests/right-zone.ts',
		globalSetup: ['tests/build-once.ts', ...beforehand],
		// The files of a project share processes: loading the modules anew for each took longer than the tests.
		isolate: false,
		restoreMocks: true,
		unstubEnvs: true,
		// They end what hangs. A test that takes two seconds takes twenty on a machine with much else to do.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		expect: { poll: { timeout: 30_000 } },
	},
});

export default defineConfig({
	test: {
		reporters: ['default', './tests/closing-line.ts'],
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
