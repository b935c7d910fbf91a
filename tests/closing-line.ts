import type { Reporter, TestModule } from 'vitest/node';

/** Ends every run with one plain line, `N passed, N failed`, for machines that read no other. */
export default class ClosingLine implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], faults: readonly unknown[]): void {
		const count = { passed: 0, failed: faults.length, skipped: 0, pending: 0 };
		for (const module of modules) {
			for (const test of module.children.allTests()) count[test.result().state] += 1;
			if (module.state() === 'failed' && module.errors().length > 0) count.failed += 1;
		}
		const skipped = count.skipped + count.pending;
		const line = `${count.passed} passed, ${count.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
		process.once('exit', () => process.stdout.write(`\n${line}\n`));
	}
}
