/**
 * Shows with programs that others wrote that calendars follow Plumbline and that messages arrive
 * (docs/how-to/interop.md). Ends with 1 when they do not.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paths } from '#app/paths.ts';
import { makeCalendarFeed } from '#app/use-cases/calendar/make-calendar-feed.ts';
import { eventIn } from '#tests/support/calendar-mail.ts';
import { startDemoProcess } from '#tests/support/demo-process.ts';
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts';
import { cancel, givenInvited, moveTo } from '#tests/use-cases/calendar/given.ts';
import { showMail } from './mail.ts';
import { installTools, readWithPython, subscribe, toolVersions } from './tools.ts';

const NOW = '2026-03-04T12:00:00Z';
const FROM = 'office@example.net';
/** Tuesdays from 24 March 2026 on: the clocks change in the first week and again after the thirty-first session. */
const SESSIONS = 33;
/** Two strikes of the server's own clock, which sends what is due every minute. */
const PATIENCE_MS = 130_000;

const say = (text: string) => process.stdout.write(`${text}\n`);
const shown = (text: string) => say(`ok  ${text}`);

const folder = mkdtempSync(join(tmpdir(), 'plumbline-interop-'));
// The mail server delivers as a user of its own, who has to get through to its folder.
chmodSync(folder, 0o711);
const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
try {
	installTools(say);
	say(toolVersions());
	if (process.env.REUSE_BUILD !== '1') execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2] });
	await showMail(join(folder, 'mail'), shown);
	await showAll();
} catch (fault) {
	console.error(fault instanceof Error ? fault.message : fault);
	process.exitCode = 1;
} finally {
	for (const end of ends.toReversed()) await end();
}

async function showAll(): Promise<void> {
	const story = givenInvited({ file: join(folder, 'plumbline.db'), sessionCount: SESSIONS });
	const made = makeCalendarFeed(story.context, story.sam);
	assert(made.done);
	const mail = await startMailServer();
	ends.push(() => mail.close());
	const env = { ...process.env, SMTP_URL: mail.url, MAIL_FROM: `Team office <${FROM}>` };
	const server = await startDemoProcess(folder, NOW, env);
	ends.push(() => server.end());
	const feed = `${server.url}${paths.calendarFeed(made.value.secret)}`;

	const calendar = subscribe(join(folder, 'computer'), feed);
	calendar.discover();
	calendar.sync();
	showWallTimes(calendar.list);
	await showNotFound(server.url, feed);

	await untilReceived(mail, SESSIONS);
	shown(`the server’s own clock sent ${SESSIONS} invitations by SMTP, one for each session`);
	story.context.setNow(NOW);
	cancel(story.context, story.sessionIds[1]!);
	moveTo(story.context, story.sessionIds[30]!, '2026-10-21');
	calendar.sync();
	showChanges(calendar.list);
	await untilReceived(mail, SESSIONS + 2);
	showMessages(mail, story.sessionIds);
	await showFilesAccepted(mail, feed);
}

function showWallTimes(list: ReturnType<typeof subscribe>['list']): void {
	assert.deepEqual(list('2026-03-23', '2026-04-08'), [
		'Tue 24 Mar 2026 18:30-20:30 Group session 1 @ Northfield Centre',
		'Tue 31 Mar 2026 18:30-20:30 Group session 2 @ Northfield Centre',
		'Tue 07 Apr 2026 18:30-20:30 Group session 3 @ Northfield Centre',
	]);
	shown('vdirsyncer fetched the feed; khal shows half past six before and after the clocks go forward');
	assert.deepEqual(list('2026-10-19', '2026-11-04'), [
		'Tue 20 Oct 2026 18:30-20:30 Group session 31 @ Northfield Centre',
		'Tue 27 Oct 2026 18:30-20:30 Group session 32 @ Northfield Centre',
		'Tue 03 Nov 2026 18:30-20:30 Group session 33 @ Northfield Centre',
	]);
	shown('khal shows half past six before and after the clocks go back');
	const all = list('2026-03-01', '2026-12-31');
	assert.equal(all.filter((line) => line.includes(' 18:30-20:30 Group session ')).length, SESSIONS);
	assert.equal(all.length, SESSIONS);
	shown(`all ${SESSIONS} sessions are there, each at half past six`);
}

function showChanges(list: ReturnType<typeof subscribe>['list']): void {
	assert.deepEqual(list('2026-03-30', '2026-04-01'), [
		'Tue 31 Mar 2026 18:30-20:30 CANCELLED Group session 2 @ Northfield Centre',
	]);
	shown('vdirsyncer brought a cancellation; khal shows the session as cancelled');
	assert.deepEqual(list('2026-10-19', '2026-10-23'), [
		'Wed 21 Oct 2026 18:30-20:30 Group session 31 @ Northfield Centre',
	]);
	shown('a moved session is where it moved to and nowhere else');
}

async function showNotFound(url: string, feed: string): Promise<void> {
	const first = await fetch(feed);
	const etag = first.headers.get('etag') ?? '';
	const again = await fetch(feed, { headers: { 'If-None-Match': etag } });
	assert.deepEqual([first.status, again.status, await again.text()], [200, 304, '']);
	shown('a reader that holds the newest version gets 304 and no bytes');
	const [bad, nowhere] = await Promise.all([fetch(`${url}/calendars/neverMade.ics`), fetch(`${url}/nowhere`)]);
	assert.deepEqual([bad.status, nowhere.status], [404, 404]);
	shown('an address that opens nothing is 404');
}

/** Every message as mailparser takes it apart and ical.js reads the file in it. */
function showMessages(mail: MailServer, sessionIds: readonly string[]): void {
	const events = mail.received.map(({ to, mail: message, raw }) => {
		const { partMethod, ...event } = eventIn(message);
		assert.match(raw, /^Content-Type: multipart\/alternative/m);
		assert.equal((partMethod as { params: { method: string } }).params.method, event.method);
		assert.equal(event.organiser, `mailto:${FROM}`);
		assert.deepEqual([event.attendees.map((one) => one.toLowerCase()), to.length], [[`mailto:${to[0]}`], 1]);
		assert(message.text?.includes(event.title));
		return event;
	});
	assert.equal(events.length, SESSIONS + 2);
	assert.deepEqual(new Set(events.map(({ uid }) => uid)), new Set(sessionIds));
	const said = (id: string | undefined) =>
		events.filter(({ uid }) => uid === id).map(({ method, sequence, status }) => `${method} ${sequence} ${status}`);
	assert.deepEqual(said(sessionIds[1]), ['REQUEST 0 CONFIRMED', 'CANCEL 1 CANCELLED']);
	assert.deepEqual(said(sessionIds[30]), ['REQUEST 0 CONFIRMED', 'REQUEST 1 CONFIRMED']);
	assert.equal(events.find(({ uid }) => uid === sessionIds[0])?.startsAt, '2026-03-24T18:30:00Z');
	assert.equal(events.find(({ uid }) => uid === sessionIds[2])?.startsAt, '2026-04-07T17:30:00Z');
	shown(
		`mailparser and ical.js read all ${events.length} messages; methods agree, UIDs are the feed’s, CANCEL is above REQUEST`,
	);
}

async function showFilesAccepted(mail: MailServer, feed: string): Promise<void> {
	const texts = [...mail.received.map(({ mail: message }) => eventIn(message).text), await (await fetch(feed)).text()];
	const files = texts.map((text, index) => {
		const path = join(folder, `file-${index}.ics`);
		writeFileSync(path, text);
		return path;
	});
	const read = readWithPython(files);
	assert.deepEqual(
		read.flatMap(({ errors }) => errors),
		[],
	);
	assert.equal(read.length, SESSIONS + 3);
	assert.deepEqual(
		[read[0]!.method, read[0]!.events[0]?.start, read.at(-1)!.method, read.at(-1)!.events.length],
		['REQUEST', '2026-03-24T18:30:00+00:00', 'PUBLISH', SESSIONS],
	);
	assert.equal(read.filter(({ method }) => method === 'CANCEL').length, 1);
	shown(`python3-icalendar accepts every file: ${SESSIONS + 2} of messages and the feed`);
}

async function untilReceived(mail: MailServer, many: number): Promise<void> {
	const latest = Date.now() + PATIENCE_MS;
	while (mail.received.length < many && Date.now() < latest) await new Promise((resolve) => setTimeout(resolve, 250));
	assert.equal(mail.received.length, many, `${mail.received.length} of ${many} messages arrived`);
}
