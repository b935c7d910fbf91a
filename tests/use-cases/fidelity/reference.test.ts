import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { OPERATOR } from '#app/domain/access/actor.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { reviewFidelity } from '#app/use-cases/fidelity/review-fidelity.ts';
import { reviewProgramme } from '#app/use-cases/fidelity/review-programme.ts';
import { tellStory } from '#db/demo/tell-story.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';

/**
 * A second, slow reckoning of the fidelity figures, from the rows of the database and the files of the plans alone, session
 * by session and activity by activity: it shares no rule with the app.
 */
type Planned = { readonly key: string; readonly minutes: number; readonly core: boolean };
type Held = { id: string; plan: number; slug: string; version: string };
type Rated = { key: string; rating: string; minutes: number | null };

let context: TestContext;
beforeAll(async () => {
	context = testContext({ now: '2026-11-24T17:30:00Z' });
	await tellStory(context);
});

const all = <Row>(sql: string, ...values: unknown[]) => context.db.$client.prepare(sql).all(...values) as Row[];

function plannedIn({ slug, version, plan }: Held): readonly Planned[] {
	const number = String(plan).padStart(2, '0');
	const file = readFileSync(`content/programmes/${slug}/${version}/sessions/${number}.md`, 'utf8');
	return (parse(file.split('---\n')[1]!) as { activities: Planned[] }).activities;
}

function heldOf(cohortId: string): readonly Held[] {
	return all<Held>(
		`select s.id, s.plan_number as plan, c.programme_slug as slug, c.programme_version as version
		from sessions s join cohorts c on c.id = s.cohort_id
		where s.cohort_id = ? and s.state = 'held' and s.kind <> 'catch-up' order by s.day, s.plan_number`,
		cohortId,
	);
}

/** What the newest version says of whoever saved a first version before the others did. */
function ratedIn(sessionId: string): readonly Rated[] | null {
	const logs = all<{ id: string; staff: string; version: number; at: string }>(
		'select id, staff_id as staff, version, saved_at as at from delivery_logs where session_id = ?',
		sessionId,
	);
	if (logs.length === 0) return null;
	let first = logs[0]!;
	for (const log of logs.filter(({ version }) => version === 1)) {
		if (first.version !== 1 || log.at < first.at || (log.at === first.at && log.staff < first.staff)) first = log;
	}
	let newest = first;
	for (const log of logs) if (log.staff === first.staff && log.version > newest.version) newest = log;
	return all<Rated>('select activity_key as key, rating, minutes from activity_ratings where log_id = ?', newest.id);
}

/** How many activities that the log calls changed a lead had approved to be changed, by records that stand. */
function approvedIn(session: Held): number {
	const approved = all<{ key: string }>(
		`select a.activity_key as key from adaptations a join adaptation_decisions d on d.adaptation_id = a.id
		where a.session_id = ? and d.decision = 'approved'
		and a.id not in (select corrects from adaptation_corrections)
		and a.id not in (select adaptation_id from adaptation_withdrawals)`,
		session.id,
	).map(({ key }) => key);
	const changed = (ratedIn(session.id) ?? []).filter(({ rating }) => rating.endsWith('-changed'));
	return changed.filter(({ key }) => approved.includes(key)).length;
}

function reckon(sessions: readonly Held[]) {
	const sum = {
		...{ planned: 0, rated: 0, delivered: 0, core: 0, coreDelivered: 0, asIntended: 0 },
		...{ minutes: 0, plannedMinutes: 0, withoutMinutes: 0, withLog: 0 },
	};
	for (const session of sessions) {
		const rated = ratedIn(session.id);
		if (rated) sum.withLog += 1;
		for (const { key, core, minutes } of plannedIn(session)) {
			const found = rated?.find((one) => one.key === key);
			sum.planned += 1;
			if (found?.minutes == null) sum.withoutMinutes += 1;
			else {
				sum.minutes += found.minutes;
				sum.plannedMinutes += minutes;
			}
			if (!found) continue;
			sum.rated += 1;
			if (core) sum.core += 1;
			if (found.rating !== 'not-delivered') sum.delivered += 1;
			if (found.rating !== 'not-delivered' && core) sum.coreDelivered += 1;
			if (found.rating === 'as-intended') sum.asIntended += 1;
		}
	}
	return sum;
}

const cohorts = () => all<{ id: CohortId; name: string }>("select id, name from cohorts where state <> 'draft'");
const counts = (count: number, outOf: number) => expect.objectContaining({ count, outOf });

test('adherence, core and adaptable, as intended and minutes of every cohort are those of the slow reckoning', () => {
	let logged = 0;
	for (const { id, name } of cohorts()) {
		const review = reviewFidelity(context, OPERATOR, id, 'session')!;
		const slow = reckon(heldOf(id));
		logged += slow.withLog;
		const { adherence, minutes } = review.delivery;
		expect([name, adherence]).toEqual([
			name,
			expect.objectContaining({
				...{ planned: slow.planned, missing: slow.planned - slow.rated, sessionsWithLog: slow.withLog },
				delivered: counts(slow.delivered, slow.rated),
				core: counts(slow.coreDelivered, slow.core),
				adaptable: counts(slow.delivered - slow.coreDelivered, slow.rated - slow.core),
				asIntended: counts(slow.asIntended, slow.rated),
			}),
		]);
		expect([name, minutes]).toEqual([
			name,
			{ minutes: counts(slow.minutes, slow.plannedMinutes), missing: slow.withoutMinutes },
		]);
	}
	expect(logged).toBeGreaterThan(30);
});

test('the points of each control chart, its centre and its limits are those of the slow reckoning', () => {
	let [drawn, approved] = [0, 0];
	for (const { id, name } of cohorts()) {
		const { drift } = reviewFidelity(context, OPERATOR, id, 'session')!;
		const points = heldOf(id)
			.map((session) => ({ session, sum: reckon([session]), planned: approvedIn(session) }))
			.map(({ session, sum, planned }) => ({ session, ...sum, planned, rated: sum.rated - planned }))
			.filter(({ rated }) => rated > 0);
		const seen = drift.points.map(({ sessionIds, x, n }) => [sessionIds[0], x, n]);
		expect([name, seen]).toEqual([name, points.map((one) => [one.session.id, one.asIntended, one.rated])]);
		expect([name, drift.approved]).toEqual([name, points.reduce((sum, { planned }) => sum + planned, 0)]);
		approved += drift.approved;
		if (points.length === 0) continue;
		drawn += 1;
		const centre =
			points.reduce((sum, one) => sum + one.asIntended, 0) / points.reduce((sum, one) => sum + one.rated, 0);
		expect(drift.chart!.centre).toBeCloseTo(centre, 12);
		for (const [at, { rated }] of points.entries()) {
			const reach = 3 * Math.sqrt((centre * (1 - centre)) / rated);
			expect(drift.chart!.points[at]!.ucl).toBeCloseTo(Math.min(1, centre + reach), 12);
			expect(drift.chart!.points[at]!.lcl).toBeCloseTo(Math.max(0, centre - reach), 12);
		}
	}
	expect(drawn).toBeGreaterThanOrEqual(4);
	expect(approved).toBeGreaterThan(0);
});

test('a programme has the figures of its cohorts and the whole of them as its centre', () => {
	const programme = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	const review = reviewProgramme(context, OPERATOR, programme);
	const own = all<{ id: string }>(
		"select id from cohorts where programme_slug = 'caring-dads' and programme_version = '1' and state <> 'draft'",
	);
	const slow = own.map(({ id }) => ({ id, ...reckon(heldOf(id)) }));
	for (const { id, asIntended, rated } of slow) {
		expect(review.cohorts.find((one) => one.id === id)?.adherence.asIntended).toEqual(counts(asIntended, rated));
	}
	const whole = [slow.reduce((sum, one) => sum + one.asIntended, 0), slow.reduce((sum, one) => sum + one.rated, 0)];
	expect(review.overall).toEqual(counts(whole[0]!, whole[1]!));
	expect(whole[1]).toBeGreaterThan(100);
});
