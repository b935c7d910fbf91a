import { expect, test } from 'vitest';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';

test('an id names no programme, and is the same every time', () => {
	const id = programmeIdOf({ slug: 'caring-dads', version: '1', variant: null });
	expect(id).toMatch(/^[a-z0-9]{13}$/);
	expect(id).not.toContain('caring');
	expect(programmeIdOf({ slug: 'caring-dads', version: '1', variant: null })).toBe(id);
});

test('each version and variant has an id of its own', () => {
	const keys = ['1', '2'].flatMap((version) =>
		[null, '15-plus-2'].map((variant) => ({ slug: 'caring-dads', version, variant })),
	);
	expect(new Set(keys.map(programmeIdOf)).size).toBe(4);
});
