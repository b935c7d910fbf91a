/**
 * A mutation run: is each part of a rule held by a fast test? In parts, each against its own tests, because a
 * mutant of the table would make every test of the queries run (docs/how-to/proof.md). `npm run mutants` runs all of them.
 */
const PARTS = {
	rules: { mutate: ['app/domain/access/**/*.ts'], break: 90 },
	queries: { mutate: ['db/queries/visible-cohorts.ts', 'db/queries/access/**/*.ts'], break: 90 },
	scheduling: { mutate: ['app/domain/scheduling/**/*.ts'], break: 85 },
	fidelity: { mutate: ['app/domain/fidelity/**/*.ts'], break: 85 },
	statistics: { mutate: ['app/domain/statistics/**/*.ts'], break: 85 },
	reminders: { mutate: ['app/domain/reminders/**/*.ts'], break: 90 },
};
const part = process.env.MUTANTS ?? 'rules';
const { mutate, break: atLeast } = PARTS[part];

export default {
	mutate,
	testRunner: 'vitest',
	vitest: { configFile: 'vitest.mutants.config.ts' },
	checkers: [],
	concurrency: 1,
	thresholds: { high: 95, low: 90, break: atLeast },
	reporters: ['clear-text', 'progress-append-only', 'json'],
	jsonReporter: { fileName: `reports/mutants-${part}.json` },
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	warnings: { slow: false },
	ignorePatterns: ['data', 'build', 'docs', 'reports'],
};
