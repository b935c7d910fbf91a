import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// All that needs neither the built app nor a browser passes in London and in New York, and in UTC what reckons with days and
// times, or with EVERY_ZONE=1 all of it; the rest runs once.
const cores = availableParallelism();
const everywhere = ['tests/{domain,content,db,use-cases,delivery,cli,sign-in,jobs}/**/*.test.ts'];
const reckoning = [
	'tests/{domain,content,delivery,jobs}/**/*.test.ts',
	'tests/use-cases/{calendar,cohorts,reminders,sessions}/**/*.test.ts',
];
const once = ['tests/{architecture,routes,faults,ui,proof}/**/*.test.{ts,tsx}'];
const journeys = ['tests/journeys/**/*.test.ts'];

type Way = { readonly beforehand?: readonly string[]; readonly workers?: number; readonly turn?: number };

const zone = (
	name: string,
	tz: string,
	include: string[],
	{ beforehand = [], workers = cores, turn = 1 }: Way = {},
) => ({
	test: {
		name,
		maxWorkers: workers,
		sequence: { groupOrder: turn },
		include,
		env: { TZ: tz },
		setupFiles: 'tests/right-zone.ts',
		globalSetup: ['tests/build-once.ts', ...beforehand],
		// The files of a project share processes: loading the modules anew for each took longer than the tests.
		isolate: false,
		restoreMocks: true,
		unstubEnvs: true,
		// They end what hangs. A test that takes two seconds takes twenty on a machine with much else to do.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		expect: { poll: { timeout: 60_000 } },
	},
});

export default defineConfig({
	test: {
		reporters: ['default', './tests/closing-line.ts'],
		projects: [
			// Half of the time of a journey goes by in waiting: for a page, for a timer, for a server that starts.
			zone('journeys', 'Europe/London', journeys, {
				beforehand: ['tests/find-browser.ts', 'tests/tell-stories.ts'],
				workers: cores,
				turn: 0,
			}),
			zone('london', 'Europe/London', [...everywhere, ...once]),
			zone('new-york', 'America/New_York', everywhere),
			zone('utc', 'UTC', process.env.EVERY_ZONE === '1' ? everywhere : reckoning),
		],
	},
});
