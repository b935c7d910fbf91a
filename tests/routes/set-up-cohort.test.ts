import { expect, test } from 'vitest';
import type { Side } from '#app/domain/programmes/programme.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { seedBankHolidays } from '#app/use-cases/places/seed-bank-holidays.ts';
import { listCohorts } from '#db/queries/cohorts.ts';
import { listSessions } from '#db/queries/sessions.ts';
import { type Answer, visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

const programme = programmeIdOf({ slug: 'caring-dads', version: '1', variant: null });

type Typed = Readonly<Record<string, string | readonly string[]>>;

function office({ sides = ['perpetrator'] }: { sides?: readonly Side[] } = {}) {
	const context = testContext({ now: '2026-01-02T09:00:00Z' });
	seedBankHolidays(context);
	const places = givenPlaces(context);
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId], sides });
	const [sam, kim] = [givenStaff(context), givenStaff(context, { name: 'Kim Mensah' })];
	const typed: Typed = {
		name: 'Monday group',
		programme,
		areaId: places.areaId,
		nation: '',
		place: `room:${places.roomId}`,
		leadId: sam.staffId,
		coFacilitatorIds: kim.staffId,
		weekday1: 'monday',
		time1: '6.30pm',
		weekday2: '',
		time2: '',
		'earliestStart-day': '2',
		'earliestStart-month': '2',
		'earliestStart-year': '2026',
		skippedWeeks: '16 February 2026, Half term',
		places: '12',
	};
	const send = (intent: string, change: Typed = {}) =>
		visit(context, '/cohorts/new', { as: coordinator, form: { ...typed, ...change, intent } });
	return { context, coordinator, sam, typed, send, ...places };
}

/** The hidden fields of a page: what its form carries along. */
function carriedBy({ html }: Answer): Record<string, string | string[]> {
	const fields: Record<string, string | string[]> = {};
	for (const [, name, value] of html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) {
		const before = fields[name!];
		fields[name!] = before === undefined ? value! : [before, value!].flat();
	}
	return fields;
}

test('the dates are shown with what was skipped and why, and saved as they were shown', async () => {
	const { context, coordinator, send } = office();
	const plan = await send('plan');
	expect(plan.status).toBe(200);
	expect(plan.text).toContain('From Monday 2 February 2026 to Monday 22 June 2026');
	expect(plan.text).toContain('Monday 16 February 2026 To know Left out: Half term');
	expect(plan.text).toContain('Monday 6 April 2026 To know Bank holiday: Easter Monday');
	expect(plan.text).toContain('6:30pm to 8:30pm');
	expect(listCohorts(context.db, coordinator)).toEqual([]);
	const saved = await visit(context, '/cohorts/new', { as: coordinator, form: { ...carriedBy(plan), intent: 'save' } });
	expect(saved.location).toMatch(/^\/cohorts\/\w+\?said=laid-out$/);
	const [cohort] = listCohorts(context.db, coordinator);
	expect(cohort).toMatchObject({ name: 'Monday group', places: 12, venue: 'Northfield Centre' });
	expect(listSessions(context.db, coordinator, [cohort!.id])).toHaveLength(17);
	expect((await visit(context, saved.location!, { as: coordinator })).text).toContain('The cohort is laid out.');
});

test('saving the same page twice makes one cohort', async () => {
	const { context, coordinator, send } = office();
	const form = { ...carriedBy(await send('plan')), intent: 'save' };
	const first = await visit(context, '/cohorts/new', { as: coordinator, form });
	const second = await visit(context, '/cohorts/new', { as: coordinator, form });
	expect(second.location).toBe(first.location);
	expect(listCohorts(context.db, coordinator)).toHaveLength(1);
});

test('going back keeps everything that was typed', async () => {
	const { context, coordinator, typed, send } = office();
	const plan = await send('plan');
	const form = await visit(context, '/cohorts/new', {
		as: coordinator,
		form: { ...carriedBy(plan), intent: 'change' },
	});
	expect(form.status).toBe(200);
	for (const name of ['name', 'time1', 'earliestStart-day', 'places'] as const) {
		expect(form.html).toMatch(new RegExp(`name="${name}"[^>]*value="${typed[name]}"`));
	}
	expect(form.html).toContain('16 February 2026, Half term</textarea>');
	expect(form.html).toContain('<option value="monday" selected="">');
});

test('dates that changed after they were looked at are shown again and not saved', async () => {
	const { context, coordinator, areaId, send } = office();
	const form = { ...carriedBy(await send('plan')), intent: 'save' };
	const closure = { label: 'Snow', where: 'everywhere', 'from-day': '2', 'from-month': '2', 'from-year': '2026' };
	const to = { 'to-day': '2', 'to-month': '2', 'to-year': '2026' };
	const administrator = givenStaff(context, { roles: ['administrator'], areaIds: [areaId] });
	await visit(context, '/closures/new', { as: administrator, form: { ...closure, ...to } });
	const saved = await visit(context, '/cohorts/new', { as: coordinator, form });
	expect(saved.status).toBe(409);
	expect(saved.text).toContain('The dates changed since you looked at them');
	expect(saved.text).toContain('Closed: Snow');
	expect(listCohorts(context.db, coordinator)).toEqual([]);
	const again = await visit(context, '/cohorts/new', {
		as: coordinator,
		form: { ...carriedBy(saved), intent: 'save' },
	});
	expect(again.status).toBe(302);
});

test('a clash is shown beside its session, and cannot be saved past', async () => {
	const { context, coordinator, areaId, venueId, roomId, sam, send } = office();
	givenCohort(context, {
		areaId,
		venueId,
		roomId,
		name: 'Early group',
		team: [sam],
		firstDay: '2026-02-02',
		sessionCount: 1,
	});
	const plan = await send('plan');
	expect(plan.text).toContain('1 session cannot be held as planned');
	expect(plan.text).toContain('Sam Okafor is with Early group at that time');
	expect(plan.text).toContain('Early group is in the room at that time');
	expect(plan.text).not.toContain('Save cohort');
	const saved = await visit(context, '/cohorts/new', { as: coordinator, form: { ...carriedBy(plan), intent: 'save' } });
	expect([saved.status, saved.text]).toEqual([422, expect.stringContaining('A cohort with clashes cannot be saved')]);
	expect(listCohorts(context.db, coordinator)).toHaveLength(1);
});

test('whatever hidden cause stands in the way, the page has the same bytes', async () => {
	const causes = [
		{ side: 'survivor', startTime: '10:00', inOwnArea: true },
		{ side: 'survivor', startTime: '18:30', inOwnArea: true },
		{ side: 'perpetrator', startTime: '18:30', inOwnArea: false },
	] as const;
	const pages: string[] = [];
	for (const { side, startTime, inOwnArea } of causes) {
		const { context, areaId, venueId, roomId, sam, send } = office();
		const elsewhere = givenPlaces(context, 'Southfield').areaId;
		givenCohort(context, {
			areaId: inOwnArea ? areaId : elsewhere,
			venueId,
			roomId,
			side,
			startTime,
			name: 'Secret group',
			team: [sam],
			firstDay: '2026-02-02',
			sessionCount: 1,
		});
		const plan = await send('plan');
		expect(plan.text).toContain('This slot is not available');
		expect(plan.text).not.toContain('Secret');
		pages.push(plan.html);
	}
	expect(new Set(pages).size).toBe(1);
});

test('too few facilitators takes a tick', async () => {
	const { context, coordinator, send } = office();
	const plan = await send('plan', { coFacilitatorIds: [] });
	expect(plan.text).toContain('The programme wants 2 facilitators and this team has 1');
	const form = { ...carriedBy(plan), intent: 'save' };
	const refused = await visit(context, '/cohorts/new', { as: coordinator, form });
	expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Tick that you know')]);
	const saved = await visit(context, '/cohorts/new', { as: coordinator, form: { ...form, accept: 'yes' } });
	expect(saved.status).toBe(302);
});

test.each<[string, Typed, number, string]>([
	['no name', { name: '' }, 400, 'Enter a name for the cohort'],
	['an impossible date', { 'earliestStart-day': '30' }, 400, 'There is no such day as 30 2 2026'],
	['a year beyond all plans', { 'earliestStart-year': '9999' }, 400, 'Enter a year from 2000 to 2099'],
	['a capacity of -1', { places: '-1' }, 400, 'Enter a number of places from 1 to 99'],
	['no facilitator', { leadId: '' }, 400, 'Choose a lead facilitator'],
	['no slot', { weekday1: '', time1: '' }, 400, 'Choose a weekday and enter a start time'],
	['a time that is none', { time1: 'half six' }, 400, '“half six” is not a start time. Enter it as 6:30pm or 18:30'],
	['a time that is morning or evening', { time1: '6.30' }, 400, '“6.30” is not a start time'],
	['a slot without its weekday', { time2: '7pm' }, 400, 'Choose the weekday of this start time'],
	['a slot twice', { weekday2: 'monday', time2: '18:30' }, 422, 'Monday at 6:30pm is there twice'],
	['two slots that overlap', { weekday2: 'monday', time2: '19:30' }, 422, 'runs into the one on'],
	['a start that the clocks skip', { weekday1: 'sunday', time1: '1.30am' }, 422, 'that time does not exist'],
	['a week that ends before it starts', { skippedWeeks: '20 to 16 February 2026' }, 400, 'before it starts on'],
	['a week that is none', { skippedWeeks: 'Easter' }, 400, 'Line 1, “Easter”, is not a week'],
	['a field sent twice', { name: ['a', 'b'] }, 400, 'Answer this once'],
	['a slot sent twice', { time1: ['18:30', '19:30'] }, 400, 'Answer this once'],
	['a forged programme', { programme: 'forged' }, 400, 'Choose a programme from the list'],
	['a forged area', { areaId: 'forged' }, 422, 'Choose an area from the list'],
	['a forged room', { place: 'room:forged' }, 422, 'Choose a place from the list'],
	['a forged place', { place: 'moon' }, 400, 'Choose where it meets'],
	[
		'a forged facilitator',
		{ leadId: 'forged' },
		422,
		'Choose the team again. Somebody whom you chose is not available for this cohort',
	],
	['a forged nation', { nation: 'france' }, 400, 'Choose a nation from the list'],
])(
	'%s is refused with a sentence, everything typed kept and nothing saved',
	async (_what, change, status, sentence) => {
		const { context, coordinator, send } = office();
		for (const intent of ['plan', 'save']) {
			const answer = await send(intent, change);
			expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(sentence)]);
			expect(answer.html).toContain(`${change.skippedWeeks ?? '16 February 2026, Half term'}</textarea>`);
			expect(answer.html).toContain(`<option value="${change.weekday1 ?? 'monday'}" selected="">`);
		}
		expect(listCohorts(context.db, coordinator)).toEqual([]);
	},
);

test('a facilitator who is lead and co-facilitator at once is refused', async () => {
	const { sam, send } = office();
	const answer = await send('plan', { coFacilitatorIds: sam.staffId });
	expect([answer.status, answer.text]).toEqual([
		422,
		expect.stringContaining('The lead facilitator is ticked as a co-facilitator too'),
	]);
});

test('a coordinator is offered their own areas and sides alone, and finds nothing by forging others', async () => {
	const { context, coordinator, send } = office();
	const elsewhere = givenPlaces(context, 'Southfield');
	const page = await visit(context, '/cohorts/new', { as: coordinator });
	expect(page.text).not.toContain('Inspiring Families: non-abusing');
	expect(page.html).not.toContain(`value="${elsewhere.areaId}"`);
	const otherSide = programmeIdOf({ slug: 'inspiring-families-non-abusing', version: '1', variant: null });
	expect((await send('plan', { programme: otherSide })).status).toBe(404);
	expect((await send('plan', { areaId: elsewhere.areaId })).status).toBe(404);
});

test('a cohort laid out for another nation keeps clear of that nation’s holidays, and past dates are pointed out', async () => {
	const { send } = office();
	const plan = await send('plan', {
		nation: 'northern-ireland',
		weekday1: 'tuesday',
		'earliestStart-month': '12',
		'earliestStart-year': '2025',
	});
	expect(plan.text).toContain("Bank holiday: St Patrick's Day");
	expect(plan.text).toContain('5 of these sessions are in the past');
});
