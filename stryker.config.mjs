/**
 * A mutation run: is each part of the policy held by a fast test? In two halves, each against its own tests, because a
 * mutant of the table would make every test of the queries run (docs/how-to/proof.md). `npm run mutants` runs both.
 */
const HALVES = {
	rules: ['app/domain/access/**/*.ts'],
	queries: ['db/queries/visible-cohorts.ts', 'db/queries/access/**/*.ts'],
};
const half = process.env.MUTANTS === 'queries' ? 'queries' : 'rules';

export default {
	mutate: HALVES[half],
	testRunner: 'vitest',
	vitest: { configFile: 'vitest.mutants.config.ts' },
	checkers: [],
	concurrency: 1,
	thresholds: { high: 95, low: 90, break: 90 },
	reporters: ['clear-text', 'progress-append-only', 'json'],
	jsonReporter: { fileName: `reports/mutants-${half}.json` },
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	warnings: { slow: false },
	ignorePatterns: ['data', 'build', 'docs', 'reports'],
};
