import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { CLOCK, OPERATOR } from '#app/domain/access/actor.ts';
import { faultsOfVersion } from '#app/domain/programmes/versions/publish-version.ts';
import { readCatchUps } from '#app/use-cases/catch-ups/read-catch-ups.ts';
import { clashesOfCohort } from '#app/use-cases/cohorts/open-draft.ts';
import { readVersion } from '#app/use-cases/programmes/read-version.ts';
import { listCallsOfToday } from '#app/use-cases/reminders/calls/calls-of-today.ts';
import { remindOfAccreditations } from '#app/use-cases/team/remind-of-accreditations.ts';
import { tellStory } from '#db/demo/tell-story.ts';
import { listCohorts } from '#db/queries/cohorts.ts';
import { listOwnVersions } from '#db/queries/programmes/own-versions.ts';
import { findStaffActor } from '#db/queries/staff.ts';
import { staff } from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';

const TUESDAY = '2026-11-24T17:30:00Z';

async function told(now: string) {
	const context = testContext({ now });
	await tellStory(context);
	return context;
}

/** The story as it is told on Tuesday, told once for the tests that only read it. */
let onTuesday: TestContext;
beforeAll(async () => {
	onTuesday = await told(TUESDAY);
});

const COHORTS = `
	select c.name, c.state, c.programme_slug as programme,
		(select count(*) from sessions s where s.cohort_id = c.id and s.state = 'held' and s.kind <> 'catch-up') as held,
		(select count(*) from sessions s where s.cohort_id = c.id and s.state = 'cancelled') as cancelled,
		(select count(*) from enrolments e where e.cohort_id = c.id and e.exit_on is not null) as gone
	from cohorts c order by c.rowid`;

test('the story has one cohort in week 9, one in week 6 that loses men, one over, one to come, a pair in week 4, and a draft', () => {
	const { db } = onTuesday;
	expect(db.$client.prepare(COHORTS).all()).toEqual([
		{ name: 'Tuesday evening group', state: 'running', programme: 'caring-dads', held: 8, cancelled: 0, gone: 1 },
		{ name: 'Thursday group', state: 'running', programme: 'caring-dads', held: 4, cancelled: 1, gone: 4 },
		{ name: 'Friday spring group', state: 'finished', programme: 'caring-dads', held: 17, cancelled: 0, gone: 5 },
		{ name: 'Monday daytime group', state: 'recruiting', programme: 'caring-dads', held: 0, cancelled: 0, gone: 0 },
		{
			name: 'Wednesday group',
			state: 'running',
			programme: 'inspiring-families-abusing',
			held: 3,
			cancelled: 0,
			gone: 1,
		},
		{
			name: 'Friday daytime group',
			state: 'running',
			programme: 'inspiring-families-non-abusing',
			held: 3,
			cancelled: 0,
			gone: 1,
		},
		{
			name: 'Winter group',
			state: 'draft',
			programme: 'inspiring-families-abusing',
			held: 0,
			cancelled: 0,
			gone: 0,
		},
	]);
	const [{ staff, venues, people }] = db.$client
		.prepare(
			'select (select count(*) from staff) staff, (select count(*) from venues) venues, (select count(*) from people) people',
		)
		.all() as [{ staff: number; venues: number; people: number }];
	expect({ staff, venues }).toEqual({ staff: 16, venues: 3 });
	expect(people).toBeGreaterThanOrEqual(75);
	expect(people).toBeLessThanOrEqual(85);
});

test('a register lies there to be typed up, and somebody has rung in advance of a session to come', () => {
	const count = (condition: string) =>
		onTuesday.db.$client
			.prepare(
				`select count(distinct s.id) from sessions s join register_rows r on r.session_id = s.id
				where s.kind <> 'catch-up' and s.state = 'scheduled' and ${condition}`,
			)
			.pluck()
			.get(TUESDAY);
	expect(count(`s.starts_at < ? and r.mark is null`)).toBe(1);
	expect(count(`s.starts_at > ? and r.mark = 'absent-notified'`)).toBe(1);
});

test('somebody accredited delivers every session to come: the draft alone is in anybody’s way', () => {
	const clashing = listCohorts(onTuesday.db, OPERATOR).flatMap((cohort) => {
		const kinds = clashesOfCohort(onTuesday, onTuesday.db, OPERATOR, cohort).map(({ kind }) => kind);
		return kinds.length > 0 ? [[cohort.name, ...new Set(kinds)]] : [];
	});
	expect(clashing).toEqual([['Winter group', 'facilitator-double-booked', 'room-double-booked']]);
});

test('one session is covered and the one after it waits for an answer, and nobody has to be told of an accreditation', () => {
	const { db } = onTuesday;
	const covers = db.$client
		.prepare(
			`select s.plan_number as plan, a.name as absent, c.name as covering, v.state
			from session_covers v join sessions s on s.id = v.session_id
			join staff a on a.id = v.absent_id join staff c on c.id = v.covering_id order by s.starts_at, c.name`,
		)
		.all();
	expect(covers).toEqual([
		{ plan: 7, absent: 'Anita Sood', covering: 'Marcus Bell', state: 'accepted' },
		{ plan: 8, absent: 'Tom Ferris', covering: 'Gwen Pritchard', state: 'asked' },
		{ plan: 8, absent: 'Tom Ferris', covering: 'Marcus Bell', state: 'asked' },
	]);
	remindOfAccreditations(onTuesday, CLOCK);
	const kinds = db.$client.prepare('select distinct kind from staff_notices order by kind').pluck().all();
	expect(kinds).toEqual([
		'adaptation-decided',
		'cover-accepted',
		'cover-asked',
		'log-overdue',
		'register-overdue',
		'review-lacks-lead',
		'review-waits',
		'session-tomorrow',
		'task-given',
		'task-overdue',
	]);
});

test('one address took no mail: its message did not arrive, its contact is marked, and the team has a task', () => {
	const bounced = onTuesday.db.$client
		.prepare(
			`select b.kind, o.state, o.reason, c.failing_since is not null as marked, c.address = o.sent_to as its_own,
				t.desk, t.state as task
			from mail_bounces b join outbox o on o.id = b.message_id
			join safe_contacts c on c.id = o.safe_contact_id join tasks t on t.cause = 'contact-failing:' || c.id`,
		)
		.all();
	expect(bounced).toEqual([
		{
			kind: 'for-good',
			state: 'failed',
			reason: 'came-back-for-good',
			marked: 1,
			its_own: 1,
			desk: 'team',
			task: 'open',
		},
	]);
	const kept = "select count(*) from outbox where state = 'blocked' and reason = 'contact-failing'";
	expect(onTuesday.db.$client.prepare(kept).pluck().get()).toBeGreaterThanOrEqual(1);
});

test('calls wait to be made by those numbers that nothing here writes to, and one was tried already', () => {
	const { db } = onTuesday;
	const priya = db.select().from(staff).where(eq(staff.name, 'Priya Raman')).get()!;
	const actor = findStaffActor(db, { staffId: priya.id, name: priya.name });
	const calls = listCallsOfToday(onTuesday, actor);
	const channels = new Set(calls.map(({ reach }) => reach?.contact.channel));
	expect(calls.filter(({ reach }) => reach).length).toBeGreaterThan(1);
	expect(channels.has('email')).toBe(false);
	expect(calls.filter(({ before }) => before.length > 0).map(({ before }) => before[0]!.outcome)).toEqual([
		'not-reached',
	]);
	const told = 'select count(*) from message_calls m join outbox o on o.id = m.message_id where o.state = ?';
	expect(db.$client.prepare(told).pluck().get('sent')).toBe(1);
});

test('the evening that left the plan altogether waits for the leads as a drift, and no other does', () => {
	const drifts = onTuesday.db.$client
		.prepare(
			`select c.name, s.plan_number as plan, t.state, t.words from tasks t
			join cohorts c on c.id = t.cohort_id join sessions s on s.id = t.session_id where t.kind = 'drift'`,
		)
		.all();
	expect(drifts).toMatchObject([{ name: 'Thursday group', plan: 4, state: 'open' }]);
	expect(drifts[0]).toMatchObject({ words: expect.stringContaining('session 4 is below its limit, with 0 of 5') });
});

test('teams say what they changed: approved, in the room, corrected once, and one proposal waits for the leads', () => {
	const count = (sql: string) => onTuesday.db.$client.prepare(`select count(*) from ${sql}`).pluck().get();
	expect(count("adaptation_decisions where decision = 'approved'")).toBe(2);
	expect(count('adaptation_corrections')).toBe(1);
	expect(count("adaptations where planned = 'reactive'")).toBeGreaterThanOrEqual(3);
	expect(count("tasks where kind = 'adaptation' and state = 'open'")).toBe(1);
});

test('the same seed tells the same story', async () => {
	const everything = ({ db }: TestContext) => {
		const tables = [
			'people',
			'cohorts',
			'sessions',
			'register_rows',
			'register_entries',
			'activity_ratings',
			'outbox',
			'calendar_invitations',
			'safe_contacts',
			'families',
			'family_members',
			'cohort_pairs',
			'restricted_people',
			'session_observers',
			'broken_glass',
			'staff_notices',
			'staff_accreditations',
			'session_covers',
			'venue_days',
			'taking_part_entries',
			'concerns',
			'concern_entries',
		];
		return tables.map((table) => db.$client.prepare(`select * from ${table} order by rowid`).all());
	};
	expect(everything(await told(TUESDAY))).toEqual(everything(onTuesday));
});

const CLOCK_CHANGES = ['2027-03-28T02:30:00Z', '2026-10-25T01:30:00Z'];
const OTHER_MOMENTS = [
	'2026-11-27T09:00:00Z',
	'2026-11-27T23:22:00Z',
	'2026-11-28T09:00:00Z',
	'2026-11-29T22:00:00Z',
	'2026-12-25T12:00:00Z',
];

// Each takes seconds. What the machine’s own zone could do to a story it does first in a night when the clocks change.
test.each(process.env.TZ === 'Europe/London' ? [...CLOCK_CHANGES, ...OTHER_MOMENTS] : CLOCK_CHANGES)(
	'it can be told on %s, with the two sides of the pair never at one venue on one day',
	async (now) => {
		const { db } = await told(now);
		const together = db.$client.prepare(`
			select count(*) as days from sessions a join cohorts ca on ca.id = a.cohort_id
			join sessions b on b.day = a.day join cohorts cb on cb.id = b.cohort_id
			where ca.side = 'perpetrator' and cb.side = 'survivor' and ca.venue_id = cb.venue_id`);
		expect(together.get()).toEqual({ days: 0 });
		expect(
			db.$client.prepare("select count(*) as n from sessions where state = 'scheduled' and starts_at > ?").get(now),
		).not.toEqual({ n: 0 });
	},
);

test('one record was opened in an emergency and closed; its review waits for the lead, who was told by one mail', async () => {
	const { db, kept } = await told('2026-11-24T17:30:00Z');
	const opening = db.$client
		.prepare(
			'select s.name, g.opened_at, g.closed_at, g.reviewed_at from broken_glass g join staff s on s.id = g.staff_id',
		)
		.all();
	expect(opening).toEqual([
		{
			name: 'Kezia Mensah',
			opened_at: '2026-11-23T15:30:00Z',
			closed_at: '2026-11-23T15:50:00Z',
			reviewed_at: null,
		},
	]);
	const ofLead = db.$client
		.prepare(
			"select n.kind from staff_notices n join staff s on s.id = n.staff_id where s.email = 'ruth.levy@example.org' and n.sent_at is not null",
		)
		.pluck()
		.all();
	expect(ofLead.filter((kind) => kind === 'review-waits')).toHaveLength(1);
	expect(kept.filter(({ to }) => to === 'ruth.levy@example.org')).toHaveLength(ofLead.length);
});

test('it is told once: a database in which anybody has an account is left alone', async () => {
	const before = onTuesday.db.$client.serialize();
	await tellStory(onTuesday);
	expect(onTuesday.db.$client.serialize().equals(before)).toBe(true);
});

test('the references of one side run on without a gap that would tell of the other', () => {
	const { db } = onTuesday;
	for (const side of ['perpetrator', 'survivor']) {
		const references = db.$client
			.prepare('select reference from people where side = ? order by rowid')
			.pluck()
			.all(side) as string[];
		const numbers = references.map((reference) => Number(reference.slice(2)));
		expect(numbers).toEqual(Array.from(numbers, (_, index) => 101 + index));
	}
});

test('of the group that is over it is recorded how every place ended: most of those who stayed completed', () => {
	const ended = `select e.state, count(*) as many from enrolments e join cohorts c on c.id = e.cohort_id
		where c.state = 'finished' group by e.state order by e.state`;
	expect(onTuesday.db.$client.prepare(ended).all()).toEqual([
		{ state: 'completed', many: 10 },
		{ state: 'left', many: 5 },
	]);
});

test('most tasks were done; a call is overdue and told on, one was closed by a correction, a decision and an exit’s tasks wait', () => {
	const { db } = onTuesday;
	const counted = db.$client
		.prepare(
			'select kind, state, count(*) as many, sum(told_on_at is not null) as told from tasks group by kind, state',
		)
		.all() as { kind: string; state: string; many: number; told: number }[];
	const of = (kind: string, state: string) => counted.find((one) => one.kind === kind && one.state === state);
	expect(of('absence-call', 'open')).toMatchObject({ told: 1 });
	expect(of('absence-call', 'done')!.many).toBeGreaterThanOrEqual(3);
	expect(of('absence-decision', 'open')).toMatchObject({ many: 1 });
	// The newest of the running cohorts, and those of the group that is over.
	expect(of('exit-partner', 'open')).toMatchObject({ many: 3 });
	expect(of('exit-referrer', 'open')).toMatchObject({ many: 3 });
	const corrected = "select count(*) as many from task_entries where event = 'closed' and words = 'corrected'";
	expect(db.$client.prepare(corrected).get()).toEqual({ many: 1 });
});

test('of the first cohort one has caught up, two are booked together, and others need a catch-up or are too late', () => {
	const { db } = onTuesday;
	const { id } = db.$client.prepare("select id from cohorts where name = 'Tuesday evening group'").get() as {
		id: never;
	};
	const states = readCatchUps(onTuesday, db, CLOCK, id)!.people.flatMap(({ catchUps }) =>
		catchUps.map(({ state, sessionId }) => ({ state, sessionId })),
	);
	const of = (wanted: string) => states.filter(({ state }) => state === wanted);
	expect(of('done')).toHaveLength(1);
	expect(of('booked')).toHaveLength(2);
	expect(new Set(of('booked').map(({ sessionId }) => sessionId)).size).toBe(1);
	expect(of('needed').length).toBeGreaterThan(0);
	expect(of('expired').length).toBeGreaterThan(0);
});

test('how people took part is recorded for cohorts that run, of who attended alone, and some of it is missing', () => {
	const { db } = onTuesday;
	const attended = "r.expected and r.mark in ('attended', 'late', 'left-early')";
	const counted = db.$client
		.prepare(
			`select c.name, sum(t.version is not null and t.engagement is not null and t.homework is not null) as whole,
				sum(${attended} and t.version is null) as none, sum(t.version is not null and (t.engagement is null or t.homework is null)) as part,
				sum(t.version is not null and not (${attended})) as others
			from register_rows r join sessions s on s.id = r.session_id join cohorts c on c.id = s.cohort_id
			left join taking_part_entries t on t.session_id = r.session_id and t.enrolment_id = r.enrolment_id
			where s.state = 'held' and s.kind <> 'catch-up' group by c.id order by c.rowid`,
		)
		.all() as { name: string; whole: number; none: number; part: number; others: number }[];
	const [first, second, over] = counted;
	expect([first!.name, second!.name, over!.name]).toEqual([
		'Tuesday evening group',
		'Thursday group',
		'Friday spring group',
	]);
	expect(first!.whole).toBeGreaterThan(50);
	expect(first!.part).toBeGreaterThan(5);
	expect(second!.whole).toBeGreaterThan(10);
	expect(second!.none).toBeGreaterThan(3);
	expect(over!.whole).toBe(0);
	expect(counted.reduce((sum, { others }) => sum + others, 0)).toBe(0);
});

test('two concerns wait for the leads: one said in words with the referrer to be told, one not said yet', () => {
	const concerns = onTuesday.db.$client
		.prepare(
			`select f.name as raised_by, k.state, e.tell_referrer, e.words is not null as said
			from concerns n join tasks k on k.id = n.task_id join staff f on f.id = n.raised_by
			left join concern_entries e on e.concern_id = n.id order by n.rowid`,
		)
		.all();
	expect(concerns).toEqual([
		{ raised_by: 'Sam Okafor', state: 'open', tell_referrer: 1, said: 1 },
		{ raised_by: 'Gwen Pritchard', state: 'open', tell_referrer: null, said: 0 },
	]);
});

test('a lead has begun a version in the service’s own wording, whose minutes do not add up yet', () => {
	const { db, content } = onTuesday;
	const ruth = db.select().from(staff).where(eq(staff.name, 'Ruth Levy')).get()!;
	const actor = findStaffActor(db, { staffId: ruth.id, name: ruth.name });
	const [draft, ...others] = listOwnVersions(db, actor, 'caring-dads');
	expect([draft?.number, draft?.state, draft?.changedBy, others]).toEqual(['1.1', 'draft', 'Ruth Levy', []]);
	const { programme } = readVersion(onTuesday, db, actor, { slug: 'caring-dads', versionId: draft!.id })!;
	expect(faultsOfVersion(programme).map(({ planNumber }) => planNumber)).toEqual([1]);
	expect(content.programmes.map(({ version }) => version)).not.toContain('1.1');
});
