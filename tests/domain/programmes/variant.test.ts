import { expect, test } from 'vitest';
import { loadProgrammes } from '#app/content/programme-files.ts';
import { everyVariantOf, programmeLabel, variantOf } from '#app/domain/programmes/variant.ts';

const toolkit = loadProgrammes('tests/fixtures/programmes').find(
	({ slug, variant }) => slug === 'recovery-toolkit' && variant === null,
)!;

test('without a variant the programme stays as it is laid out', () => {
	expect(variantOf(toolkit, null)).toBe(toolkit);
});

test('a variant changes the kind of the plans that it names', () => {
	const varied = variantOf(toolkit, 'talk-first');
	expect(varied.variant).toBe('talk-first');
	expect(varied.plans.map(({ kind }) => kind)).toEqual(['individual', 'group', 'group', 'group', 'group']);
	expect(toolkit.plans.every(({ kind }) => kind === 'group')).toBe(true);
});

test('a variant that says nothing of individual sessions leaves the rule', () => {
	const silent = toolkit.variants.map((variant) => ({ ...variant, requiredIndividualSessions: null }));
	const { completion } = variantOf({ ...toolkit, variants: silent }, 'talk-first').thresholds;
	expect(completion).toEqual(toolkit.thresholds.completion);
});

test('a variant that there is not is a bug, and so is a variant of a variant', () => {
	expect(() => variantOf(toolkit, 'nights')).toThrow('nights');
	const nights = { ...toolkit.variants[0]!, key: 'nights' };
	const varied = variantOf({ ...toolkit, variants: [...toolkit.variants, nights] }, 'talk-first');
	expect(() => variantOf(varied, 'nights')).toThrow('talk-first');
	expect(() => variantOf(varied, null)).toThrow('talk-first');
});

test('the programme comes before its variants', () => {
	expect(everyVariantOf(toolkit).map(({ variant }) => variant)).toEqual([null, 'talk-first']);
});

test('staff read the name, the variant and the version', () => {
	expect(programmeLabel(toolkit)).toBe('Recovery toolkit, version 1');
	expect(programmeLabel(variantOf(toolkit, 'talk-first'))).toBe('Recovery toolkit, with a first talk alone, version 1');
});
