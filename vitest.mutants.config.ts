import { defineConfig } from 'vitest/config';

const TESTS: Record<string, string> = {
	rules: 'tests/domain/access',
	queries: 'tests/db/queries/access',
	scheduling: 'tests/domain/scheduling',
	fidelity: 'tests/domain/fidelity',
	statistics: 'tests/domain/statistics',
	reminders: 'tests/domain/reminders',
};
const part = process.env.MUTANTS ?? 'rules';

/** What `npm run mutants` runs against each mutant of the policy, its queries, scheduling, fidelity, statistics and messages: the fast tests, which need no build. */
export default defineConfig({ test: { include: [`${TESTS[part]}/**/*.test.ts`], testTimeout: 20_000 } });
