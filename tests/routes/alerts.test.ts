import { expect, test } from 'vitest';
import { MOST_PEOPLE_AN_HOUR } from '#app/domain/audit/viewing-rules.ts';
import { asId, type Id, type PersonId } from '#app/domain/shared/ids.ts';
import { closeAlert } from '#app/use-cases/audit/close-alert.ts';
import { recordView, type View } from '#app/use-cases/audit/record-view.ts';
import { visit } from '#tests/support/app.ts';
import { trailOf } from '#tests/support/audit.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

function given({ name = 'Sam Okafor' } = {}) {
	const context = testContext();
	const places = givenPlaces(context);
	const sam = givenStaff(context, { name });
	const lead = givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] });
	const cohort = givenCohort(context, { ...places, team: [sam] });
	return { context, ...places, sam, lead, ...cohort };
}

type Alert = {
	id: Id<'alert'>;
	staff_id: string;
	cause: string;
	day: string;
	people: string;
	seq: number;
	version: number;
};

const alertsOf = ({ db }: TestContext) =>
	db.$client.prepare('select * from audit_alerts order by raised_at, cause').all() as Alert[];

function look(context: TestContext, viewer: View['viewer'], ids: readonly string[]): Promise<void> {
	const people = ids.map((id) => asId<PersonId>(id));
	return recordView(context, { viewer, record: null, outcome: 'done', people, details: { route: 'any', status: 200 } });
}

const many = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `person${from + index}`);

test('looking at somebody with one’s own surname is told to leads once a day, and names whom it is about', async () => {
	const { context, sam, lead, ...cohort } = given({ name: 'Sam Reid' });
	const bo = givenMember(context, cohort, { givenName: 'Bo', familyName: 'Réid' });
	const alex = givenMember(context, cohort);
	await visit(context, `/people/${alex.personId}`, { as: sam });
	expect(alertsOf(context)).toEqual([]);
	await visit(context, `/people/${bo.personId}`, { as: sam });
	const [alert] = alertsOf(context);
	expect(alert).toMatchObject({
		staff_id: sam.staffId,
		cause: 'same-surname',
		day: '2026-03-03',
		people: `["${bo.personId}"]`,
	});
	expect(trailOf(context)[alert!.seq - 1]).toMatchObject({ by: sam.staffId, people: [bo.personId] });
	context.setNow('2026-03-03T21:00:00Z');
	await visit(context, `/people/${bo.personId}`, { as: sam });
	expect(alertsOf(context)).toHaveLength(1);
	context.setNow('2026-03-04T21:00:00Z');
	await visit(context, `/people/${bo.personId}`, { as: sam });
	expect(alertsOf(context).map(({ day }) => day)).toEqual(['2026-03-03', '2026-03-04']);
});

test('a second relative on the same day is added to the alert that stands', async () => {
	const { context, sam, ...cohort } = given({ name: 'Sam Reid' });
	const [bo, cy] = ['Bo', 'Cy'].map((givenName) => givenMember(context, cohort, { givenName, familyName: 'Reid' }));
	await visit(context, `/people/${bo!.personId}`, { as: sam });
	await visit(context, `/people/${cy!.personId}`, { as: sam });
	expect(alertsOf(context).map(({ people }) => people)).toEqual([JSON.stringify([bo!.personId, cy!.personId])]);
});

test('looking at somebody with one’s own postcode is told to leads', async () => {
	const { context, sam, ...cohort } = given();
	const { personId } = givenMember(context, cohort);
	context.db.$client.prepare('update people set postcode = ?').run('NR1 3QG');
	await visit(context, `/people/${personId}`, { as: sam });
	expect(alertsOf(context)).toEqual([]);
	context.db.$client.prepare('update staff set postcode = ? where id = ?').run('NR1 3QG', sam.staffId);
	context.setNow('2026-03-03T20:00:00Z');
	await visit(context, `/people/${personId}`, { as: sam });
	expect(alertsOf(context)).toMatchObject([{ cause: 'same-postcode', staff_id: sam.staffId }]);
});

test('looking at more people within an hour than the role asks for is told to leads; over a day it is not', async () => {
	const { context, sam } = given();
	const most = MOST_PEOPLE_AN_HOUR.facilitator;
	await look(context, sam, many(most - 10));
	await look(context, sam, many(10, most - 10));
	await look(context, sam, many(most));
	expect(alertsOf(context)).toEqual([]);
	context.setNow('2026-03-03T19:01:00Z');
	await look(context, sam, many(most, 1000));
	expect(alertsOf(context)).toEqual([]);
	await look(context, sam, many(1, 5000));
	expect(alertsOf(context)).toMatchObject([{ cause: 'mass-viewing', staff_id: sam.staffId }]);
});

test('what was looked at before a restart counts too', async () => {
	const { context, sam } = given();
	await look(context, sam, many(MOST_PEOPLE_AN_HOUR.facilitator));
	const restarted = { ...context, db: Object.create(context.db) as TestContext['db'] };
	await look(restarted, sam, many(1, 5000));
	expect(alertsOf(context)).toHaveLength(1);
});

test('an alert that cannot be raised takes the entry with it, and is raised when the page is asked for again', async () => {
	const { context, sam, ...cohort } = given({ name: 'Sam Smith' });
	const { personId } = givenMember(context, cohort);
	context.db.$client.exec("create trigger full before insert on audit_alerts begin select raise(abort, 'full'); end");
	const { status, text } = await visit(context, `/people/${personId}`, { as: sam });
	expect([status, text.includes('Alex')]).toEqual([500, false]);
	expect(trailOf(context)).toEqual([]);
	context.db.$client.exec('drop trigger full');
	await visit(context, `/people/${personId}`, { as: sam });
	expect(alertsOf(context)).toHaveLength(1);
});

test('a lead finds the open alerts by their count in the navigation, reads what is behind one, and closes it with a note', async () => {
	const { context, sam, lead, ...cohort } = given({ name: 'Sam Smith' });
	const { personId } = givenMember(context, cohort);
	expect((await visit(context, '/audit', { as: lead })).text).not.toContain('More (');
	await visit(context, `/people/${personId}`, { as: sam });
	expect((await visit(context, '/cohorts', { as: lead })).text).toContain('More (1)');
	expect((await visit(context, '/more', { as: lead })).text).toContain('Audit (1)');
	expect((await visit(context, '/cohorts', { as: sam })).text).not.toContain('Audit');
	const list = await visit(context, '/audit/alerts', { as: lead });
	expect(list.text).toMatch(/Open 1.*Looked at somebody with their own surname.*Sam Smith/);
	const [{ id }] = alertsOf(context) as [Alert];
	const page = await visit(context, `/audit/alerts/${id}`, { as: lead });
	expect(page.text).toMatch(/Alex Smith.*1 entry about these people.*Sam Smith.*Opened a person/);
	expect(trailOf(context).at(-1)).toMatchObject({ by: lead.staffId, record: `alert ${id}`, people: [personId] });
	const empty = await visit(context, `/audit/alerts/${id}`, { as: lead, form: { version: '1', note: ' ' } });
	expect([empty.status, empty.text.includes('Enter what came of it')]).toEqual([400, true]);
	const form = { version: '1', note: 'No relation; asked on the phone' };
	const closed = await visit(context, `/audit/alerts/${id}`, { as: lead, form });
	expect(closed.location).toBe('/audit/alerts?said=closed');
	expect(trailOf(context).at(-1)).toMatchObject({ action: 'alert-closed', record: `alert ${id}`, details: {} });
	expect((await visit(context, '/audit/alerts?show=closed', { as: lead })).text).toContain('by Ruth Levy');
	expect((await visit(context, `/audit/alerts/${id}`, { as: lead })).text).toContain('No relation; asked on the phone');
	expect((await visit(context, '/cohorts', { as: lead })).text).not.toContain('More (');
	const again = await visit(context, `/audit/alerts/${id}`, { as: lead, form });
	expect([again.status, again.text.includes('Somebody closed this alert')]).toEqual([409, true]);
});

test('a lead cannot close an alert about themselves; a colleague can', async () => {
	const { context, lead, ...cohort } = given();
	const boss = givenStaff(context, { name: 'Ann Smith', roles: ['lead'] });
	const { personId } = givenMember(context, cohort);
	await visit(context, `/people/${personId}`, { as: boss });
	const [{ id, version }] = alertsOf(context) as [Alert];
	const own = await visit(context, `/audit/alerts/${id}`, { as: boss });
	expect(own.text).toContain('This alert is about you');
	expect(own.text).not.toContain('Close the alert');
	const tried = await visit(context, `/audit/alerts/${id}`, { as: boss, form: { version: '1', note: 'Fine' } });
	expect(tried.status).toBe(422);
	expect(trailOf(context).filter(({ action }) => action === 'alert-closed')).toMatchObject([{ outcome: 'oneself' }]);
	expect(closeAlert(context, lead, { alertId: id, version, note: 'Asked' }).done).toBe(true);
});

test('nobody but leads knows of alerts, and one that is not there is not there', async () => {
	const { context, sam, lead } = given();
	const form = { version: '1', note: 'x' };
	for (const as of [
		sam,
		givenStaff(context, { roles: ['coordinator'] }),
		givenStaff(context, { roles: ['administrator'] }),
	]) {
		for (const path of ['/audit', '/audit/alerts', '/audit/alerts/id000001']) {
			expect((await visit(context, path, { as })).status).toBe(404);
		}
		expect((await visit(context, '/audit/alerts/id000001', { as, form })).status).toBe(404);
		expect(closeAlert(context, as, { alertId: asId('id000001'), version: 1, note: 'x' })).toMatchObject({
			code: 'not-found',
		});
	}
	expect((await visit(context, '/audit/alerts/id000001', { as: lead })).status).toBe(404);
	expect((await visit(context, '/audit/alerts/id000001', { as: lead, form })).status).toBe(404);
});
