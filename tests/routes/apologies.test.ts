import { expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { visit } from '#tests/support/app.ts';
import { givenTerm } from '../use-cases/sessions/given.ts';

/** Before session 1 of a term: somebody rings. */
function givenCall() {
	const term = givenTerm();
	const { sessionIds, enrolmentId, sam, context } = term;
	const apology = { mark: 'absent-notified', minutes: null, reason: 'court', note: null } as const;
	const record = (at: number, entry: Parameters<typeof recordRegister>[2]['choices'][number]['entry'], version = 1) =>
		recordRegister(context, sam, {
			...{ sessionId: sessionIds[at]!, restAttended: false, correctionReason: null },
			choices: [{ enrolmentId, openedVersion: version, entry }],
		});
	return { ...term, apology, record };
}

test('a person’s page leads to their row in the registers of their next sessions, and says which have an apology', async () => {
	const { context, sam, personId, enrolmentId, sessionIds, apology, record } = givenCall();
	const before = await visit(context, paths.person(personId), { as: sam });
	const row = `${paths.register(sessionIds[0]!)}#mark-${enrolmentId}`;
	expect(before.html).toContain(`href="${row}"`);
	expect(before.html.match(/record an apology/g)).toHaveLength(3);
	const register = await visit(context, paths.register(sessionIds[0]!), { as: sam });
	expect(register.html).toContain(`id="mark-${enrolmentId}"`);
	expect(record(0, apology)).toMatchObject({ done: true });
	const after = await visit(context, paths.person(personId), { as: sam });
	expect(after.text).toMatch(/Next sessions Session 1, Tuesday 13 January 2026, 6:30pm: apology for Session 1/);
	expect(after.html.match(/record an apology/g)).toHaveLength(2);
});

test('once no session is to come, the page offers none', async () => {
	const { context, personId, coordinator } = givenCall();
	const page = await visit(context, paths.person(personId), { as: coordinator });
	expect(page.text).toContain('Next sessions');
	context.setNow('2026-06-01T12:00:00Z');
	const later = await visit(context, paths.person(personId), { as: coordinator });
	expect(later.status).toBe(200);
	expect(later.text).not.toContain('Next sessions');
});

test('an apology in advance counts as missed once the session was held, apart from those without contact', async () => {
	const { context, sam, cohortId, personId, sessionIds, apology, record } = givenCall();
	record(0, apology);
	const ahead = await visit(context, paths.session(sessionIds[0]!), { as: sam });
	expect(ahead.text).toContain('1 apology');
	const person = await visit(context, paths.person(personId), { as: sam });
	expect(person.text).toContain('No register yet');
	context.setNow('2026-01-21T12:00:00Z');
	record(1, { mark: 'absent-no-contact', minutes: null, reason: null, note: null });
	record(0, { ...apology, reason: 'illness' }, 2);
	const cohort = await visit(context, paths.cohort(cohortId), { as: sam });
	expect(cohort.text).toContain('Missed: 2, of these 1 with an apology.');
	const figures = await visit(context, paths.person(personId), { as: sam });
	expect(figures.text).toContain('Apology 1, No contact 1');
});
