import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { beforeAll, expect, test } from 'vitest';
import rules from '../../.dependency-cruiser.mjs';

let result: ICruiseResult;

beforeAll(async () => {
	const { output } = await cruise(
		['app', 'db'],
		{ ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true } as never,
		undefined,
		{ tsConfig: extractTSConfig('tsconfig.json') },
	);
	result = output as ICruiseResult;
});

test('every layer imports only what it may', () => {
	expect(result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
});

// A rule of the tool cannot say this: it takes the “$” in a route's name for a pattern.
test('a route imports from its own folder only; what two share belongs in app/ui, app/http or app/domain', () => {
	const folderOf = (path: string) => /^app\/routes\/([^/]+)\//.exec(path)?.[1];
	const strays = result.modules.flatMap(({ source, dependencies }) => {
		const own = folderOf(source);
		const others = dependencies
			.map(({ resolved }) => resolved)
			.filter((path) => folderOf(path) && folderOf(path) !== own);
		return own ? others.map((path) => `${source} -> ${path}`) : [];
	});
	expect(result.modules.some(({ source }) => folderOf(source))).toBe(true);
	expect(strays).toEqual([]);
});
