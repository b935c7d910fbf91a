import { expect, test } from 'vitest';
import { summariseCohort } from '#app/domain/cohorts/summarise-cohort.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { drawnCohort, drawnLog } from './drawn-cohort.ts';

// Worked by hand. Today is Wednesday 4 February: session 4 was cancelled, session 5 was yesterday, session 6 is to come.
const NOW = instant('2026-02-04T09:00:00Z');
const WALL = `
          H H H X H s
	Ash    P P P - P .
	Bello  P A P - N .
	Carr   L c P - P .
	Dunne  P P _ _ _ _ left
	Eze    _ P P - P .
	Farrow N N _ _ _ _ left
	Gough  P - P - P .
	Hanif  N N N - N .
`;

const summary = summariseCohort(drawnCohort(WALL), NOW);
const person = (name: string) => summary.people.find(({ enrolmentId }) => enrolmentId === name)!;

test('six people started and five are still taking part; who never came is counted apart', () => {
	expect(summary.startedCount).toEqual({ started: 6, stayed: 5, notYetStarted: 1, neverStarted: 1 });
});

test('the curve falls by one in six after session 2, the last session that the man who left attended', () => {
	expect(
		summary.retention.points.map(({ atRisk, left, share }) => [atRisk, left, Math.round(share * 1000) / 1000]),
	).toEqual([
		[5, 0, 1],
		[5, 0, 1],
		[6, 1, 0.833],
		[5, 0, 0.833],
		[5, 0, 0.833],
		[5, 0, 0.833],
	]);
	expect(summary.retention.losses).toEqual([{ afterSession: 2, people: 1 }]);
});

test('the band opens at the first loss, by the log-log limits', () => {
	const bands = summary.retention.points.map(({ band }) => band);
	expect(bands.slice(0, 2)).toEqual([null, null]);
	expect(bands[2]!.lower).toBeCloseTo(0.27312, 4);
	expect(bands[2]!.upper).toBeCloseTo(0.97471, 4);
});

test.for([
	{ name: 'Ash', attended: '4 of 4', notRecorded: 0, why: 'the cancelled session and the one to come are outside it' },
	{ name: 'Bello', attended: '2 of 4', notRecorded: 0, why: 'an apology is still a missed session' },
	{ name: 'Carr', attended: '3 of 4', notRecorded: 0, why: 'late is attended, caught up is not' },
	{ name: 'Eze', attended: '3 of 3', notRecorded: 0, why: 'a late joiner is expected from then on' },
	{
		name: 'Gough',
		attended: '3 of 3',
		notRecorded: 1,
		why: 'a mark not yet recorded is outside it and shown beside it',
	},
	{ name: 'Hanif', attended: '0 of 4', notRecorded: 0, why: 'nobody who was expected is left out' },
])('$name attended $attended: $why', ({ name, attended, notRecorded }) => {
	const { attendance } = person(name);
	expect(`${attendance.count} of ${attendance.outOf}`).toBe(attended);
	expect(attendance.notRecorded).toBe(notRecorded);
});

test.for([
	{ name: 'Ash', cells: ['attended', 'attended', 'attended', 'cancelled', 'attended', 'to-come'] },
	{ name: 'Carr', cells: ['late', 'caught-up', 'attended', 'cancelled', 'attended', 'to-come'] },
	{ name: 'Dunne', cells: ['attended', 'attended', 'not-enrolled', 'not-enrolled', 'not-enrolled', 'not-enrolled'] },
	{ name: 'Eze', cells: ['not-enrolled', 'attended', 'attended', 'cancelled', 'attended', 'to-come'] },
	{ name: 'Gough', cells: ['attended', 'not-recorded', 'attended', 'cancelled', 'attended', 'to-come'] },
])("$name's row of the register reads as on the wall", ({ name, cells }) => {
	expect(person(name).cells).toEqual(cells);
});

test.for([
	{ name: 'Ash', standing: 'reached', mayMiss: 1 },
	{ name: 'Bello', standing: 'last-chance', mayMiss: 0 },
	{ name: 'Eze', standing: 'possible', mayMiss: 1 },
	{ name: 'Hanif', standing: 'impossible', mayMiss: 0 },
])('$name: completing is $standing, may miss $mayMiss', ({ name, standing, mayMiss }) => {
	expect(person(name).best).toMatchObject({ standing, mayMiss });
});

test('only people whose place goes on are counted for completion, and those on their last chance are named', () => {
	expect(summary.completion).toMatchObject({
		canComplete: { count: 5, outOf: 6, percent: 83 },
		lastChance: ['Bello'],
		outOfReach: ['Hanif'],
	});
});

test('a run of absences is told from the last session attended', () => {
	expect(person('Bello').run).toEqual({ missed: 1, unexplained: 1 });
	expect(person('Hanif').run).toEqual({ missed: 4, unexplained: 4 });
	expect(person('Ash').run.missed).toBe(0);
});

test('who left is remembered by the last session attended; who never came has none', () => {
	expect(person('Dunne')).toMatchObject({ isActive: false, lastAttended: 2 });
	expect(person('Farrow')).toMatchObject({ isActive: false, lastAttended: null });
});

const LOGS = [
	drawnLog(1, 'as-intended', 'as-intended'),
	drawnLog(1, 'not-delivered', 'not-delivered', { by: 'second', savedAt: '2026-01-07T09:00:00Z' }),
	drawnLog(2, 'not-delivered', 'delivery-changed'),
	drawnLog(3, 'as-intended', null),
];
const { delivery } = summariseCohort(drawnCohort(WALL, LOGS), NOW);

test('delivered is out of the activities that were rated; a session without a log is missing, never not delivered', () => {
	expect(delivery.adherence).toMatchObject({
		planned: 8,
		missing: 3,
		delivered: { count: 4, outOf: 5, percent: 80 },
		asIntended: { count: 3, outOf: 5, percent: 60 },
		sessions: 4,
		sessionsWithLog: 3,
	});
	expect(delivery).toMatchObject({ coreMissed: 1, notRated: 1 });
	expect(delivery.band).toBe('good');
});

test('each session shows its own figure, by the log that was saved first, or why it has none', () => {
	expect(delivery.sessions.map(({ state, adherence }) => [state, adherence?.delivered.percent ?? null])).toEqual([
		['logged', 100],
		['logged', 50],
		['logged', 100],
		['cancelled', null],
		['no-log', null],
		['to-come', null],
	]);
});

test('a session that has begun and was not answered for is neither held nor to come', () => {
	const evidence = drawnCohort('H s\nAsh P -');
	const afterwards = summariseCohort(evidence, instant('2026-01-14T09:00:00Z'));
	expect(afterwards.delivery.sessions.map(({ state }) => state)).toEqual(['no-log', 'not-recorded']);
	expect(afterwards.people[0]!.cells).toEqual(['attended', 'not-recorded']);
});

test('a cohort that has not begun has no figure instead of noughts', () => {
	const before = summariseCohort(drawnCohort('s s s\nAsh . . .\nBello . . .'), instant('2026-01-01T09:00:00Z'));
	expect(before.retention.points).toEqual([]);
	expect(before.delivery.adherence.delivered.percent).toBeNull();
	expect(before.people[0]!.attendance).toMatchObject({ percent: null, interval: null });
	expect(before.startedCount).toEqual({ started: 0, stayed: 0, notYetStarted: 2, neverStarted: 0 });
});

test('completed is out of those who started', () => {
	const done = summariseCohort(drawnCohort('H H\nAsh P P completed\nBello P _ left\nCarr N _ left'), NOW);
	expect(done.completion.completed).toEqual({ count: 1, outOf: 2, percent: 50 });
	expect(done.startedCount).toMatchObject({ started: 2, stayed: 1 });
});

test('when everybody at risk leaves before the late joiners come, the curve stays at 0 and says so', () => {
	const emptied = summariseCohort(drawnCohort('H H H\nAsh P _ _ left\nBello _ P P'), NOW);
	expect(emptied.retention.emptiedEarlyAt).toBe(1);
	expect(emptied.retention.points.at(-1)).toMatchObject({ share: 0, band: null, atRisk: 1 });
});
