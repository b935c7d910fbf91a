import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { createSmtpMailer } from '#app/delivery/mail/smtp-mailer.ts';
import { OPERATOR } from '#app/domain/access/actor.ts';
import type { SafeContactId } from '#app/domain/shared/ids.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import { insertSafeContact } from '#db/stores/safe-contacts.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { givenOff, SAFE_ALL_DAY } from '../use-cases/reminders/given.ts';
import { beside, type Timed } from './beside.ts';

const MESSAGES = 240;
const COHORT_SIZE = 12;
const AT_ONCE = 4;
const PEOPLE_COMING = 50_004;
/** Each takes seconds. */
const SELDOM = { rounds: 2, warmUp: 1 };
const FROM = { name: 'Team office', address: 'office@example.net' };

/** Loads of one kind of work in turn: each sends all the messages once and answers how many a second. */
export type Load = () => Promise<number>;
type Loads = { readonly loads: readonly Load[]; end(): void };

/**
 * Our sender, nodemailer alone with the same words at the same number at once, and nodemailer with its pool of connections:
 * all to the same mail server (`sink.ts`). `end` stops that.
 */
export async function sendingLoads(folder: string, kind: 'real' | 'instant'): Promise<Loads> {
	const sink = fork('tests/bench/sink.ts', [kind], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
	const url = `smtp://127.0.0.1:${await portOf(sink)}`;
	const context = givenDue(join(folder, `sending-${kind}.db`), MESSAGES);
	const mailer = createSmtpMailer(url, FROM);
	const [single, pooled] = [createTransport({ url }), createTransport({ url, pool: true, maxConnections: AT_ONCE })];
	const words = { subject: 'Reminder: Tuesday 10 March', text: 'Hello,\n\nthis is a reminder of Tuesday at 6:30pm.' };
	const bare = (transport: typeof single | typeof pooled) => async () => {
		let next = 0;
		const send = async () => {
			while (next < MESSAGES) {
				next += 1;
				await transport.sendMail({ from: FROM, to: `person${next}@example.org`, ...words });
			}
		};
		return perSecond(() => Promise.all(Array.from({ length: AT_ONCE }, send)));
	};
	const ours = async () => {
		makeDueAgain(context);
		return perSecond(async () => {
			const { sent } = await sendDue({ ...context, mailer }, OPERATOR);
			if (sent !== MESSAGES) throw new Error(`${sent} of ${MESSAGES} messages left`);
		});
	};
	const end = () => {
		for (const one of [mailer, single, pooled]) one.close();
		sink.kill();
	};
	return { loads: [ours, bare(single), bare(pooled)], end };
}

async function portOf(sink: ChildProcess): Promise<number> {
	const [said] = (await once(sink, 'message')) as [{ port: number }];
	return said.port;
}

async function perSecond(sendAll: () => Promise<unknown>): Promise<number> {
	const from = performance.now();
	await sendAll();
	return (MESSAGES * 1000) / (performance.now() - from);
}

function makeDueAgain({ db }: TestContext): void {
	db.$client.exec(`update outbox set state = 'queued', attempts = 0, lease_owner = null, leased_until = null,
		handed_over_at = null, sent_at = null, due_at = '2026-03-09T18:30:00Z' where sent_to is not null or state = 'queued'`);
}

/** So many reminders that are due at once, a cohort of twelve after the other. */
function givenDue(file: string, count: number): TestContext {
	const context = testContext({ now: '2026-03-08T18:00:00Z', file });
	context.db.transaction(() => givenComing(context, count, '2026-03-10'));
	planReminders(context, OPERATOR);
	context.setNow('2026-03-09T18:30:00Z');
	return context;
}

/** So many people, each of whom comes to one session on the day and has a safe contact. */
function givenComing(context: TestContext, count: number, firstDay: string): void {
	const { db, ids, clock } = context;
	const places = givenPlaces(context);
	const facilitator = givenStaff(context);
	let cohort = givenCohort(context, { ...places, firstDay, sessionCount: 1 });
	for (let index = 0; index < count; index += 1) {
		if (index > 0 && index % COHORT_SIZE === 0) cohort = givenCohort(context, { ...places, firstDay, sessionCount: 1 });
		const { personId } = givenMember(context, cohort);
		insertSafeContact(db, {
			...SAFE_ALL_DAY,
			...{ id: ids.next<SafeContactId>(), personId, address: `person${index}@example.org`, needsSecondPerson: false },
			...{ setBy: facilitator.staffId, setAt: clock.now(), supersededAt: null, endedBy: null },
		});
	}
	givenOff(context, 'joining');
}

/** Planning everything where 50,004 people are to come within a week: for the first time, and again when nothing changed. */
export function planningRows(): readonly Timed[] {
	const context = testContext({ now: '2026-03-08T12:00:00Z' });
	const { db } = context;
	db.transaction(() => givenComing(context, PEOPLE_COMING, '2026-03-12'));
	const planned = () => db.$client.prepare('select count(*) from outbox').pluck().get() as number;
	const plan = () => {
		planReminders(context, OPERATOR);
		if (planned() !== PEOPLE_COMING) throw new Error(`${planned()} messages planned`);
	};
	const anew = () => {
		db.$client.exec('delete from outbox');
		plan();
	};
	const rows = (() => {
		anew();
		return db.$client.prepare('select * from outbox').raw().all() as unknown[][];
	})();
	const bareInsert = db.$client.prepare(`insert into outbox values (${rows[0]!.map(() => '?').join()})`);
	const insertAll = db.$client.transaction(() => {
		db.$client.exec('delete from outbox');
		for (const row of rows) bareInsert.run(...row);
	});
	const bareRead = db.$client.prepare(`
		select r.*, s.*, e.*, c.* from register_rows r join sessions s on s.id = r.session_id
		join enrolments e on e.id = r.enrolment_id join safe_contacts c on c.person_id = e.person_id`);
	return [
		beside(`planning ${PEOPLE_COMING} attendances`, anew, 'bare insert', insertAll, SELDOM),
		beside(`planning ${PEOPLE_COMING} again, nothing new`, plan, 'bare read', () => bareRead.all(), SELDOM),
	];
}
