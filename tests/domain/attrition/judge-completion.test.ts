import { expect, test } from 'vitest';
import { judgeCompletion, mayComplete } from '#app/domain/attrition/judge-completion.ts';

test.for([
	{ standing: 'reached', toCome: 0, core: 'met', is: 'met' },
	{ standing: 'reached', toCome: 0, core: 'no-rule', is: 'met' },
	{ standing: 'reached', toCome: 0, core: 'depends-on-logs', is: 'depends-on-logs' },
	{ standing: 'reached', toCome: 0, core: 'needs-catch-up', is: 'core-missing' },
	{ standing: 'reached', toCome: 0, core: 'open', is: 'core-missing' },
	{ standing: 'reached', toCome: 1, core: 'met', is: 'to-come' },
	{ standing: 'possible', toCome: 3, core: 'open', is: 'to-come' },
	{ standing: 'possible', toCome: 0, core: 'met', is: 'not-met' },
	{ standing: 'last-chance', toCome: 0, core: 'met', is: 'not-met' },
	{ standing: 'impossible', toCome: 0, core: 'met', is: 'not-met' },
] as const)('$standing with $toCome to come and core content $core is $is', ({ standing, toCome, core, is }) => {
	expect(judgeCompletion({ standing, toCome }, core)).toBe(is);
	expect(mayComplete(is)).toBe(is === 'met' || is === 'depends-on-logs');
});
