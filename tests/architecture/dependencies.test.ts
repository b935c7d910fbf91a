import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { expect, test } from 'vitest';
import rules from '../../.dependency-cruiser.mjs';

test('every layer imports only what it may', async () => {
	const { output } = await cruise(
		['app', 'db'],
		{ ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true } as never,
		undefined,
		{ tsConfig: extractTSConfig('tsconfig.json') },
	);
	const { violations } = (output as ICruiseResult).summary;
	expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
}, 60_000);
