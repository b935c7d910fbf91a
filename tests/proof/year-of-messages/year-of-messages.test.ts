import { and, eq, gt, lte, ne } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { MESSAGE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { planAndSend } from '#app/jobs/plan-and-send.ts';
import * as schema from '#db/schema/index.ts';
import { afterSession, CHANGES, momentsOfChange } from './changes.ts';
import { Checker } from './checker.ts';
import { givenYear, type Year } from './year.ts';

const LAST = '2026-12-31T23:00:00Z' as Instant;

/** The next moment at which something happens by itself: a message is due, or a new morning. */
function nextBySelf({ context }: Year): Instant {
	const { outbox } = schema;
	const [due] = context.db
		.select({ at: outbox.dueAt })
		.from(outbox)
		.where(eq(outbox.state, 'queued'))
		.orderBy(outbox.dueAt)
		.limit(1)
		.all();
	const now = context.clock.now();
	const morning = `${new Date(Date.parse(now) + 24 * 3_600_000).toISOString().slice(0, 10)}T00:30:00Z` as Instant;
	if (due && due.at < morning) return due.at > now ? due.at : now;
	return morning;
}

/** The sessions that begin after the one moment and not after the other, as they stand now. */
function begun({ context, cohorts }: Year, from: Instant, until: Instant) {
	const { sessions } = schema;
	const between = and(gt(sessions.startsAt, from), lte(sessions.startsAt, until), ne(sessions.state, 'held'));
	return context.db
		.select()
		.from(sessions)
		.where(between)
		.all()
		.map(({ id, cohortId, state }) => ({ id, state, cohort: cohorts.find((one) => one.cohortId === cohortId)! }));
}

/** The year from one moment at which something happens to the next; the clock plans and sends at each. */
async function goThrough(year: Year, changed: number): Promise<{ checker: Checker; happened: Map<string, number> }> {
	const { context, chance, cohorts } = year;
	const checker = new Checker(year);
	const happened = new Map<string, number>();
	const changes = [...momentsOfChange(chance, changed)];
	const registers: { at: Instant; run: () => void }[] = [];
	const running = () => cohorts.filter((one) => hasSessionsAround(year, one));
	for (let now = context.clock.now(); now < LAST; ) {
		const next = [nextBySelf(year), nextStart(year, now), changes[0], registers[0]?.at].filter(
			(at) => at !== undefined,
		);
		const before = now;
		now = next.toSorted()[0]!;
		context.setNow(now);
		await tick(year, checker);
		for (const { id, state, cohort } of begun(year, before, now)) {
			checker.checkBeginning(id, cohort);
			if (state === 'scheduled')
				registers.push({
					at: new Date(Date.parse(now) + 3 * 3_600_000).toISOString().replace('.000', '') as Instant,
					run: () => afterSession(year, cohort, id),
				});
		}
		while (registers[0] && registers[0].at <= now) registers.shift()!.run();
		while (changes[0] && changes[0] <= now) {
			changes.shift();
			const name = chance.oneOf(Object.keys(CHANGES));
			const cohort = chance.oneOf(running());
			const member = chance.oneOf(cohort?.members ?? []);
			if (!cohort || !member) continue;
			const answer = CHANGES[name]!(year, cohort, member) as { readonly done?: boolean } | undefined;
			checker.touch(cohort, member);
			if (answer?.done !== false) happened.set(name, (happened.get(name) ?? 0) + 1);
		}
	}
	return { checker, happened };
}

async function tick({ context }: Year, checker: Checker): Promise<void> {
	const before = context.kept.length;
	await planAndSend(context);
	for (const mail of context.kept.slice(before)) checker.checkSent(mail);
	const due = and(eq(schema.outbox.state, 'queued'), lte(schema.outbox.dueAt, context.clock.now()));
	for (const { id } of context.db.select().from(schema.outbox).where(due).all())
		checker.faults.push(`${id} is due and stays`);
}

function nextStart({ context }: Year, now: Instant): Instant | undefined {
	const { startsAt } = schema.sessions;
	const ahead = context.db
		.select({ startsAt })
		.from(schema.sessions)
		.where(gt(startsAt, now))
		.orderBy(startsAt)
		.limit(1);
	return ahead.get()?.startsAt ?? undefined;
}

function hasSessionsAround({ context }: Year, { cohortId }: { readonly cohortId: string }): boolean {
	const now = Date.parse(context.clock.now());
	const { sessions } = schema;
	const all = context.db
		.select({ at: sessions.startsAt })
		.from(sessions)
		.where(eq(sessions.cohortId, cohortId as never))
		.all();
	return all.some(({ at }) => at !== null && Math.abs(Date.parse(at) - now) < 14 * 24 * 3_600_000);
}

test('a year of forty cohorts: every message that should have gone went, and none that should not', async () => {
	const year = givenYear(Number(process.env.YEAR_SEED ?? 20_260_105), 20);
	const { checker, happened } = await goThrough(year, 700);
	if (process.env.YEAR_SEED) console.log(checker.seen, happened);
	expect(checker.faults).toEqual([]);
	// A year in which nothing happened would prove nothing.
	expect([...happened.keys()].toSorted()).toEqual(Object.keys(CHANGES).toSorted());
	for (const kind of MESSAGE_KINDS) expect(checker.seen.get(`sent ${kind}`)).toBeGreaterThan(0);
	expect(checker.sent.length).toBeGreaterThan(700);
	expect(checker.seen.get('reminded at the minute')).toBeGreaterThan(200);
}, 600_000);

const PLANTED: Readonly<Record<string, (year: Year) => void>> = {
	'sent twice': ({ context }) => twiceEach(context),
	'another address': ({ context }) => elsewhere(context),
	'should have heard at': ({ context }) => losing(context),
};

test.each(Object.entries(PLANTED))(
	'the checker finds what is planted: %s',
	async (fault, plant) => {
		const year = givenYear(7, 1);
		plant(year);
		const { checker } = await goThrough(year, 0);
		expect(checker.faults.filter((one) => one.includes(fault))).not.toEqual([]);
	},
	120_000,
);

type Context = Year['context'];

function twiceEach(context: Context): void {
	const { send } = context.mailer;
	const twice: typeof send = async (mail, aboutToHandOver) => {
		const delivery = await send(mail, aboutToHandOver);
		context.kept.push(mail);
		return delivery;
	};
	Object.assign(context, { mailer: { ...context.mailer, send: twice } });
}

function elsewhere(context: Context): void {
	const { send } = context.mailer;
	const wrong: typeof send = (mail, aboutToHandOver) => send({ ...mail, to: 'somebody@example.org' }, aboutToHandOver);
	Object.assign(context, { mailer: { ...context.mailer, send: wrong } });
}

/** As if planning made no reminders at all. */
function losing({ db }: Context): void {
	db.$client.exec(
		"create trigger lose after insert on outbox when new.kind = 'reminder' begin delete from outbox where id = new.id; end",
	);
}
