import { expect, test } from 'vitest';
import { loadContent } from '#app/content/load-content.ts';
import { withPublishedVersions } from '#app/content/published-versions.ts';
import { publishedVersionsIn } from '#app/context.ts';
import type { WrittenPlan } from '#app/domain/programmes/versions/edit-plan.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type CohortId, type ProgrammeVersionId } from '#app/domain/shared/ids.ts';
import { layOutCohort } from '#app/use-cases/cohorts/lay-out-cohort.ts';
import { listCohortOptions } from '#app/use-cases/cohorts/list-cohort-options.ts';
import { planCohort } from '#app/use-cases/cohorts/plan-cohort.ts';
import { seedBankHolidays } from '#app/use-cases/places/seed-bank-holidays.ts';
import { publishVersion, throwVersionAway } from '#app/use-cases/programmes/publish-version.ts';
import { readVersion } from '#app/use-cases/programmes/read-version.ts';
import { startVersion } from '#app/use-cases/programmes/start-version.ts';
import { writeVersionPlan } from '#app/use-cases/programmes/write-version-plan.ts';
import { findCohort } from '#db/queries/cohorts.ts';
import { listOwnVersions } from '#db/queries/programmes/own-versions.ts';
import { auditEntries, programmeVersions } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenPlaces, givenStaff } from '#tests/support/world.ts';

const slug = 'caring-dads';
const WORDS = 'Words under licence';

function office() {
	const context = testContext({ now: '2026-01-02T09:00:00Z' });
	seedBankHolidays(context);
	const lead = givenStaff(context, { name: 'Lena Holt', roles: ['lead'] });
	const { db } = context;
	const start = (from = '1') => {
		const outcome = startVersion(context, lead, { slug, from });
		if (!outcome.done) throw new Error(outcome.code);
		return outcome.value;
	};
	const read = (versionId: ProgrammeVersionId) => readVersion(context, db, lead, { slug, versionId })!;
	const write = (versionId: ProgrammeVersionId, change: Partial<WrittenPlan>, more: object = {}) => {
		const { row, programme } = read(versionId);
		const written = { ...programme.plans[0]!, ...change };
		return writeVersionPlan(context, lead, {
			...{ slug, versionId, planNumber: 1, version: row.version, written, ...more },
		});
	};
	const publish = (versionId: ProgrammeVersionId, from = '2026-02-01', more: object = {}) => {
		const { version } = read(versionId).row;
		return publishVersion(context, lead, {
			...{ slug, versionId, version, takesEffectOn: calendarDay(from), ...more },
		});
	};
	const entries = () => db.select().from(auditEntries).all();
	return { context, db, lead, start, read, write, publish, entries };
}

const codeOf = (outcome: { done: boolean; code?: string }) => (outcome.done ? 'done' : outcome.code);

test('a draft begins with the wording of the version that it is started from, and nobody else sees it', () => {
	const { context, start, read } = office();
	const draft = read(start());
	expect(draft.row).toMatchObject({ number: '1.1', shipped: '1', startedFrom: '1', state: 'draft', version: 1 });
	expect(draft.programme.plans).toEqual(context.content.programmeOf({ slug, version: '1', variant: null }).plans);
	expect(context.content.findProgramme({ slug, version: '1.1', variant: null })).toBeNull();
	expect(context.content.programmes.map(({ version }) => version)).not.toContain('1.1');
});

test('a programme has one draft at a time, and a draft comes from a version that there is', () => {
	const { context, lead, start } = office();
	const versionId = start();
	expect(startVersion(context, lead, { slug, from: '1' })).toMatchObject({
		code: 'draft-there',
		details: { versionId },
	});
	expect(startVersion(context, lead, { slug: 'unheard-of', from: '1' })).toMatchObject({ code: 'not-found' });
	expect(startVersion(context, lead, { slug, from: '1.1' })).toMatchObject({ code: 'not-found' });
});

test('a plan is written into the draft; the same words again change nothing, and leave no entry', () => {
	const { start, write, read, entries } = office();
	const versionId = start();
	expect(write(versionId, { title: WORDS })).toMatchObject({ done: true, value: { isNew: true } });
	const kept = entries().length;
	expect(write(versionId, { title: WORDS })).toMatchObject({ done: true, value: { isNew: false } });
	expect(read(versionId).programme.plans[0]).toMatchObject({ title: WORDS });
	expect(read(versionId).row.version).toBe(2);
	expect(entries()).toHaveLength(kept);
});

test('what somebody else wrote meanwhile is not overwritten: the plan that stands is told', () => {
	const { start, write, read } = office();
	const versionId = start();
	write(versionId, { title: 'First' });
	const stale = write(versionId, { title: 'Second' }, { version: 1 });
	expect(stale).toMatchObject({ code: 'changed-meanwhile', details: { version: 2, plan: { title: 'First' } } });
	expect(read(versionId).programme.plans[0]?.title).toBe('First');
});

test('a plan that there is not, an unknown activity and a day’s worth of minutes are refused and change nothing', () => {
	const { start, write, read } = office();
	const versionId = start();
	const activity = { key: 'unheard-of', title: 'A', minutes: 120, core: true, mechanism: 'trust' };
	expect(codeOf(write(versionId, {}, { planNumber: 18 }))).toBe('not-found');
	expect(codeOf(write(versionId, { activities: [activity] }))).toBe('unknown-activity');
	expect(codeOf(write(versionId, { minutes: 600 }))).toBe('minutes-out-of-range');
	expect(read(versionId).row.version).toBe(1);
});

test('a draft with faults is not published, and each fault names its plan', () => {
	const { start, write, publish, read } = office();
	const versionId = start();
	write(versionId, { minutes: 90 });
	const sentence = 'The session takes 90 minutes and its activities 120: make them equal.';
	expect(publish(versionId)).toMatchObject({
		...{ code: 'version-has-faults', details: { faults: [{ planNumber: 1, sentence }] } },
	});
	expect(read(versionId).row.state).toBe('draft');
});

test('a draft is not published from a day that has passed, nor when it changed since the page was opened', () => {
	const { start, write, publish } = office();
	const versionId = start();
	expect(codeOf(publish(versionId, '2026-01-01'))).toBe('day-has-passed');
	write(versionId, { title: WORDS });
	expect(codeOf(publish(versionId, '2026-02-01', { version: 1 }))).toBe('changed-meanwhile');
});

test('a published version is found beside the shipped ones, with its variants, by every process', () => {
	const { context, db, start, write, publish } = office();
	const elsewhere = withPublishedVersions(loadContent(), publishedVersionsIn(db));
	const versionId = start();
	write(versionId, { title: WORDS });
	expect(codeOf(publish(versionId))).toBe('done');
	for (const content of [context.content, elsewhere]) {
		const key = { slug, version: '1.1', variant: null };
		expect(content.programmeOf(key)).toMatchObject({
			takesEffectOn: '2026-02-01',
			plans: [{ title: WORDS }, ...Array(16).fill({})],
		});
		expect(content.programmes.filter(({ version }) => version === '1.1').map(({ variant }) => variant)).toEqual([
			...[null, '15-plus-2'],
		]);
		expect(content.programmeOf({ ...key, version: '1' }).plans[0]?.title).toBe('Session 1');
	}
});

test('a published version is never changed again, by a use case or by anything else', () => {
	const { context, db, lead, start, write, publish, read } = office();
	const versionId = start();
	publish(versionId);
	const { version } = read(versionId).row;
	expect(codeOf(write(versionId, { title: WORDS }))).toBe('published');
	expect(codeOf(publish(versionId))).toBe('published');
	expect(codeOf(throwVersionAway(context, lead, { slug, versionId, version }))).toBe('published');
	expect(() => db.update(programmeVersions).set({ plans: [] }).run()).toThrow('never changed');
	expect(() => db.delete(programmeVersions).run()).toThrow('never taken away');
});

test('the next draft may begin with an own version, and takes the next number', () => {
	const { start, write, publish, read } = office();
	const first = start();
	write(first, { title: WORDS });
	publish(first);
	const next = read(start('1.1'));
	expect(next.row).toMatchObject({ number: '1.2', shipped: '1', startedFrom: '1.1' });
	expect(next.programme.plans[0]?.title).toBe(WORDS);
});

test('a draft is thrown away as it was seen, and not after a change', () => {
	const { context, db, lead, start, write } = office();
	const versionId = start();
	write(versionId, { title: WORDS });
	const away = (version: number) => throwVersionAway(context, lead, { slug, versionId, version });
	expect(codeOf(away(1))).toBe('changed-meanwhile');
	expect(codeOf(away(2))).toBe('done');
	expect(listOwnVersions(db, lead, slug)).toEqual([]);
	expect(codeOf(away(2))).toBe('not-found');
});

test('nobody but a lead starts, writes, reads, publishes or throws away a draft', () => {
	const { context, db, start } = office();
	const versionId = start();
	const roles = ['facilitator', 'coordinator', 'partner-support', 'administrator', 'observer', 'read-only'] as const;
	for (const role of roles) {
		const other = givenStaff(context, { roles: [role] });
		const key = { slug, versionId, version: 1 };
		const written = context.content.programmeOf({ slug, version: '1', variant: null }).plans[0]!;
		expect([
			codeOf(startVersion(context, other, { slug, from: '1' })),
			codeOf(writeVersionPlan(context, other, { ...key, planNumber: 1, written })),
			codeOf(publishVersion(context, other, { ...key, takesEffectOn: calendarDay('2026-02-01') })),
			codeOf(throwVersionAway(context, other, key)),
		]).toEqual(Array(4).fill('not-found'));
		expect([readVersion(context, db, other, key), listOwnVersions(db, other, slug)]).toEqual([null, []]);
	}
});

test('each step has its entry, and no entry has a word of the wording', () => {
	const { start, write, publish, entries } = office();
	const versionId = start();
	write(versionId, { title: WORDS });
	write(versionId, { minutes: 600, aim: WORDS });
	publish(versionId);
	const own = entries().filter(({ action }) => action.startsWith('version-'));
	expect(own.map(({ action, outcome }) => [action, outcome])).toEqual([
		['version-started', 'done'],
		['version-written', 'done'],
		['version-written', 'minutes-out-of-range'],
		['version-published', 'done'],
	]);
	expect(JSON.stringify(entries())).not.toContain(WORDS);
});

test('a cohort takes the version in force on its first day and keeps it; a draft of a cohort is shown which', () => {
	const { context, db, start, write, publish } = office();
	const { areaId, venueId, roomId } = givenPlaces(context);
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId], sides: ['perpetrator'] });
	const leads = [givenStaff(context), givenStaff(context), givenStaff(context)];
	const begin = (at: number, earliestStart: string, startTime: string) => {
		const draft = {
			...{ name: `Group ${at}`, programme: { slug, version: '1', variant: null }, areaId, nation: null },
			...{ place: { venueId, roomId }, leadId: leads[at]!.staffId, coFacilitatorIds: [], places: 12 },
			...{ slots: [{ weekday: 'tuesday' as const, startTime: clockTime(startTime) }], skippedWeeks: [] },
			...{ earliestStart: calendarDay(earliestStart), runsOnBankHoliday: false },
		};
		const plan = planCohort(context, db, coordinator, draft);
		if (!plan.done) throw new Error(plan.code);
		const cohortId = asId<CohortId>(`cohort${at}`);
		const { fingerprint } = plan.value;
		const saved = layOutCohort(context, coordinator, draft, { fingerprint, accepted: true, cohortId });
		if (!saved.done) throw new Error(saved.code);
		return cohortId;
	};
	const versionOf = (cohortId: CohortId) => findCohort(db, coordinator, cohortId)?.programmeVersion;

	const before = begin(0, '2026-01-13', '09:00');
	const versionId = start();
	write(versionId, { title: WORDS });
	publish(versionId, '2026-02-03');
	const lastOfTheOld = begin(1, '2026-01-27', '13:00');
	const firstOfTheNew = begin(2, '2026-01-28', '18:00');

	expect([before, lastOfTheOld, firstOfTheNew].map(versionOf)).toEqual(['1', '1', '1.1']);
	const labels = () => listCohortOptions(context, coordinator).programmes.map(({ label }) => label);
	expect(labels().filter((label) => label.endsWith('version 1.1'))).toEqual([]);
	context.setNow('2026-02-03T09:00:00Z');
	expect(labels().filter((label) => label.startsWith('Caring Dads'))).toHaveLength(2);
	expect(labels().filter((label) => label.endsWith('version 1.1'))).toHaveLength(2);
});

test('the process does not start over a published version whose number is a shipped one, or whose ground is gone', () => {
	const shipped = loadContent();
	const own = { slug, version: '1.1', shipped: '1', takesEffectOn: calendarDay('2026-02-01'), plans: [] };
	const over = (version: object) => () =>
		withPublishedVersions(shipped, { count: () => 1, read: () => [{ ...own, ...version }] });
	expect(over({})).not.toThrow();
	expect(over({ version: '1' })).toThrow('give the folder another number');
	expect(over({ shipped: '7' })).toThrow('there is no content for that');
});
