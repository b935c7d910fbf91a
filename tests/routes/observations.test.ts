import { expect, test } from 'vitest';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { paths } from '#app/paths.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenObservation } from '#tests/support/observations.ts';
import { givenLog, givenSessionStates } from '#tests/support/wall.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** After session 8 of seventeen; Owen and Ada are assigned to it and to session 3. */
function hall(now = '2026-03-03T21:00:00Z') {
	const context = testContext({ now });
	const places = givenPlaces(context);
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const kezia = givenStaff(context, { name: 'Kezia Mensah' });
	const cohort = givenCohort(context, { ...places, team: [sam, kezia] });
	const lead = givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] });
	const coordinator = givenStaff(context, { name: 'Kit Mensah', roles: ['coordinator'], areaIds: [places.areaId] });
	const [owen, ada] = ['Owen Hart', 'Ada Blum'].map((name) =>
		givenStaff(context, { name, roles: ['observer'], sides: [] }),
	);
	const [third, eighth] = [cohort.sessionIds[2]!, cohort.sessionIds[7]!];
	for (const sessionId of [third, eighth]) {
		for (const { staffId } of [owen!, ada!]) {
			const assigned = { assignedBy: lead.staffId, assignedAt: context.clock.now() };
			context.db
				.insert(schema.sessionObservers)
				.values({ sessionId, staffId, ...assigned })
				.run();
		}
	}
	return { context, places, cohort, sam, kezia, lead, coordinator, owen: owen!, ada: ada!, third, eighth };
}

const form = (more: Readonly<Record<string, string>> = {}) => ({
	...{ version: '0', mode: 'live', intent: 'save', strengths: '', nextSteps: '', note: '' },
	...more,
});

test('the form has a fieldset for each item with what each score means, and what this programme looks for', async () => {
	const { context, owen, eighth } = hall();
	const { status, text, html } = await visit(context, paths.observation(eighth), { as: owen });
	expect(status).toBe(200);
	expect(html).toContain('<title>Observation - Plumbline</title>');
	const { items } = context.content.observationForm();
	expect(html.match(/observation-item/g)).toHaveLength(items.length);
	for (const { title, anchors } of items) {
		expect(text).toContain(title);
		for (const anchor of anchors) expect(text).toContain(anchor.text);
	}
	expect(text).toContain('Facilitators challenged excuses and stayed respectful.');
	expect(html.match(/checked="" value="none"/g)).toHaveLength(items.length);
});

test('saved part-way, gone on with, and submitted to the leads; what was saved is there again', async () => {
	const { context, owen, eighth } = hall();
	const send = (fields: Readonly<Record<string, string>>) =>
		visit(context, paths.observation(eighth), { as: owen, form: form(fields) });
	const first = await send({ 'score-plan-followed': '3', strengths: 'Calm' });
	expect([first.status, first.location]).toEqual([302, paths.observation(eighth, 'saved')]);
	const again = await visit(context, first.location!, { as: owen });
	expect(again.text).toContain('Your draft is saved. Only you see it until you submit it.');
	expect(again.text).toContain('1 of 15 saved');
	expect(again.html).toContain('>Calm</textarea>');
	const second = await send({ version: '1', intent: 'submit', 'score-plan-followed': '3', 'score-time-kept': '0' });
	expect(second.location).toBe(paths.observation(eighth, 'submitted'));
	const done = await visit(context, second.location!, { as: owen });
	expect(done.text).toContain('Waits to be released.');
	expect(done.text).toContain('Save the correction');
	expect(done.text).not.toContain('Submit to the leads');
});

test('a score off its scale is refused in words, and nothing typed is lost', async () => {
	const { context, owen, eighth } = hall();
	const fields = { 'score-plan-followed': '7', 'score-time-kept': '2', nextSteps: 'More time' };
	const { status, text, html } = await visit(context, paths.observation(eighth), { as: owen, form: form(fields) });
	expect(status).toBe(400);
	expect(text).toContain('Choose one of the descriptions for “The activities of the plan took place”');
	expect(html).toContain('>More time</textarea>');
	expect(html).toContain('name="score-time-kept" type="radio" checked="" value="2"');
	const long = await visit(context, paths.observation(eighth), { as: owen, form: form({ note: 'x'.repeat(2001) }) });
	expect([long.status, long.text.includes('Enter at most 2000 characters')]).toEqual([400, true]);
	const none = await visit(context, paths.observation(eighth), { as: owen, form: form({ intent: 'submit' }) });
	expect([none.status, none.text.includes('Score at least one item before you submit')]).toEqual([422, true]);
	const notOurs: Record<string, string>[] = [
		{ mode: 'dreamt' },
		{ version: 'x' },
		{ intent: 'release' },
		{ 'score-mood': '1' },
	];
	for (const broken of notOurs) {
		expect((await visit(context, paths.observation(eighth), { as: owen, form: form(broken) })).status).toBe(400);
	}
	expect(context.db.select().from(schema.observations).all()).toEqual([]);
});

test('another window saved first: nothing is overwritten, each difference is named, and saving again is a decision', async () => {
	const { context, owen, eighth } = hall();
	const send = (fields: Readonly<Record<string, string>>) =>
		visit(context, paths.observation(eighth), { as: owen, form: form(fields) });
	await send({ 'score-plan-followed': '3', note: 'Ask Sam' });
	const late = await send({ 'score-plan-followed': '1' });
	expect(late.status).toBe(409);
	expect(late.text).toContain('You saved another version of this observation in another window');
	expect(late.text).toContain('“The activities of the plan took place” was saved');
	expect(late.text).toContain('as: 3 of 3: Every activity took place as the plan describes it.');
	expect(late.text).toContain('Saved in the other window (for the leads): Ask Sam');
	expect(late.html).toContain('name="version" value="1"');
	expect((await send({ version: '1', 'score-plan-followed': '1' })).status).toBe(302);
});

test('before the session the items can be read and not scored', async () => {
	const { context, owen, eighth } = hall('2026-03-03T12:00:00Z');
	const { text, html } = await visit(context, paths.observation(eighth), { as: owen });
	expect(text).toContain('You can score once the session starts: Tuesday 3 March 2026, 6:30pm. Read the items before.');
	expect(text).toContain('3 of 3 Every activity took place as the plan describes it.');
	expect(html).not.toContain('type="radio"');
	const sent = await visit(context, paths.observation(eighth), {
		as: owen,
		form: form({ 'score-plan-followed': '1' }),
	});
	expect([sent.status, sent.text.includes('the observation opens when the session starts')]).toEqual([422, true]);
});

test('the form and what is written in it are there for its observer alone, and the same bytes as nothing for others', async () => {
	const { context, sam, coordinator, lead, owen, eighth, cohort } = hall();
	for (const as of [sam, coordinator, lead]) {
		const absent = await visit(context, paths.observation('nowhere' as never), { as });
		const { status, html } = await visit(context, paths.observation(eighth), { as });
		expect([status, html]).toEqual([404, absent.html]);
	}
	expect((await visit(context, paths.observation(cohort.sessionIds[0]!), { as: owen })).status).toBe(404);
});

test('a lead reads what was submitted and releases it; only then is it there for the team', async () => {
	const { context, sam, kezia, coordinator, lead, owen, eighth } = hall();
	const id = givenObservation(context, { sessionId: eighth, observerId: owen.staffId, words: 'Well held' });
	const feedback = (as: typeof sam) => visit(context, paths.observationFeedback(eighth), { as });
	for (const as of [sam, kezia, lead, coordinator, owen]) expect((await feedback(as)).status).toBe(404);
	expect((await visit(context, paths.session(eighth), { as: sam })).text).not.toContain('Feedback from an observation');
	const page = await visit(context, paths.sessionObservations(eighth), { as: lead });
	expect(page.text).toContain('Owen Hart Waits to be released');
	expect(page.text).toContain('Nothing saved yet: Ada Blum');
	const release = (version: string) =>
		visit(context, paths.sessionObservations(eighth), { as: lead, form: { observationId: id, version } });
	const old = await release('2');
	expect([old.status, old.text.includes('The observer has corrected it since')]).toEqual([409, true]);
	expect((await release('1')).location).toBe(paths.sessionObservations(eighth, 'released'));
	expect((await release('1')).status).toBe(409);
	for (const as of [sam, kezia]) {
		const { status, text } = await feedback(as);
		expect(status).toBe(200);
		expect(text).toContain('What the team did well Well held');
		expect(text).toContain('2 of 3: Most activities took place, with small changes.');
		expect(text).not.toContain('For the leads alone');
	}
	for (const as of [coordinator, owen]) expect((await feedback(as)).status).toBe(404);
	expect((await visit(context, paths.session(eighth), { as: sam })).text).toContain('Feedback from an observation');
});

test('two raters stand side by side once both have submitted, with their agreement in counts', async () => {
	const { context, lead, owen, ada, sam, eighth, third } = hall();
	const page = (as: typeof lead, sessionId = eighth) => visit(context, paths.sessionObservations(sessionId), { as });
	givenObservation(context, { sessionId: eighth, observerId: owen.staffId });
	const alone = await page(ada);
	expect(alone.text).toContain('The other observers’ scores are kept back until everybody who observes');
	expect(alone.text).not.toContain('2 of 3');
	const scores = [2, 2, 2, 2, 1, 2, 3, 2, 2, 2, 2, 2, 2, null, 2];
	givenObservation(context, { sessionId: eighth, observerId: ada.staffId, scores });
	for (const as of [lead, owen, ada]) {
		const { text } = await page(as);
		expect(text).toContain('Scored alike: 86% (12 of 14). At most one apart: 100% (14 of 14).');
		expect(text).not.toMatch(/correlation/i);
		expect(text).toContain('Missing: 1 item scored by one only.');
	}
	expect((await page(sam)).status).toBe(404);
	for (const { staffId } of [owen, ada]) {
		givenObservation(context, { sessionId: third, observerId: staffId, scores: [1, 2, 3] });
	}
	const few = await page(lead, third);
	expect(few.text).toContain('The two say the same of every item.');
});

test('a lead draws the plan, the team learns of a session in its notice and not before, and the history stays', async () => {
	const { context, cohort, lead, sam, coordinator } = hall('2026-03-03T12:00:00Z');
	const { cohortId } = cohort;
	context.db.delete(schema.sessionObservers).run();
	const page = (as: typeof lead) => visit(context, paths.observationPlan(cohortId), { as });
	for (const as of [sam, coordinator]) expect((await page(as)).status).toBe(404);
	expect((await page(lead)).text).toContain('No session is to be observed yet');
	const draw = (shownDraws: string) =>
		visit(context, paths.observationPlan(cohortId), { as: lead, form: { shownDraws } });
	expect((await draw('0')).location).toBe(paths.observationPlan(cohortId, 'drawn'));
	expect((await draw('0')).status).toBe(409);
	expect((await draw('x')).status).toBe(400);
	const { seed } = context.db.select().from(schema.observationDraws).get()!;
	const { text } = await page(lead);
	expect(text).toContain(seed);
	expect(text).toContain('10% of the sessions to come of each facilitator, and at least one each.');
	expect(text).toContain('Kezia Mensah Sessions observed 0 Still to observe 1');
	const { sessionId } = context.db.select().from(schema.drawnSessions).get()!;
	const session = context.db
		.select()
		.from(schema.sessions)
		.all()
		.find(({ id }) => id === sessionId)!;
	const told = async (day: string, as = sam) => {
		context.setNow(`${day}T12:00:00Z`);
		return (await visit(context, paths.session(sessionId), { as })).text.includes('This session is to be observed');
	};
	const before = (days: number) => {
		const at = new Date(`${session.day}T00:00:00Z`);
		return calendarDay(new Date(at.getTime() - days * 86_400_000).toISOString().slice(0, 10));
	};
	expect(await told(before(8))).toBe(false);
	expect(await told(before(7))).toBe(true);
	expect(await told(before(7), coordinator)).toBe(false);
	expect(await told(before(-1))).toBe(false);
});

test('on the fidelity page self-report and observation stand apart, with the direction and what is missing', async () => {
	const { context, cohort, sam, lead, coordinator, owen, ada, third } = hall();
	givenSessionStates(context, cohort, 'H H H H');
	givenLog(context, cohort, sam, { plan: 3 });
	givenLog(context, cohort, sam, { plan: 2, ratings: { 'own-words': 'not-delivered' } });
	const page = (as: typeof sam) => visit(context, paths.fidelity(cohort.cohortId), { as });
	givenObservation(context, { sessionId: third, observerId: owen.staffId });
	for (const as of [sam, coordinator, lead]) {
		expect((await page(as)).text).toContain('No observation is released yet, of 4 sessions held.');
	}
	const scores = [3, 2, null, 3, 3, 3, 1, 1, 1, 1];
	const at = { sessionId: third, observerId: ada.staffId, releasedBy: lead.staffId, scores };
	context.setNow('2026-03-03T21:30:00Z');
	givenObservation(context, at);
	for (const as of [sam, coordinator, lead]) {
		const { text } = await page(as);
		expect(text).toContain('An observation is released of 1 of 4 sessions held.');
		expect(text).toContain(
			'Adherence Self-report 100% (5 of 5) activities as intended Missing in it none Observed 83% (5 of 6) Scored 2 items Not scored 1 item Difference Self-report 17 points higher',
		);
		expect(text).toContain('Dose Self-report 100% (120 of 120) minutes');
		expect(text).toContain('Observed 100% (9 of 9) Scored 3 items Not scored none Difference The same');
		expect(text).toContain(
			'Quality Self-report no self-report Missing in it Observed 33% (4 of 12) Scored 4 items Not scored none Difference Nothing to compare',
		);
		expect(text).toContain('Points that observers gave, of those possible on 4 items Figure 33% (4 of 12)');
	}
	expect((await page(sam)).text).not.toContain('Observation plan');
	expect((await page(lead)).text).toContain('Observation plan');
});

test('who observes a session and has not submitted is told no figure that comes from another’s scores', async () => {
	const { context, cohort, lead, owen, ada, third } = hall();
	givenSessionStates(context, cohort, 'H H H H');
	givenObservation(context, { sessionId: third, observerId: owen.staffId, releasedBy: lead.staffId });
	const both = givenStaff(context, { name: 'Lee Both', roles: ['lead', 'observer'] });
	const assigned = { assignedBy: lead.staffId, assignedAt: context.clock.now() };
	context.db
		.insert(schema.sessionObservers)
		.values({ sessionId: third, staffId: both.staffId, ...assigned })
		.run();
	const page = async (as: typeof lead) => (await visit(context, paths.fidelity(cohort.cohortId), { as })).text;
	expect(await page(lead)).toContain('An observation is released of 1 of 4 sessions held.');
	expect(await page(both)).toContain('No observation is released yet');
	expect((await visit(context, paths.observationFeedback(third), { as: both })).status).toBe(404);
	givenObservation(context, { sessionId: third, observerId: both.staffId });
	expect(await page(both)).toContain('An observation is released of 1 of 4 sessions held.');
	expect((await visit(context, paths.observations(), { as: ada })).text).toContain('Score the session');
});

test('pages on observations take as many queries for many sessions as for one', async () => {
	const counts: Record<string, number[]> = {};
	for (const many of [1, 8]) {
		const { context, cohort, lead, owen } = hall();
		givenSessionStates(context, cohort, 'H H H H H H H H');
		for (const sessionId of cohort.sessionIds.slice(0, many)) {
			const assigned = { staffId: owen.staffId, assignedBy: lead.staffId, assignedAt: context.clock.now() };
			context.db
				.insert(schema.sessionObservers)
				.values({ sessionId, ...assigned })
				.onConflictDoNothing()
				.run();
			givenObservation(context, { sessionId, observerId: owen.staffId, releasedBy: lead.staffId });
		}
		for (const [as, path] of [
			[owen, paths.observations()],
			[lead, paths.observationPlan(cohort.cohortId)],
			[lead, paths.fidelity(cohort.cohortId)],
			[lead, paths.today()],
		] as const) {
			const ask = () => visit(context, path, { as });
			await ask();
			counts[path.replace(cohort.cohortId, ':id')] ??= [];
			counts[path.replace(cohort.cohortId, ':id')]!.push(await countQueries(context.db, ask));
		}
	}
	for (const [one, eight] of Object.values(counts)) expect(eight).toBe(one);
});

test('a lead finds what is to release among the gaps', async () => {
	const { context, cohort, lead, owen, third } = hall();
	givenSessionStates(context, cohort, 'H H H H');
	givenObservation(context, { sessionId: third, observerId: owen.staffId });
	const { text } = await visit(context, paths.today(), { as: lead });
	expect(text).toContain('Observation not released to the team');
});
