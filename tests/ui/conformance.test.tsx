import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { componentsByFixture } from './components-by-fixture.tsx';
import type { Options } from './fixture-options.ts';
import { leftOut } from './fixtures-left-out.ts';
import { formsByFixture } from './forms-by-fixture.tsx';
import { normalise, parseMarkup } from './markup.ts';

type Fixture = { readonly name: string; readonly options: Options; readonly html: string };

const byFixture = { ...componentsByFixture, ...formsByFixture };

for (const component of Object.keys(byFixture)) {
	test(`${component} writes the same HTML as govuk-frontend`, () => {
		const compared = fixturesOf(component).filter(({ name }) => !leftOut(component).includes(name));
		const { written, complaints } = writeAll(component, compared);
		expect(written).toEqual(Object.fromEntries(compared.map(({ name, html }) => [name, lines(html)])));
		expect(complaints).toEqual([]);
	});
}

test('a fixture is left out only while our component writes something else for it', () => {
	const needless = Object.keys(byFixture).flatMap((component) => {
		const fixtures = fixturesOf(component);
		return leftOut(component).filter((name) => {
			const fixture = fixtures.find((one) => one.name === name);
			return !fixture || writeAll(component, [fixture]).written[name] === lines(fixture.html);
		});
	});
	expect(needless).toEqual([]);
});

test('at least nine in ten fixtures are compared', () => {
	const all = Object.keys(byFixture).flatMap((component) => fixturesOf(component));
	const without = Object.keys(byFixture).flatMap((component) => leftOut(component));
	expect(without.length / all.length).toBeLessThan(0.1);
});

const PLANTED: Record<string, string> = {
	'another class': '<a class="govuk-link other" href="/a">Go <b>on</b></a>',
	'another address': '<a class="govuk-link" href="/b">Go <b>on</b></a>',
	'one attribute more': '<a class="govuk-link" href="/a" hidden>Go <b>on</b></a>',
	'another tag': '<a class="govuk-link" href="/a">Go <i>on</i></a>',
	'another word': '<a class="govuk-link" href="/a">Go <b>in</b></a>',
	'no space between words': '<a class="govuk-link" href="/a">Go<b>on</b></a>',
	'other nesting': '<a class="govuk-link" href="/a">Go</a> <b>on</b>',
};

for (const [difference, html] of Object.entries(PLANTED)) {
	test(`the comparison notices ${difference}`, () => {
		expect(lines(html)).not.toBe(lines('<a class="govuk-link" href="/a">Go <b>on</b></a>'));
	});
}

test('the comparison overlooks order, layout and the way a character is written', () => {
	const ours = `<p id="x" class="b a" hidden="">it&#x27;s\n  <b>so</b></p>`;
	expect(lines(ours)).toBe(lines(`<p class="a b" hidden id="x">\n  it's <b>so</b>\n</p>\n`));
});

function fixturesOf(component: string): readonly Fixture[] {
	const path = `govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
	return JSON.parse(readFileSync(createRequire(import.meta.url).resolve(path), 'utf8')).fixtures;
}

/** What our component writes for each fixture, and what React complained of meanwhile. */
function writeAll(component: string, fixtures: readonly Fixture[]) {
	const complaints: string[] = [];
	const loud = console.error;
	console.error = (...words: unknown[]) => complaints.push(words.join(' '));
	try {
		const written = Object.fromEntries(fixtures.map(({ name, options }) => [name, write(component, options)]));
		return { written, complaints };
	} finally {
		console.error = loud;
	}
}

function write(component: string, options: Options): string {
	try {
		return lines(renderToStaticMarkup(byFixture[component]!(options)));
	} catch (error) {
		return String(error);
	}
}

function lines(html: string): string {
	return normalise(parseMarkup(html));
}
