import { expect, test } from 'vitest';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { paths } from '#app/paths.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenObservation } from '#tests/support/observations.ts';
import { givenLog, givenSessionStates, givenWall } from '#tests/support/wall.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** A cohort of three held sessions: two logs of the first, which two observers scored, and people who stayed and left. */
function given() {
	const context = testContext({ now: '2026-02-03T12:00:00Z' });
	const place = givenPlaces(context);
	const [sam, kim] = [givenStaff(context, { name: 'Sam Okafor' }), givenStaff(context, { name: 'Kim Vale' })];
	const [owen, ada] = [givenStaff(context, { roles: ['observer'] }), givenStaff(context, { roles: ['observer'] })];
	const lead = givenStaff(context, { name: 'Ruth Lead', roles: ['lead'] });
	const cohort = givenCohort(context, { ...place, team: [sam, kim] });
	givenSessionStates(context, cohort, 'H H H');
	givenWall(context, cohort, 'Al Stays | P P P\nBo Leaves | P N N\nCy Late | P P N');
	const { activities } = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null }).plans[0]!;
	for (const plan of [1, 2, 3]) givenLog(context, cohort, sam, { plan });
	givenLog(context, cohort, kim, { plan: 1, ratings: { [activities[0]!.key]: 'content-changed' } });
	const sessionId = cohort.sessionIds[0]!;
	givenObservation(context, { sessionId, observerId: owen.staffId, releasedBy: lead.staffId });
	givenObservation(context, { sessionId, observerId: ada.staffId, scores: [3, 2, 1, 3, 3, 3, 1, 1, 1, 1] });
	const programmeId = programmeIdOf({ slug: 'caring-dads', version: '1', variant: null });
	return { context, sam, lead, cohort, sessionId, programmeId, areaId: place.areaId };
}

/** Each cell that holds a share with its counts; nothing of anything leads nowhere. */
const SHARE = /[1-9]\d*% \(\d+ of \d+\)/;
const cellsOf = (html: string) => [...html.matchAll(/<(td|dd)[ >].*?<\/\1>/gs)].map(([cell]) => cell);

test('on every page of fidelity and retention each share in a table leads to what it is made of, and that is there', async () => {
	const { context, sam, lead, cohort, sessionId, programmeId } = given();
	const { cohortId } = cohort;
	const pages = {
		fidelity: paths.fidelity(cohortId),
		programmeFidelity: paths.programmeFidelity(programmeId),
		overview: paths.programmeOverview(programmeId),
		raters: paths.programmeRaters(programmeId),
		supervision: paths.facilitatorSupervision(sam.staffId),
		retention: paths.retention(cohortId),
		programmeRetention: paths.programmeRetention(programmeId),
		received: paths.received(cohortId),
	};
	for (const [name, path] of Object.entries(pages)) {
		const { status, html } = await visit(context, path, { as: lead });
		expect([name, status]).toEqual([name, 200]);
		const shares = cellsOf(html).filter((cell) => SHARE.test(cell));
		expect([name, shares.length > 0]).toEqual([name, true]);
		expect([name, shares.filter((cell) => !cell.includes('<a '))]).toEqual([name, []]);
		for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html, `${name} #${id}`).toContain(`id="${id}"`);
	}
	const debrief = await visit(context, paths.debrief(sessionId), { as: lead });
	expect(debrief.html).toMatch(/Rated alike:.{0,20}<a [^>]*>80% \(4 of 5\)/s);
});

test('of self-report and observation the sessions of both columns are named, with the log, the answers and the observation', async () => {
	const { context, lead, cohort, sessionId } = given();
	const { html, text } = await visit(context, paths.fidelity(cohort.cohortId), { as: lead });
	expect(html).toMatch(/href="#observed-sessions" aria-label="[^"]*activities as intended, Self-report, Adherence"/);
	const made = html.slice(html.indexOf('id="observed-sessions"'));
	for (const href of [paths.deliveryLog(sessionId), paths.takingPart(sessionId), paths.observationFeedback(sessionId)])
		expect(made).toContain(`href="${href}"`);
	expect(text).toContain('The sessions that both are of');
	for (const href of [...made.slice(0, made.indexOf('</ul>')).matchAll(/href="([^"]+)"/g)].map(([, to]) => to!))
		expect((await visit(context, href, { as: lead })).status).toBe(200);
});

test('a coordinator is led to no observation that is not theirs to open', async () => {
	const { context, cohort, sessionId, areaId } = given();
	const jo = givenStaff(context, { name: 'Jo', roles: ['coordinator'], areaIds: [areaId] });
	const { html, status } = await visit(context, paths.fidelity(cohort.cohortId), { as: jo });
	expect(status).toBe(200);
	expect(html).toContain('id="observed-sessions"');
	expect(html).not.toContain(paths.observationFeedback(sessionId));
	expect((await visit(context, paths.observationFeedback(sessionId), { as: jo })).status).toBe(404);
});

test('the numbers of the control chart lead to the log of each session, by month to the logs of its sessions', async () => {
	const { context, lead, cohort } = given();
	const page = async (by?: 'month') => (await visit(context, paths.fidelity(cohort.cohortId, by), { as: lead })).html;
	const tableOf = (html: string) =>
		html.slice(html.indexOf('aria-label="Numbers: Share of activities delivered as intended'));
	const bySession = tableOf(await page()).split('</section>')[0]!;
	const byMonth = tableOf(await page('month')).split('</section>')[0]!;
	for (const sessionId of cohort.sessionIds.slice(0, 3)) {
		expect(bySession).toContain(`href="${paths.deliveryLog(sessionId)}" aria-label="5 of 5, As intended, Session`);
		expect(byMonth).toContain(`href="${paths.deliveryLog(sessionId)}"`);
	}
	expect(byMonth).not.toContain(paths.deliveryLog(cohort.sessionIds[3]!));
});
