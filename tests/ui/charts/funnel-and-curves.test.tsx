import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { enrolmentFunnel } from '#app/domain/attrition/enrolment-funnel.ts';
import { retentionOfPlaces } from '#app/domain/attrition/retention.ts';
import { incidencePoints } from '#app/domain/cohorts/incidence-points.ts';
import { drawCurves } from '#app/ui/charts/curves-shape.ts';
import type { Frame } from '#app/ui/charts/frame.ts';
import { drawFunnel } from '#app/ui/charts/funnel-shape.ts';
import { RetentionFunnel } from '#app/ui/retention/retention-funnel.tsx';
import { WaysOut } from '#app/ui/retention/ways-out.tsx';

// One unit a session and one a percentage point, so that every coordinate can be read off.
const FRAME: Frame = { width: 220, height: 120, left: 0, right: 10, top: 0, bottom: 100 };

test('the first bar of a funnel is as wide as there is room, the others as much narrower as they hold fewer', () => {
	const bar = (people: number) => ({ name: String(people), people, below: null });
	expect(drawFunnel([bar(20), bar(15), bar(0)]).rows.map(({ barWidth }) => barWidth)).toEqual([460, 345, 0]);
	expect(drawFunnel([bar(0)]).rows.map(({ barWidth }) => barWidth)).toEqual([0]);
});

test('a curve keeps its height until the next point and then steps', () => {
	const points = [
		{ session: 0, share: 1 },
		{ session: 4, share: 0.75 },
		{ session: 6, share: 0.75 },
	];
	expect(drawCurves([{ label: 'A', points }], 10, FRAME).curves[0]!.path).toBe('M0,0L4,0L4,25L6,25L6,25');
});

test('labels of curves that end at the same place never overlap, and each stands above its own end', () => {
	const ending = (label: string, share: number) => ({ label, points: [{ session: 10, share }] });
	const { curves } = drawCurves([ending('A', 0.5), ending('B', 0.5), ending('C', 0.45), ending('D', 0.9)], 10, FRAME);
	const heights = curves.map(({ labelY }) => labelY).toSorted((one, other) => one - other);
	for (const [at, height] of heights.slice(1).entries()) expect(height - heights[at]!).toBeGreaterThanOrEqual(17);
	for (const { y, labelY } of curves) expect(labelY).toBeLessThan(y);
});

const PLACES = [
	{ state: 'left', attended: { first: 1, last: 3 } },
	{ state: 'removed', attended: { first: 1, last: 4 } },
	{ state: 'on-programme', attended: { first: 1, last: 6 } },
	{ state: 'enrolled', attended: null },
] as const;

test('the funnel says in words what its bars show, and its counts lead to people only where there are some', () => {
	const steps = enrolmentFunnel(PLACES.map((place) => ({ ...place, plans: 17, isTermOver: false })));
	const html = renderToStaticMarkup(
		<RetentionFunnel steps={steps} peopleHref="#people" hrefOf={(fate) => `#${fate}`} />,
	);
	expect(html).toContain('had a place 4, started 3, came half-way 0, completed 0.');
	expect(html).toContain('1 left, 1 removed, 1 in progress');
	expect(html).toContain('<a class="govuk-link" href="#removed">1<span class="govuk-visually-hidden"> removed');
	expect(html).toContain('href="#people" aria-label="4, people, had a place"');
	expect(html).toContain('href="#people" aria-label="100% (3 of 3), went on, had a place"');
	expect(html).not.toContain('href="#not-recorded"');
	expect(html).not.toContain('href="#completed"');
});

const LINKS = { people: '#people', left: '#left', removed: '#removed' };

test('the two ways out are told apart by their dashes and their labels, and their numbers stand below', () => {
	const points = incidencePoints(retentionOfPlaces(PLACES, 6));
	const html = renderToStaticMarkup(<WaysOut points={points} planCount={17} links={LINKS} />);
	expect(html).toContain('class="chart__curve chart__curve--1"');
	expect(html).toContain('class="chart__curve chart__curve--2"');
	expect(html).toContain('>Left 33%</text>');
	expect(html).toContain('>Removed 33%</text>');
	expect(html).toContain('href="#left" aria-label="33%, Share left, After session 6"');
	expect(html).toContain('href="#removed" aria-label="33%, Share removed, After session 6"');
	expect(html).toContain('href="#people" aria-label="33%, Still in, After session 6"');
	expect(html).toContain('After session 6: 33% left by themselves, 33% were removed by the service, 33% are still in.');
	expect(renderToStaticMarkup(<WaysOut points={[]} planCount={17} links={LINKS} />)).toContain(
		'Nobody has attended yet.',
	);
});
