import { expect, test } from 'vitest';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { paths } from '#app/paths.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenLog, givenSessionStates } from '#tests/support/wall.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

const ID = programmeIdOf({ slug: 'caring-dads', version: '1', variant: null });
const PAGE = paths.programmeBands(ID);

/** A cohort of which two held sessions are logged, in the first an activity was left out: nine of ten delivered. */
function given() {
	const context = testContext();
	const places = givenPlaces(context);
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const lead = givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] });
	const cohort = givenCohort(context, { ...places, team: [sam] });
	givenSessionStates(context, cohort, 'H H');
	const { plans } = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	givenLog(context, cohort, sam, { plan: 1, ratings: { [plans[0]!.activities[0]!.key]: 'not-delivered' } });
	givenLog(context, cohort, sam, { plan: 2 });
	const save = (form: Record<string, string>) => visit(context, PAGE, { as: lead, form: { version: '0', ...form } });
	return { context, places, sam, lead, cohort, save };
}

test('a lead sets the bands, and every page that shows one reads its figure by them', async () => {
	const { context, lead, cohort, save } = given();
	const pages = [paths.fidelity(cohort.cohortId), paths.programmeFidelity(ID), paths.programmeOverview(ID)];
	const ask = async () =>
		(await Promise.all(pages.map((page) => visit(context, page, { as: lead })))).map(({ text }) => text);
	for (const text of await ask()) expect(text).toMatch(/\(9 of 10\)[^%]*Good/);
	expect(await save({ good: '95%', watch: '91' })).toMatchObject({
		status: 302,
		location: paths.programmeBands(ID, 'set'),
	});
	for (const text of await ask()) expect(text).toMatch(/\(9 of 10\)[^%]*Act/);
	const [fidelity] = await ask();
	expect(fidelity).toContain('Good is 95% or more, watch is 91% to 94%, and below 91% is to act upon.');
	expect(fidelity).toContain('The service set these limits.');
	expect((await visit(context, paths.programme(ID), { as: lead })).text).toContain('Good from 95% of activities');
	const { text } = await visit(context, PAGE, { as: lead });
	expect(text).toMatch(/From .* By Ruth Levy Good from 95% Watch from 91% Act below 91%/);
	expect(text).toContain('The version itself says 80% and 60%.');
});

test.each([
	[{ good: '80', watch: '80' }, 422, 'Enter a percentage below 80'],
	[{ good: '60', watch: '80' }, 422, 'Enter a percentage below 60'],
	[{ good: '101', watch: '60' }, 400, 'Enter the percentage from which delivery is good, a whole number from 0 to 100'],
	[{ good: '80', watch: '59.5' }, 400, 'Enter the percentage from which delivery is to be watched'],
	[{ good: '-5', watch: '60' }, 400, 'from which delivery is good'],
	[{ good: '', watch: '' }, 400, 'from which delivery is good'],
])('bands that are none are refused with what was typed: %j', async (form, status, sentence) => {
	const { context, lead, save } = given();
	const answer = await save(form);
	expect(answer.status).toBe(status);
	expect(answer.text).toContain(sentence);
	if (form.good) expect(answer.html).toContain(`value="${form.good}"`);
	if (form.watch) expect(answer.html).toContain(`value="${form.watch}"`);
	expect((await visit(context, PAGE, { as: lead })).text).toContain('Nobody has: they are as the version');
});

test('an old page is told what was set since, keeps what was typed, and may then save it', async () => {
	const { save } = given();
	await save({ good: '90', watch: '70' });
	const stale = await save({ good: '85', watch: '65' });
	expect(stale.status).toBe(409);
	expect(stale.text).toContain('Somebody has set the bands of this programme since you opened the page.');
	expect(stale.html).toContain('value="85"');
	expect(stale.html).toMatch(/name="version" value="1"|value="1" name="version"/);
	expect((await save({ version: '1', good: '85', watch: '65' })).status).toBe(302);
});

test('nobody but a lead finds the page, and no link to it stands for anybody else', async () => {
	const { context, places, sam, lead } = given();
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId] });
	for (const as of [sam, coordinator]) {
		expect((await visit(context, PAGE, { as })).status).toBe(404);
		expect((await visit(context, PAGE, { as, form: { version: '0', good: '90', watch: '70' } })).status).toBe(404);
		expect((await visit(context, paths.programme(ID), { as })).html).not.toContain(PAGE);
	}
	expect((await visit(context, paths.programme(ID), { as: lead })).html).toContain(PAGE);
	expect((await visit(context, paths.programmeBands('0'.repeat(13)), { as: lead })).status).toBe(404);
});
