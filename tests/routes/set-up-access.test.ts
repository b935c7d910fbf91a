import { expect, test } from 'vitest';
import { ROLES, type Role } from '#app/domain/access/actor.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { seedBankHolidays } from '#app/use-cases/places/seed-bank-holidays.ts';
import { listBankHolidays } from '#db/queries/closures.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenFamily } from '#tests/support/families.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

const programmeId = programmeIdOf({ slug: 'caring-dads', version: '1', variant: null });

/**
 * Every page of setting up, and the roles that find it; a facilitator and a coordinator are on
 * the cohort's own team and area.
 */
const PAGES: readonly [string, readonly Role[]][] = [
	['/staff', ['administrator']],
	['/staff/new', ['administrator']],
	['/staff/:staff', ['administrator']],
	['/staff/:staff/link', ['administrator']],
	['/staff/:staff/deactivation', ['administrator']],
	['/places', ['coordinator', 'lead', 'administrator']],
	['/places/areas/new', ['administrator']],
	['/places/areas/:area', ['administrator']],
	['/places/areas/:area/venues/new', ['administrator']],
	['/places/venues/:venue', ['administrator']],
	['/places/venues/:venue/rooms/new', ['administrator']],
	['/places/rooms/:room', ['administrator']],
	['/closures', ['coordinator', 'lead', 'administrator']],
	['/closures/new', ['lead', 'administrator']],
	['/closures/bank-holidays/scotland', ['coordinator', 'lead', 'administrator']],
	['/closures/bank-holidays/days/:holiday/removal', ['lead', 'administrator']],
	['/cohorts/new', ['coordinator', 'lead']],
	['/cohorts/:cohort/members/new', ['coordinator']],
	['/enrolments/:enrolment/exit', ['coordinator', 'lead']],
	['/enrolments/:enrolment/exit/undo', ['coordinator', 'lead']],
	['/people', ['facilitator', 'coordinator', 'lead', 'partner-support', 'observer', 'read-only']],
	['/people/:person', ['facilitator', 'coordinator', 'lead', 'read-only']],
	['/people/:person/restriction', ['lead']],
	['/people/:person/non-associations', ['lead']],
	['/search', ['facilitator', 'coordinator', 'lead', 'partner-support', 'observer', 'read-only']],
	['/families', ['lead', 'partner-support']],
	['/families/new', ['lead', 'partner-support']],
	['/families/:family', ['lead', 'partner-support']],
	['/families/:family/worker', ['lead', 'partner-support']],
	['/families/:family/members/new', ['lead', 'partner-support']],
	['/cohorts/:cohort/pair', ['lead']],
	['/sessions/:session/observers', ['lead']],
	['/observations', ['observer']],
	['/decisions', ['lead']],
	['/access-policy', ['lead']],
	['/programmes', [...ROLES]],
	[`/programmes/${programmeId}`, [...ROLES]],
	[`/programmes/${programmeId}/plans/1`, [...ROLES]],
];

function world() {
	const context = testContext({ now: '2026-01-20T12:00:00Z' });
	seedBankHolidays(context);
	const places = givenPlaces(context);
	const actors = {
		facilitator: givenStaff(context, { roles: ['facilitator'] }),
		coordinator: givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId] }),
		lead: givenStaff(context, { roles: ['lead'] }),
		administrator: givenStaff(context, { roles: ['administrator'] }),
		'partner-support': givenStaff(context, {
			roles: ['partner-support'],
			areaIds: [places.areaId],
			sides: ['survivor'],
		}),
		observer: givenStaff(context, { roles: ['observer'] }),
		'read-only': givenStaff(context, { roles: ['read-only'], areaIds: [places.areaId] }),
	};
	const cohort = givenCohort(context, { ...places, team: [actors.facilitator] });
	const member = givenMember(context, cohort);
	const hidden = givenCohort(context, { ...givenPlaces(context, 'Southfield'), side: 'survivor' });
	const hiddenMember = givenMember(context, hidden);
	const holiday = listBankHolidays(context.db, actors.administrator)[0]!.id;
	const ids: Readonly<Record<string, string>> = {
		staff: actors.facilitator.staffId,
		area: places.areaId,
		venue: places.venueId,
		room: places.roomId,
		holiday,
		cohort: cohort.cohortId,
		enrolment: member.enrolmentId,
		person: member.personId,
		session: cohort.sessionIds[0]!,
		family: givenFamily(context, { areaId: places.areaId, by: actors.lead }),
	};
	const forged = Object.fromEntries(Object.keys(ids).map((name) => [name, 'forged']));
	const others = {
		...forged,
		cohort: hidden.cohortId,
		enrolment: hiddenMember.enrolmentId,
		person: hiddenMember.personId,
	};
	return { context, actors, ids, forged, others };
}

const at = (path: string, ids: Readonly<Record<string, string>>) =>
	path.replace(/:(\w+)/, (_all, name: string) => ids[name]!);

test.each(PAGES)('%s is there for %s and for nobody else', async (path, roles) => {
	const { context, actors, ids } = world();
	for (const role of ROLES) {
		const answer = await visit(context, at(path, ids), { as: actors[role] });
		expect([role, answer.status]).toEqual([role, roles.includes(role) ? 200 : 404]);
		if (!roles.includes(role)) {
			const posted = await visit(context, at(path, ids), { as: actors[role], form: { version: '1', name: 'x' } });
			expect([role, [404, 405].includes(posted.status)]).toEqual([role, true]);
		}
	}
	const nobody = await visit(context, at(path, ids));
	expect([nobody.status, nobody.location]).toEqual([302, '/sign-in']);
});

test('what is not there and what is not yours answer with the same bytes', async () => {
	const { context, actors, forged, others } = world();
	const as = actors.coordinator;
	for (const [path] of PAGES.filter(([pattern]) => /:(cohort|enrolment|person)/.test(pattern))) {
		const absent = await visit(context, at(path, forged), { as });
		const hidden = await visit(context, at(path, others), { as });
		expect([path, absent.status, hidden.status]).toEqual([path, 404, 404]);
		expect(hidden.html).toBe(absent.html);
		const posted = await visit(context, at(path, others), { as, form: { version: '1' } });
		expect([404, 405]).toContain(posted.status);
	}
});

test('no title and no address of these pages names a person or a programme', async () => {
	const { context, actors, ids } = world();
	for (const [path, roles] of PAGES) {
		const { html } = await visit(context, at(path, ids), { as: actors[roles[0]!] });
		const title = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '';
		expect(title).toMatch(/ - Plumbline$/);
		expect(title).not.toMatch(/Smith|Okafor|Caring|Inspiring/);
		expect([...html.matchAll(/href="([^"]+)"/g)].filter(([, href]) => /caring|inspiring|smith/i.test(href!))).toEqual(
			[],
		);
	}
});
