import { expect, test } from 'vitest';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';

const id = (variant: string | null = null) => programmeIdOf({ slug: 'caring-dads', version: '1', variant });

function reader() {
	const context = testContext();
	return { context, as: givenStaff(context) };
}

test('the list names every programme, its side and its variants', async () => {
	const { context, as } = reader();
	const { text } = await visit(context, '/programmes', { as });
	for (const { name, variant } of context.content.programmes) if (variant === null) expect(text).toContain(name);
	expect(text).toContain('15 group and 2 individual sessions');
});

test('a programme is read with its goals, plans, thresholds in words, checklist, logic model and notice', async () => {
	const { context, as } = reader();
	const { text } = await visit(context, `/programmes/${id()}`, { as });
	const programme = context.content.findProgramme({ slug: 'caring-dads', version: '1', variant: null })!;
	for (const { goal } of programme.modules) expect(text).toContain(goal);
	for (const { aim } of programme.plans) expect(text).toContain(aim);
	for (const check of programme.fidelityChecklist) expect(text).toContain(check.text);
	for (const { title } of programme.logicModel.impacts) expect(text).toContain(title);
	expect(text).toContain('Until session 3.');
	expect(text).toContain('80% of sessions: 14 of 17.');
	expect(text).toContain(programme.notice);
});

test('a variant shows its own kinds of session', async () => {
	const { context, as } = reader();
	const kinds = async (variant: string | null) => {
		const { text } = await visit(context, `/programmes/${id(variant)}`, { as });
		return text.match(/Kind Individual/g)?.length ?? 0;
	};
	expect([await kinds(null), await kinds('15-plus-2')]).toEqual([0, 2]);
});

test('a plan is read with its activities, what they are for, and the plans before and after it', async () => {
	const { context, as } = reader();
	const { text, html } = await visit(context, `/programmes/${id()}/plans/3`, { as });
	const plan = context.content.findProgramme({ slug: 'caring-dads', version: '1', variant: null })!.plans[2]!;
	expect(text).toContain(plan.aim);
	for (const activity of plan.activities) expect(text).toContain(activity.title);
	expect(text).toContain('not the licensed Caring Dads manual');
	expect(html).toContain(`href="/programmes/${id()}/plans/2"`);
	expect(html).toContain(`href="/programmes/${id()}/plans/4"`);
});

test('the first plan has none before it and the last none after', async () => {
	const { context, as } = reader();
	expect((await visit(context, `/programmes/${id()}/plans/1`, { as })).text).not.toContain('Previous');
	expect((await visit(context, `/programmes/${id()}/plans/17`, { as })).text).not.toContain('Next page');
});

test.each([
	'/programmes/forged',
	`/programmes/${id()}/plans/18`,
	`/programmes/${id()}/plans/03`,
	`/programmes/${id()}/plans/x`,
])('%s is not there', async (path) => {
	const { context, as } = reader();
	expect((await visit(context, path, { as })).status).toBe(404);
});
