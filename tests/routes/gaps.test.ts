import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { readGaps } from '#app/use-cases/gaps/read-gaps.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { givenStaff } from '#tests/support/world.ts';
import { givenGroup, log, mark } from '../use-cases/gaps/given.ts';

const due = (day: string) => ({ 'due-day': day, 'due-month': '2', 'due-year': '2026' });

/** A group of which a core activity was left out and a session is not logged, a fortnight on. */
function givenGaps() {
	const group = givenGroup();
	log(group, group.sam, 2, { leavesOutCore: true, opened: 1 });
	mark(group, group.sessionIds[2]!);
	group.context.setNow('2026-02-02T12:00:00Z');
	const core = `core-not-delivered-${group.sessionIds[1]}`;
	const missing = `log-missing-${group.sessionIds[2]}`;
	return { ...group, core, missing };
}

test('a lead filters gaps by kind, owner and cohort; a facilitator has their own, and nothing to decide', async () => {
	const { context, ruth, sam, tess, cohortId, core, missing } = givenGaps();
	const all = await visit(context, '/gaps', { as: ruth });
	for (const title of ['Core activity not delivered', 'Delivery log missing', 'Partner contact not attempted']) {
		expect(all.text).toContain(title);
	}
	expect(all.html).toContain(`href="/gaps/${core}"`);
	expect(all.text).toContain('Sam Okafor, Tess Vale');
	const mine = await visit(context, `/gaps?owner=${tess.staffId}&cohort=${cohortId}`, { as: ruth });
	expect(mine.html).toContain(`/gaps/${missing}`);
	expect(mine.html).not.toContain(`/gaps/${core}"`);
	const none = await visit(context, '/gaps?kind=nonsense', { as: ruth });
	expect(none.text).toContain('No gap with these filters');
	const own = await visit(context, '/gaps', { as: sam });
	expect(own.text).toContain('Delivery log missing');
	for (const closed of ['Core activity', 'Partner contact', 'Hand on', 'Accept:'])
		expect(own.text).not.toContain(closed);
});

test('a gap is handed on by a form that keeps what was typed, and its owner and day stand on the list', async () => {
	const { context, ruth, sam, priya, missing } = givenGaps();
	const address = `/gaps/${missing}`;
	const refusal = await visit(context, address, {
		as: ruth,
		form: { version: '0', to: '', words: 'From your notes', ...due('31') },
	});
	expect(refusal.status).toBe(400);
	expect(refusal.text).toContain('Choose to whom it goes');
	expect(refusal.text).toContain('There is no such day as 31 2 2026');
	expect(refusal.html).toContain('From your notes');
	const past = { version: '0', to: sam.staffId, words: '', ...due('1') };
	expect((await visit(context, address, { as: ruth, form: past })).text).toContain(
		'Enter a day that is today or later',
	);
	const sent = await visit(context, address, { as: ruth, form: { ...past, ...due('9') } });
	expect([sent.status, sent.location]).toEqual([302, '/gaps?said=handed']);
	expect((await visit(context, '/gaps', { as: ruth })).text).toContain('Sam Okafor, by 9 Feb');
	for (const who of [sam, priya]) expect((await visit(context, address, { as: who })).status).toBe(404);
});

test('a lead whose page is old is told whose the gap is now, keeps what was typed, and may hand it on all the same', async () => {
	const { context, ruth, sam, tess, missing } = givenGaps();
	const address = `/gaps/${missing}`;
	const rita = givenStaff(context, { name: 'Rita Moss', roles: ['lead'] });
	const first = { version: '0', to: tess.staffId, words: '', ...due('9') };
	expect((await visit(context, address, { as: ruth, form: first })).status).toBe(302);
	const form = { ...first, to: sam.staffId, words: 'From your notes' };
	const stale = await visit(context, address, { as: rita, form });
	expect(stale.status).toBe(409);
	expect(stale.text).toContain('Whose it is now: Tess Vale, by 9 Feb');
	expect(stale.html).toContain('From your notes');
	expect(stale.html).toContain('name="version" value="1"');
	expect((await visit(context, address, { as: rita, form: { ...form, version: '1' } })).status).toBe(302);
});

test('an accepted gap is kept with its reason, and taken back', async () => {
	const { context, ruth, sam, missing } = givenGaps();
	const address = `/gaps/${missing}/acceptance`;
	expect((await visit(context, address, { as: ruth, form: { reason: ' ' } })).text).toContain('Enter why nothing more');
	const sent = await visit(context, address, { as: ruth, form: { reason: 'The paper log was lost' } });
	expect(sent.location).toBe('/gaps?said=accepted');
	expect((await visit(context, '/gaps', { as: sam })).text).not.toContain('Delivery log missing');
	const accepted = await visit(context, '/gaps?show=accepted', { as: sam });
	for (const word of ['Delivery log missing', 'Ruth Levy', 'The paper log was lost'])
		expect(accepted.text).toContain(word);
	expect(accepted.text).not.toContain('Take back');
	const same = await visit(context, address, { as: ruth, form: { reason: 'The paper log was lost' } });
	expect(same.location).toBe('/gaps?said=accepted');
	const again = await visit(context, address, { as: ruth, form: { reason: 'Again' } });
	expect([again.status, again.text.includes('you have accepted it already')]).toEqual([409, true]);
	const [, acceptance] = /name="acceptance" value="([^"]+)"/.exec((await visit(context, address, { as: ruth })).html)!;
	const old = await visit(context, `${address}/end`, { as: ruth, form: { acceptance: 'another' } });
	expect(old.location).toBe(`${address}?said=changed`);
	expect((await visit(context, old.location!, { as: ruth })).text).toContain('Nothing was taken back');
	const back = await visit(context, `${address}/end`, { as: ruth, form: { acceptance: acceptance! } });
	expect(back.location).toBe('/gaps?said=taken-back');
	expect((await visit(context, '/gaps', { as: sam })).text).toContain('Delivery log missing');
});

test('the reason that was typed is kept when another lead accepted first, and when the gap was mended meanwhile', async () => {
	const group = givenGaps();
	const { context, ruth, sam, priya, core } = group;
	const address = `/gaps/${core}/acceptance`;
	const rita = givenStaff(context, { name: 'Rita Moss', roles: ['lead'] });
	const form = { reason: 'My long and careful reason' };
	expect((await visit(context, address, { as: rita, form: { reason: 'First' } })).status).toBe(302);
	const second = await visit(context, address, { as: ruth, form });
	expect(second.status).toBe(409);
	for (const words of ['Rita Moss accepted it', 'First', 'another lead has accepted it meanwhile', form.reason])
		expect(second.text).toContain(words);
	log(group, sam, 2, { opened: 2 });
	const gone = await visit(context, address, { as: ruth, form });
	expect(gone.status).toBe(409);
	for (const words of ['It is mended, or there is no need for it any more', form.reason])
		expect(gone.text).toContain(words);
	expect((await visit(context, address, { as: ruth })).html).not.toContain('<textarea');
	for (const who of [sam, priya]) expect((await visit(context, address, { as: who, form })).status).toBe(404);
});

test('what was typed to hand a gap on is kept when it was mended meanwhile, and whoever may not decide is told nothing', async () => {
	const group = givenGaps();
	const { context, ruth, sam, tess, priya, missing } = group;
	const address = `/gaps/${missing}`;
	expect((await visit(context, address, { as: ruth })).text).toContain('Hand it on');
	log(group, tess, 3);
	const form = { version: '0', to: sam.staffId, words: 'My long and careful words', ...due('9') };
	const gone = await visit(context, address, { as: ruth, form });
	expect(gone.status).toBe(409);
	for (const words of ['Nothing was saved: it is mended, or there is no need for it any more', form.words])
		expect(gone.text).toContain(words);
	expect(gone.text).not.toContain('Hand it on');
	const half = await visit(context, address, { as: ruth, form: { ...form, to: '' } });
	expect([half.status, half.text.includes(form.words)]).toEqual([409, true]);
	expect(half.text).not.toContain('Choose to whom it goes');
	const opened = await visit(context, address, { as: ruth });
	expect([opened.status, opened.text.includes('There is nothing to hand on.')]).toEqual([200, true]);
	expect(context.db.select().from(schema.tasks).where(eq(schema.tasks.kind, 'gap')).all()).toEqual([]);
	const nonsense = await visit(context, '/gaps/nonsense', { as: sam, form });
	for (const as of [sam, priya]) {
		const { status, html } = await visit(context, address, { as, form });
		expect([status, as === sam ? html : nonsense.html]).toEqual([404, nonsense.html]);
	}
});

test('whether a contact with a partner was tried is told to no coordinator and no facilitator, before and after', async () => {
	const { context, imani, sam, priya, enrolmentId } = givenGaps();
	const address = `/gaps/partner-contact-missing-${enrolmentId}`;
	expect((await visit(context, address, { as: imani })).text).toContain('Hand it on');
	const ended = { state: 'left', exitOn: calendarDay('2026-01-30'), exitKind: 'left', exitReason: 'work' } as const;
	context.db.update(schema.enrolments).set(ended).run();
	const gone = await visit(context, address, { as: imani });
	expect([gone.status, gone.text.includes('It is mended, or there is no need')]).toEqual([200, true]);
	for (const as of [priya, sam]) expect((await visit(context, address, { as })).status).toBe(404);
});

test('a gap that has become more than was accepted says so, and can be accepted anew', async () => {
	const group = givenGaps();
	const { context, ruth, sam, core } = group;
	const address = `/gaps/${core}/acceptance`;
	expect((await visit(context, address, { as: ruth, form: { reason: 'One exercise' } })).status).toBe(302);
	log(group, sam, 2, { leavesOutAll: true, opened: 2 });
	const page = await visit(context, address, { as: ruth });
	expect(page.text).toContain('Ruth Levy accepted it on');
	expect(page.text).toContain('when less was missing: One exercise');
	expect((await visit(context, address, { as: ruth, form: { reason: 'All of it' } })).status).toBe(302);
	expect((await visit(context, address, { as: ruth })).text).toContain('All of it');
});

test('a gap that is none, was mended, or is partner support’s is not there for a facilitator, with the same bytes', async () => {
	const group = givenGaps();
	const { context, sam, tess, enrolmentId, missing } = group;
	log(group, tess, 3);
	const absent = await visit(context, '/gaps/nonsense', { as: sam });
	for (const key of [missing, `partner-contact-missing-${enrolmentId}`]) {
		const { status, html } = await visit(context, `/gaps/${key}`, { as: sam });
		expect([status, html === absent.html]).toEqual([404, true]);
	}
});

test('a partner-support worker finds whom nobody has tried to reach, by reference, and takes it', async () => {
	const { context, imani, enrolmentId, personId } = givenGaps();
	const page = await visit(context, '/gaps', { as: imani });
	expect(page.text).toContain('Partner contact not attempted');
	expect(page.text).toContain(`REF-${personId}`);
	expect(page.text).not.toContain('Alex Smith');
	expect(readGaps(context, imani)).toHaveLength(1);
	const form = { version: '0', to: imani.staffId, words: '', ...due('9') };
	const sent = await visit(context, `/gaps/partner-contact-missing-${enrolmentId}`, { as: imani, form });
	expect(sent.location).toBe('/gaps?said=handed');
	expect((await visit(context, '/tasks', { as: imani })).text).toContain('First contact: partner support');
});

test('a contact with a referrer is added to what was recorded, with its day, and by who may', async () => {
	const { context, priya, sam, enrolmentId } = givenGaps();
	const address = `/enrolments/${enrolmentId}/referrer/contacts`;
	const on = (day: string, month: string) => ({ 'on-day': day, 'on-month': month, 'on-year': '2026' });
	const late = await visit(context, address, { as: priya, form: { ...on('3', '2'), words: 'Goals' } });
	expect([late.status, late.text.includes('Enter a day that is today or earlier')]).toEqual([422, true]);
	const early = await visit(context, address, { as: priya, form: { ...on('11', '1'), words: 'Goals' } });
	expect(early.text).toContain('Enter a day on or after Monday 12 January 2026');
	const sent = await visit(context, address, { as: priya, form: { ...on('2', '2'), words: 'He asks for help now' } });
	expect(sent.location).toBe(`${address}?said=added`);
	expect((await visit(context, address, { as: priya })).text).toContain('He asks for help now');
	expect((await visit(context, address, { as: sam })).status).toBe(404);
	const kept = context.db
		.select()
		.from(schema.referrerContacts)
		.where(eq(schema.referrerContacts.enrolmentId, enrolmentId));
	expect(kept.all()).toHaveLength(1);
});
