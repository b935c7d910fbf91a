import { expect, test } from 'vitest';
import { visit } from '#tests/support/app.ts';
import { givenStaff } from '#tests/support/world.ts';
import { givenLeave, givenTeams } from '../use-cases/team/given.ts';

const from = { 'accreditedOn-day': '2', 'accreditedOn-month': '2', 'accreditedOn-year': '2026' };

test('a lead records an accreditation with or without an end; what is wrong gets a sentence and keeps what was typed', async () => {
	const { context, lead } = givenTeams();
	const { staffId } = givenStaff(context, { name: 'New Person' });
	const path = `/facilitators/${staffId}/accreditations`;
	const sends = (form: Record<string, string>) => visit(context, path, { as: lead, form });
	const empty = await sends({});
	expect(empty.status).toBe(400);
	for (const said of ['Choose a programme', 'Enter the day of the accreditation']) expect(empty.text).toContain(said);
	const early = { programmeSlug: 'caring-dads', ...from, 'expiresOn-day': '1', 'expiresOn-month': '2' };
	expect((await sends({ ...early, 'expiresOn-year': '' })).text).toContain('The date must include a year');
	const refused = await sends({ ...early, 'expiresOn-year': '2026' });
	expect([refused.status, refused.text.includes('Enter a last day on or after')]).toEqual([422, true]);
	expect((await sends({ ...early, 'expiresOn-year': '2028' })).location).toBe(`/facilitators/${staffId}?said=recorded`);
	const page = await visit(context, `/facilitators/${staffId}`, { as: lead });
	expect(page.text).toContain('Until 1 February 2028');
	expect((await visit(context, '/facilitators', { as: lead })).text).toContain('Caring Dads: until 1 February 2028');
	const id = /name="accreditationId" value="(\w+)"/.exec(page.html)![1]!;
	const ended = { as: lead, form: { accreditationId: id } };
	expect((await visit(context, `${path}/end`, ended)).location).toBe(`/facilitators/${staffId}?said=taken-out`);
	expect((await visit(context, `${path}/end`, ended)).status).toBe(404);
});

test('a facilitator keeps their own hours and leave under “My availability”; who arranges cohorts sees neither', async () => {
	const { context, kim, hisCoordinator } = givenTeams();
	const own = `/facilitators/${kim.staffId}`;
	expect((await visit(context, '/availability', { as: kim })).location).toBe(own);
	expect((await visit(context, '/more', { as: kim })).text).toContain('My availability');
	const sends = (form: Record<string, string>) => visit(context, `${own}/hours`, { as: kim, form });
	const wrong = await sends({ monday: 'mornings', tuesday: '9am to 1pm' });
	expect(wrong.status).toBe(400);
	expect(wrong.text).toContain('Enter hours such as 9am to 5pm');
	for (const typed of ['mornings', '9am to 1pm']) expect(wrong.html).toContain(`value="${typed}"`);
	expect((await sends({ monday: '5pm to 9am' })).text).toContain('Enter hours that end after they begin');
	expect((await sends({ monday: '9am to 1pm, 12:30pm to 5pm' })).text).toContain('Enter hours that do not overlap');
	expect((await sends({ monday: '9am to 1pm, 2pm to 5:30pm' })).location).toBe(`${own}?said=hours`);
	const page = await visit(context, own, { as: kim });
	expect(page.text).toMatch(/Monday\s*9am to 1pm, 2pm to 5:30pm/);
	expect((await visit(context, `${own}/hours`, { as: kim })).html).toContain('value="9am to 1pm, 2pm to 5:30pm"');
	const days = { 'fromDay-day': '3', 'fromDay-month': '8', 'fromDay-year': '2026' };
	const until = { 'toDay-day': '14', 'toDay-month': '8', 'toDay-year': '2026' };
	const leave = { as: kim, form: { ...days, ...until } };
	expect((await visit(context, `${own}/leave`, leave)).location).toBe(`${own}?said=leave`);
	expect((await visit(context, `${own}/leave`, leave)).text).toContain('Some of these days are leave already');
	expect((await visit(context, own, { as: kim })).text).toContain('3 August 2026 to 14 August 2026');
	const others = await visit(context, own, { as: hisCoordinator });
	expect(others.status).toBe(200);
	for (const kept of ['Leave', 'Hours', 'August', 'Monday']) expect(others.text).not.toContain(kept);
	for (const page of ['hours', 'leave', 'accreditations']) {
		expect((await visit(context, `${own}/${page}`, { as: hisCoordinator })).status).toBe(404);
	}
});

test('leave is taken back', async () => {
	const { context, kim } = givenTeams();
	givenLeave(context, kim, '2026-08-03');
	const own = `/facilitators/${kim.staffId}`;
	const id = /name="leaveId" value="(\w+)"/.exec((await visit(context, own, { as: kim })).html)![1]!;
	const back = { as: kim, form: { leaveId: id } };
	expect((await visit(context, `${own}/leave/end`, back)).location).toBe(`${own}?said=leave-taken-back`);
	expect((await visit(context, own, { as: kim })).text).toContain('No leave is recorded from today on.');
	expect((await visit(context, `${own}/leave/end`, back)).status).toBe(404);
});
