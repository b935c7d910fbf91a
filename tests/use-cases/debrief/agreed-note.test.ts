import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { recordAgreedNote } from '#app/use-cases/debrief/record-agreed-note.ts';
import { recordDeliveryLog } from '#app/use-cases/delivery-log/record-delivery-log.ts';
import { listAgreedNotes } from '#db/queries/debrief/agreed-notes.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

function given({ logs = 2 } = {}) {
	const context = testContext({ now: '2026-01-13T20:41:00Z' });
	const place = givenPlaces(context);
	const [sam, kim, third] = ['Sam Okafor', 'Kim Vale', 'Tia Third'].map((name) => givenStaff(context, { name })) as [
		StaffActor,
		StaffActor,
		StaffActor,
	];
	const { sessionIds } = givenCohort(context, { ...place, team: [sam, kim, third] });
	const sessionId = sessionIds[0]!;
	const log = (as: StaffActor) =>
		recordDeliveryLog(context, as, { sessionId, entries: [], restAsPlanned: true, note: null, openedVersion: 0 });
	for (const as of [sam, kim].slice(0, logs)) log(as);
	const agree = (as: StaffActor, note: string, openedVersion = 0) =>
		recordAgreedNote(context, as, { sessionId, note, openedVersion });
	const readBy = (as: StaffActor) => listAgreedNotes(context.db, as, sessionId).map(({ note, by }) => `${by}: ${note}`);
	const rows = () => context.db.select().from(schema.agreedNotes).all();
	return { context, place, sam, kim, third, sessionId, log, agree, readBy, rows };
}

test('the two write one note together: each saving is a version with its author, and none is lost', () => {
	const { context, sam, kim, agree, readBy, rows } = given();
	expect(agree(sam, 'The round ran over')).toEqual({ done: true, value: { isNew: true } });
	context.setNow('2026-01-13T21:00:00Z');
	expect(agree(kim, 'The round ran over by ten minutes')).toMatchObject({
		code: 'changed-meanwhile',
		details: { stands: { version: 1, note: 'The round ran over' } },
	});
	expect(agree(kim, 'The round ran over by ten minutes', 1)).toEqual({ done: true, value: { isNew: true } });
	expect(readBy(sam)).toEqual(['Kim Vale: The round ran over by ten minutes', 'Sam Okafor: The round ran over']);
	expect(rows().map(({ version, savedBy }) => [version, savedBy])).toEqual([
		[1, sam.staffId],
		[2, kim.staffId],
	]);
});

test('the same words again are no new version, even from a page that is out of date', () => {
	const { sam, kim, agree, rows } = given();
	agree(sam, 'We agree');
	expect(agree(kim, 'We agree')).toEqual({ done: true, value: { isNew: false } });
	expect(rows()).toHaveLength(1);
});

test('with one log there is nothing to agree; who wrote none, a lead among them, writes nothing', () => {
	const one = given({ logs: 1 });
	expect(one.agree(one.sam, 'Alone')).toMatchObject({ code: 'fewer-than-two-logs' });
	const { context, place, third, agree, rows } = given();
	const lead = givenStaff(context, { roles: ['lead'] });
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [place.areaId] });
	for (const as of [third, lead]) expect(agree(as, 'Me too')).toMatchObject({ code: 'wrote-no-log' });
	for (const as of [coordinator, givenStaff(context)]) expect(agree(as, 'x')).toMatchObject({ code: 'not-found' });
	expect(rows()).toEqual([]);
});

test('it is kept back from who delivered and has saved no log, and from nobody else who reads debriefs', () => {
	const { context, place, sam, kim, third, log, agree, readBy } = given();
	agree(sam, 'We agree');
	const lead = givenStaff(context, { roles: ['lead'] });
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [place.areaId] });
	for (const as of [third, coordinator, givenStaff(context)]) expect(readBy(as)).toEqual([]);
	for (const as of [sam, kim, lead]) expect(readBy(as)).toEqual(['Sam Okafor: We agree']);
	log(third);
	expect(readBy(third)).toEqual(['Sam Okafor: We agree']);
});

test('the trail says that it was saved and in which version, and not what it says', () => {
	const { context, sam, agree } = given();
	agree(sam, 'The round ran over');
	const entry = context.db.select().from(schema.auditEntries).all().at(-1)!;
	expect(entry).toMatchObject({ action: 'agreed-note-recorded', outcome: 'done', staffId: sam.staffId });
	expect(JSON.stringify(entry)).not.toContain('ran over');
});
