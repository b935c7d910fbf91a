import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenFamily, givenTwoSides } from '#tests/support/families.ts';
import { givenMember } from '#tests/support/world.ts';

function town() {
	const context = testContext();
	const two = givenTwoSides(context);
	const search = (as: StaffActor, who: string) => visit(context, '/search', { as, form: { who } });
	return { context, ...two, search };
}

test('people are found by a part of the name or of the reference, without accents and capitals', async () => {
	const { context, his, sam, search } = town();
	const { personId } = givenMember(context, his, { givenName: 'Zoë', familyName: 'Müller' });
	for (const who of ['zoe', 'MULLER', 'mull zo', `f-${personId}`]) {
		const { status, text } = await search(sam, who);
		expect([who, status, text.includes('Müller, Zoë'), text.includes('1 person')]).toEqual([who, 200, true, true]);
	}
	expect((await search(sam, 'zoe stone')).text).toContain('Nobody found');
});

test('people of the other side are absent from what is found and from its count, as if there were nobody', async () => {
	const { context, hers, sam, hisCoordinator, lead, search } = town();
	const before = await Promise.all([search(sam, 'stone'), search(hisCoordinator, 'stone'), search(sam, 'ref-')]);
	givenMember(context, hers, { familyName: 'Stone', programmeSlug: 'inspiring-families-non-abusing' });
	const after = await Promise.all([search(sam, 'stone'), search(hisCoordinator, 'stone'), search(sam, 'ref-')]);
	expect(after.map(({ html }) => html)).toEqual(before.map(({ html }) => html));
	expect(after[0]!.text).toContain('1 person');
	expect((await search(lead, 'stone')).text).toContain('3 people');
});

test('a worker finds both sides of the families of their areas, with the side beside the name', async () => {
	const { context, areaId, adam, lead, worker, search } = town();
	expect((await search(worker, 'adam')).text).toContain('Nobody found');
	givenFamily(context, { areaId, by: lead, members: [[adam.personId, 'father']] });
	expect((await search(worker, 'adam')).text).toMatch(/Stone, Adam .*Perpetrator side/);
	expect((await search(lead, 'bea')).text).toMatch(/Stone, Bea .*Survivor and child side/);
});

test('at most fifty are shown, in the order of what is shown, and it is said that there are more', async () => {
	const { context, his, sam, search } = town();
	for (let count = 0; count < 60; count += 1) {
		givenMember(context, his, { givenName: 'Max', familyName: `Row${String(count).padStart(2, '0')}` });
	}
	const { html, text } = await search(sam, 'row');
	const names = [...html.matchAll(/Row\d\d, Max/g)].map(([name]) => name);
	expect(names).toHaveLength(50);
	expect(names).toEqual(names.toSorted());
	expect(text).toContain('More people match');
});

test('too little is refused on the page, and what was typed stands in no address', async () => {
	const { context, sam, search } = town();
	for (const who of ['', 'a', ' ´ ']) {
		const { status, text } = await search(sam, who);
		expect([who, status]).toEqual([who, 400]);
		expect(text).toContain('Enter at least 2 letters of a name, or of a reference');
	}
	const page = await visit(context, '/search', { as: sam });
	expect(page.html).toMatch(/<form method="post"[^>]*>/);
	expect((await search(sam, 'adam')).html).not.toMatch(/(href|action)="[^"]*adam/i);
	const byAddress = await visit(context, '/search?who=adam', { as: sam });
	expect(byAddress.html).toBe(page.html);
});

test('what is typed is never markup', async () => {
	const { sam, search } = town();
	const { html } = await search(sam, '"><script>alert(1)</script>');
	expect(html).not.toContain('<script>alert');
});
