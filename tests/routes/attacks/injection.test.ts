import { globSync, readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { renderFeed } from '#app/delivery/calendar/render-feed.ts';
import { mailOptions } from '#app/delivery/mail/mail-options.ts';
import { createSmtpMailer } from '#app/delivery/mail/smtp-mailer.ts';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { newPageView } from '#app/http/audit/page-view.ts';
import { download } from '#app/http/download.ts';
import { makeCalendarFeed } from '#app/use-cases/calendar/make-calendar-feed.ts';
import { openCalendarFeed } from '#app/use-cases/calendar/open-calendar-feed.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import { addressOf, ROUTES } from '#tests/support/route-tree.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { givenReminded } from '../../use-cases/reminders/given.ts';

const SQL = [
	"' or 1=1 --",
	"x' union select password_hash, 1, 1 from staff --",
	"'); drop table people; --",
	"1; attach database '/tmp/evil' as e; --",
	'" or ""="',
	"\\' or 1=1 --",
	'%_%',
	"x'||(select secret from sign_ins)||'",
];

function world() {
	const context = testContext({ now: '2026-03-10T12:00:00Z' });
	const places = givenPlaces(context);
	const roles = ['facilitator', 'coordinator', 'lead', 'administrator'] as const;
	const everyone = givenStaff(context, { roles, areaIds: [places.areaId] });
	const cohort = givenCohort(context, { ...places, team: [everyone], sessionCount: 5 });
	const member = givenMember(context, cohort);
	return { context, places, everyone, cohort, member };
}

test('SQL in any part of an address finds what an unknown id finds: nothing', async () => {
	const { context, everyone } = world();
	const found: string[] = [];
	for (const { pattern, params, hasLoader } of ROUTES) {
		if (params.length === 0 || !hasLoader) continue;
		const unknown = await visit(context, addressOf(pattern, {}), { as: everyone });
		for (const text of SQL.slice(0, 4)) {
			const values = Object.fromEntries(params.map((name) => [name, text]));
			const { status } = await visit(context, addressOf(pattern, values), { as: everyone });
			if (status !== unknown.status) found.push(`${pattern} ${text} ${status} instead of ${unknown.status}`);
		}
	}
	expect(found).toEqual([]);
}, 120_000);

test('SQL in any question or form changes no table and answers no fault', async () => {
	const { context, everyone, places, cohort, member } = world();
	const ids = { ...places, ...member, cohortId: cohort.cohortId, sessionId: cohort.sessionIds[0]!, nation: 'scotland' };
	const tables = () =>
		context.db.$client
			.prepare("select name, sql from sqlite_master where type in ('table', 'trigger') order by 1")
			.all();
	const [before, people] = [tables(), context.db.select().from(schema.people).all()];
	const names = ['state', 'area', 'areaId', 'page', 'show', 'step', 'said', 'q', 'name', 'reason', 'note', 'reference'];
	const more = [
		'version',
		'givenName',
		'familyName',
		'email',
		'password',
		'address',
		'venueId',
		'place',
		'ends',
		'programme',
	];
	const faults: string[] = [];
	for (const { pattern, hasAction, hasPage } of ROUTES) {
		for (const text of SQL.slice(0, 3)) {
			const all = Object.fromEntries([...names, ...more].map((name) => [name, text]));
			const asked = `${addressOf(pattern, ids)}?${new URLSearchParams(all)}`;
			const answers = [
				hasPage ? await visit(context, asked, { as: everyone }) : null,
				hasAction ? await visit(context, addressOf(pattern, ids), { as: everyone, form: all }) : null,
			];
			for (const answer of answers) if (answer && answer.status >= 500) faults.push(`${pattern} ${text}`);
		}
	}
	expect(faults).toEqual([]);
	expect(tables()).toEqual(before);
	expect(context.db.select().from(schema.people).all()).toEqual(people);
}, 120_000);

test('no statement is put together from text: only the checks of the schema are written raw', () => {
	const files = [...globSync('app/**/*.{ts,tsx}'), ...globSync('db/**/*.ts')];
	const raw = files.filter((path) =>
		/sql\.raw\(|\.prepare\(`[^`]*\$\{|\.exec\(`[^`]*\$\{/.test(readFileSync(path, 'utf8')),
	);
	expect(files.length).toBeGreaterThan(300);
	expect(raw).toEqual(['db/schema/columns.ts']);
});

test('no program of the machine is started, and no text is run as code', () => {
	const files = [...globSync('app/**/*.{ts,tsx,js}'), ...globSync('db/**/*.ts')];
	const running = files.filter((path) =>
		/child_process|\beval\(|new Function\(|vm\.run|innerHTML|document\.write/.test(readFileSync(path, 'utf8')),
	);
	// It builds the pages before the first start, from words of its own.
	expect(running).toEqual(['app/build-when-stale.ts']);
});

const LINES = 'Anna\r\nBcc: evil@example.org\r\n\r\nCome to 1 Safe Street';

test('line ends in an address or a subject make no second header and no second recipient of a message', async () => {
	const server = await startMailServer();
	const mailer = createSmtpMailer(server.url, { name: 'Team office', address: 'office@example.org' });
	const mail = { id: 'm1', to: 'alex@example.org', subject: LINES, text: 'Plain words' };
	await mailer.send(mail as unknown as Parameters<typeof mailer.send>[0]);
	for (const to of [`alex@example.org\r\nRCPT TO:<evil@example.org>`, 'alex@example.org, evil@example.org', LINES]) {
		await mailer.send({ ...mail, to } as unknown as Parameters<typeof mailer.send>[0]);
	}
	mailer.close();
	const told = server.received.flatMap(({ to }) => to);
	const headers = server.received.map(({ mail: received }) => [received.bcc, received.cc, received.headers.has('bcc')]);
	await server.close();
	expect(server.received.length).toBeGreaterThan(0);
	expect(new Set(told)).toEqual(new Set(['alex@example.org']));
	expect(headers).toEqual(headers.map(() => [undefined, undefined, false]));
});

test('whatever stands in names and places, a reminder is one message to one address with the headers that it should have', async () => {
	const context = testContext();
	const { personId, cohortId } = givenReminded(context);
	const hostile = { givenName: LINES, familyName: '<script>alert(1)</script>' };
	context.db.update(schema.people).set(hostile).where(eq(schema.people.id, personId)).run();
	context.db.update(schema.cohorts).set({ name: LINES }).where(eq(schema.cohorts.id, cohortId)).run();
	context.db.update(schema.venues).set({ name: LINES }).run();
	planReminders(context, OPERATOR);
	context.setNow('2026-03-09T18:30:00Z');
	await sendDue(context, OPERATOR);
	expect(context.kept).toHaveLength(1);
	const [mail] = context.kept;
	expect(`${mail!.subject}${mail!.to}`).not.toMatch(/[\r\n]|evil/);
	expect(mail!.text).not.toMatch(/evil@example|Safe Street|<script/);
	const options = mailOptions(mail!, { name: 'Team office', address: 'office@example.org' });
	expect(Object.keys(options)).not.toEqual(expect.arrayContaining(['html']));
});

test('line ends in names and places make no second line of a calendar', () => {
	const context = testContext({ now: '2026-03-09T12:00:00Z' });
	const { facilitator, cohortId } = givenReminded(context);
	const lines = 'Hall\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Evil';
	context.db.update(schema.cohorts).set({ name: lines }).where(eq(schema.cohorts.id, cohortId)).run();
	context.db.update(schema.venues).set({ name: lines }).run();
	const feed = makeCalendarFeed(context, facilitator);
	const entries = openCalendarFeed(context, feed.done ? feed.value.secret : '')!;
	const { text } = renderFeed(entries.entries, (id) => `http://localhost/sessions/${id}`);
	const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
	expect(events).toHaveLength(3);
	expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(3);
	expect(text).not.toMatch(/^SUMMARY:Evil/m);
});

test('a file’s name holds nothing that could end it, whatever it is given', () => {
	for (const name of ['register-x"\r\nSet-Cookie: evil=1', '../../etc/passwd', 'a;b="c', 'Ωmega', '']) {
		const header = download({ view: newPageView() }, new Uint8Array(), { kind: 'csv', name, people: [] }).headers.get(
			'content-disposition',
		)!;
		expect(header).toMatch(/^attachment; filename="[\w-]*\.csv"$/);
	}
});
