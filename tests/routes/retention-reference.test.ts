import { expect, test } from 'vitest';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { chanceFrom } from '#db/demo/chance.ts';
import { visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenExit, givenSessionStates, givenWall } from '#tests/support/wall.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

/**
 * A second reckoning of both pages, from the rows of the database alone and person by person: it shares no rule with the
 * app, only the words in which the page says each figure.
 */
type Raw = { id: string; state: string; reason: string | null; plan: number | null; held: number; last: number };

const ATTENDED = ['attended', 'late', 'left-early'];
const percent = (share: number) => `${Math.floor(Number((share * 100).toFixed(9)) + 0.5)}%`;

function readPeople({ db }: TestContext, cohortId: CohortId) {
	const marks = ATTENDED.map((mark) => `'${mark}'`).join(', ');
	const rows = db.$client
		.prepare(
			`select e.id, e.state, e.exit_reason as reason,
				(select max(plan_number) from sessions where cohort_id = e.cohort_id and state = 'held') as held,
				s.plan_number as plan
			from enrolments e
			left join register_rows r on r.enrolment_id = e.id and r.expected = 1 and r.mark in (${marks})
			left join sessions s on s.id = r.session_id and s.state = 'held' and s.kind <> 'catch-up'
			where e.cohort_id = ? order by e.id`,
		)
		.all(cohortId) as Raw[];
	const people = new Map<string, { state: string; reason: string | null; plans: number[]; held: number }>();
	for (const { id, state, reason, plan, held } of rows) {
		const person = people.get(id) ?? { state, reason, plans: [], held };
		if (plan !== null) person.plans.push(plan);
		people.set(id, person);
	}
	return [...people.values()];
}

type Person = ReturnType<typeof readPeople>[number];

const isGone = ({ state }: Person) => state === 'left' || state === 'removed';
const lastOf = (person: Person) => Math.max(...person.plans);
const isThereAt = (person: Person, session: number) =>
	person.plans.length > 0 &&
	Math.min(...person.plans) <= session &&
	session <= (isGone(person) ? lastOf(person) : Math.max(person.held, lastOf(person)));

/** Every row of the three tables of the curve, the ways out and where people leave, one session after the other. */
function rowsBySession(people: readonly Person[]) {
	const came = people.filter(({ plans }) => plans.length > 0);
	const end = Math.max(...came.map((one) => (isGone(one) ? lastOf(one) : Math.max(one.held, lastOf(one)))));
	let [stillIn, left, removed, greenwood] = [1, 0, 0, 0];
	return Array.from({ length: end }, (_, index) => {
		const session = index + 1;
		const there = came.filter((one) => isThereAt(one, session));
		const lost = there.filter((one) => isGone(one) && lastOf(one) === session);
		const byKind = (state: string) => lost.filter((one) => one.state === state).length;
		if (lost.length > 0) {
			left += (stillIn * byKind('left')) / there.length;
			removed += (stillIn * byKind('removed')) / there.length;
			stillIn *= 1 - lost.length / there.length;
			greenwood += lost.length / (there.length * (there.length - lost.length));
		}
		const reach = (1.959963984540054 * Math.sqrt(greenwood)) / Math.abs(Math.log(stillIn));
		const isKnown = greenwood > 0 && stillIn > 0;
		const [low, high] = [stillIn ** Math.exp(reach), stillIn ** Math.exp(-reach)];
		const band = isKnown ? `${percent(low)} to ${percent(high)}` : 'none';
		const [atRisk, some] = [there.length, lost.length];
		return {
			curve: `${session} ${atRisk} ${some} ${percent(stillIn)} ${band}`,
			ways: `${session} ${atRisk} ${byKind('left')} ${percent(left)} ${byKind('removed')} ${percent(removed)} ${percent(stillIn)}`,
			where: some === 0 ? null : `People at risk ${atRisk} Left by themselves ${byKind('left')}`,
		};
	});
}

/** The three rows of the funnel that have people who came no further, as the table says them. */
function funnelRows(people: readonly Person[], plans: number) {
	const stage = ({ plans: own }: Person) => (own.length === 0 ? 0 : Math.max(...own) > plans / 2 ? 2 : 1);
	return ['Had a place', 'Started', 'Came half-way'].map((name, at) => {
		const reached = people.filter((one) => stage(one) >= at);
		const here = reached.filter((one) => stage(one) === at);
		const further = reached.length - here.length;
		const [left, removed] = ['left', 'removed'].map((state) => here.filter((one) => one.state === state).length);
		const decided = further + left! + removed!;
		const went = decided === 0 ? 'no data' : `${percent(further / decided)} (${further} of ${decided})`;
		const figure = (count: number, words: string) => (count === 0 ? '0' : `${count} ${words}`);
		const waits = here.length - left! - removed!;
		return [
			`${name} ${reached.length} ${went}`,
			figure(left!, 'left by themselves'),
			figure(removed!, 'removed by the service'),
			figure(waits, 'in progress'),
		].join(' ');
	});
}

/** The log-rank test of two groups, table by table. */
function chiSquare(one: readonly Person[], other: readonly Person[]) {
	let [difference, variance] = [0, 0];
	for (let session = 1; session <= 17; session += 1) {
		const there = [one, other].map((group) => group.filter((person) => isThereAt(person, session)));
		const gone = there.map((group) => group.filter((person) => isGone(person) && lastOf(person) === session).length);
		const [n, m] = [there[0]!.length, there[1]!.length];
		const [all, events] = [n + m, gone[0]! + gone[1]!];
		if (events === 0) continue;
		difference += gone[0]! - (events * n) / all;
		if (all > 1) variance += (events * n * m * (all - events)) / (all * all * (all - 1));
	}
	return difference ** 2 / variance;
}

const REASONS = ['work', 'moved-away', 'missed-too-many', 'behaviour-in-sessions', 'health'];

/** A cohort by chance: who joins late, who comes, who leaves when, who is removed. */
function givenByChance(context: TestContext, chance: ReturnType<typeof chanceFrom>, name: string) {
	const cohort = givenCohort(context, { ...givenPlaces(context, name), name });
	const held = 6 + Math.floor(chance.next() * 11);
	const cancelled = 2 + Math.floor(chance.next() * (held - 3));
	const states = Array.from({ length: held }, (_, index) => (index + 1 === cancelled ? 'X' : 'H'));
	givenSessionStates(context, cohort, states.join(' '));
	const people = 9 + Math.floor(chance.next() * 14);
	for (let at = 0; at < people; at += 1) {
		const joins = chance.happens(0.25) ? 2 + Math.floor(chance.next() * 2) : 1;
		const leaves = chance.happens(0.45) ? joins - 1 + Math.floor(chance.next() * (held - joins + 1)) : null;
		const row = states.map((state, index) => {
			if (index + 1 < joins) return '_';
			if (state === 'X' || (leaves !== null && index + 1 > leaves)) return '-';
			return chance.pick(['P', 'P', 'P', 'P', 'L', 'A', 'N']);
		});
		const [member] = givenWall(context, cohort, `Given${at} Family${at} | ${row.join(' ')}`).values();
		if (leaves === null) continue;
		const kind = chance.happens(0.3) ? 'removed' : 'left';
		givenExit(context, cohort, member!, { on: '2026-05-20', afterPlan: leaves, kind, reason: chance.pick(REASONS) });
	}
	return cohort;
}

test.for([1, 2, 3, 4])(
	'every figure of both pages is what the rows of the database come to: world %i',
	async (seed) => {
		const context = testContext({ now: '2026-06-02T09:00:00Z' });
		const chance = chanceFrom(seed);
		const cohorts = [givenByChance(context, chance, 'North'), givenByChance(context, chance, 'River')];
		const lead = givenStaff(context, { roles: ['lead'] });
		const groups = cohorts.map(({ cohortId }) => readPeople(context, cohortId));
		expect(groups.flat().filter(isGone).length).toBeGreaterThan(4);

		for (const [at, { cohortId }] of cohorts.entries()) {
			const { text } = await visit(context, paths.retention(cohortId), { as: lead });
			for (const row of funnelRows(groups[at]!, 17)) expect(text).toContain(row);
			expectSessions(text, groups[at]!);
			for (const reason of ['Work', 'Moved away', 'Health']) {
				const code = reason.toLowerCase().replace(' ', '-');
				const own = groups[at]!.filter((one) => one.reason === code);
				const left = own.filter(({ state }) => state === 'left').length;
				if (own.length === 0) expect(text).not.toContain(`Reason ${reason} Left`);
				else expect(text).toContain(`Reason ${reason} Left by themselves ${left}`);
			}
		}
		const id = programmeIdOf({ slug: 'caring-dads', version: '1', variant: null });
		const { text } = await visit(context, paths.programmeRetention(id), { as: lead });
		for (const row of funnelRows(groups.flat(), 17)) expect(text).toContain(row);
		expectSessions(text, groups.flat());
		expect(text).toContain(`chi-square ${chiSquare(groups[0]!, groups[1]!).toFixed(2)}, 1 degree of freedom`);
	},
);

function expectSessions(text: string, people: readonly Person[]): void {
	const rows = rowsBySession(people);
	expect(rows.length).toBeGreaterThan(5);
	for (const { curve, ways, where } of rows) {
		expect(text).toContain(curve);
		expect(text).toContain(ways);
		if (where) expect(text).toContain(where);
	}
}
