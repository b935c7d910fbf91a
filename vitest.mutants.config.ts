import { defineConfig } from 'vitest/config';

const TESTS = { rules: 'tests/domain/access', queries: 'tests/db/queries/access' };
const half = process.env.MUTANTS === 'queries' ? 'queries' : 'rules';

/** What `npm run mutants` runs against each mutant of the policy and its queries: the fast tests, which need no build. */
export default defineConfig({ test: { include: [`${TESTS[half]}/**/*.test.ts`], testTimeout: 20_000 } });
