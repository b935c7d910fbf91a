import type { TestProject } from 'vitest/node';
import { findChromium } from './support/chromium.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		chromiumPath: string;
	}
}

/** Finds or installs the browser once, before any journey looks for it. */
export default function findBrowser(project: TestProject): void {
	project.provide('chromiumPath', findChromium());
}
