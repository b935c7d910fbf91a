import { beforeAll, expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { CohortId, SessionId, TaskId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { tellStory } from '#db/demo/tell-story.ts';
import { findStaffActor } from '#db/queries/staff.ts';
import { visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { DEMO_NOW } from '#tests/support/story-times.ts';

/** The demonstration’s story, told once, and the lead in it. */
let context: TestContext;
let ruth: StaffActor;
beforeAll(async () => {
	context = testContext({ now: DEMO_NOW });
	await tellStory(context);
	const [row] = context.db.$client.prepare("select id, name from staff where name = 'Ruth Levy'").all() as [
		{ id: StaffActor['staffId']; name: string },
	];
	ruth = findStaffActor(context.db, { staffId: row.id, name: row.name });
});

type DriftTask = { id: TaskId; cohortId: CohortId; cohort: string; sessionId: SessionId; plan: number };

function openDriftTasks() {
	return context.db.$client
		.prepare(
			`select t.id, t.cohort_id as cohortId, c.name as cohort, t.session_id as sessionId, s.plan_number as plan
			from tasks t join cohorts c on c.id = t.cohort_id join sessions s on s.id = t.session_id
			where t.kind = 'drift' and t.state = 'open'`,
		)
		.all() as DriftTask[];
}

test('one cohort of the story drifts, and it waits on the lead’s home as a task with the session concerned', async () => {
	const tasks = openDriftTasks();
	expect(tasks).toMatchObject([{ cohort: 'Thursday group', plan: 4 }]);
	const [task] = tasks as [DriftTask];
	const home = await visit(context, paths.today(), { as: ruth });
	expect(home.text).toContain('1 change in what is delivered to look at');
	expect(home.html).toContain(`href="${paths.task(task.id)}"`);
	const opened = await visit(context, paths.task(task.id), { as: ruth });
	expect(opened.text).toContain('Rule 1: session 4 is below its limit, with 0 of 5.');
	expect(opened.html).toContain(`href="${paths.session(task.sessionId)}"`);
	expect(opened.html).toContain(`href="${paths.fidelity(task.cohortId)}"`);
});

test('its fidelity page shows the alert in words, in the chart and in the numbers; the cohort that goes well has none', async () => {
	const [task] = openDriftTasks() as [DriftTask];
	const { text, html } = await visit(context, paths.fidelity(task.cohortId), { as: ruth });
	expect(text).toContain(
		'15 of 20 activities were delivered as intended. Rule 1: session 4 is below its limit, with 0 of 5.',
	);
	expect(text).toMatch(/4 0 of 5 0% \d+% to \d+% rule 1, below/);
	expect(html).toContain('chart__signal');
	const others = context.db.$client
		.prepare("select id from cohorts where state = 'running' and id <> ?")
		.pluck()
		.all(task.cohortId) as CohortId[];
	expect(others).toHaveLength(3);
	for (const cohortId of others) {
		const page = await visit(context, paths.fidelity(cohortId), { as: ruth });
		expect(page.status).toBe(200);
		expect(page.text).not.toMatch(/Rule \d: /);
	}
});
