import { expect, test } from 'vitest';
import { CLOCK } from '#app/domain/access/actor.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import type { AccreditationId } from '#app/domain/shared/ids.ts';
import { recordAccreditation, removeAccreditation } from '#app/use-cases/team/keep-accreditations.ts';
import { programmesToAccredit } from '#app/use-cases/team/programmes-to-accredit.ts';
import { remindOfAccreditations } from '#app/use-cases/team/remind-of-accreditations.ts';
import { listAccreditations } from '#db/queries/team/staff-time.ts';
import * as schema from '#db/schema/index.ts';
import { givenStaff } from '#tests/support/world.ts';
import { givenAccreditation, givenTeams } from './given.ts';

const FROM = { programmeSlug: 'caring-dads', accreditedOn: calendarDay('2026-03-02'), expiresOn: null };

test('a lead or an administrator records what somebody is accredited for and takes a mistake out; nobody else does', () => {
	const { context, kim, lead, sam, hisCoordinator, worker } = givenTeams();
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const newcomer = givenStaff(context, { name: 'New Person', accreditedFor: [] });
	for (const who of [sam, hisCoordinator, worker, newcomer]) {
		expect(recordAccreditation(context, who, { staffId: newcomer.staffId, ...FROM })).toMatchObject({
			code: 'not-found',
		});
	}
	for (const [who, accreditedOn] of [
		[lead, '2026-03-02'],
		[administrator, '2026-03-03'],
	] as const) {
		const given = { ...FROM, staffId: newcomer.staffId, accreditedOn: calendarDay(accreditedOn) };
		expect(recordAccreditation(context, who, given)).toMatchObject({ done: true });
		expect(recordAccreditation(context, who, given)).toMatchObject({ code: 'recorded-already' });
	}
	const programmes = programmesToAccredit(context.content);
	const held = () => listAccreditations(context.db, lead, [newcomer.staffId], programmes);
	expect(held()).toHaveLength(2);
	const takes = (who: typeof lead, accreditationId: AccreditationId) =>
		removeAccreditation(context, who, { staffId: newcomer.staffId, accreditationId });
	expect(takes(hisCoordinator, held()[0]!.id)).toMatchObject({ code: 'not-found' });
	expect(removeAccreditation(context, lead, { staffId: kim.staffId, accreditationId: held()[0]!.id })).toMatchObject({
		code: 'not-found',
	});
	expect(takes(lead, held()[0]!.id)).toMatchObject({ done: true });
	expect(held()).toHaveLength(1);
});

test('an accreditation ends on or after its first day and is for a programme that there is', () => {
	const { context, lead, kim } = givenTeams();
	const { staffId } = kim;
	const early = { ...FROM, staffId, expiresOn: calendarDay('2026-03-01') };
	expect(recordAccreditation(context, lead, early)).toMatchObject({ code: 'ends-before-start' });
	expect(recordAccreditation(context, lead, { ...FROM, staffId, programmeSlug: 'no-such' })).toMatchObject({
		code: 'unknown-programme',
	});
});

test('who arranges one side reads the accreditations for its programmes alone', () => {
	const { context, hisCoordinator, herCoordinator, lead, kim } = givenTeams();
	givenAccreditation(context, kim, { programmeSlug: 'inspiring-families-non-abusing' });
	const programmes = programmesToAccredit(context.content);
	const readBy = (who: typeof lead) =>
		listAccreditations(context.db, who, [kim.staffId], programmes).map(({ programmeSlug }) => programmeSlug);
	expect(readBy(hisCoordinator)).toEqual(['caring-dads']);
	expect(readBy(herCoordinator)).toEqual(['inspiring-families-non-abusing']);
	expect(readBy(lead)).toEqual(['caring-dads', 'inspiring-families-non-abusing']);
	expect(readBy(kim)).toEqual(['caring-dads', 'inspiring-families-non-abusing']);
});

test('they and every lead are told once of an accreditation that ends within sixty days, until it is renewed', () => {
	const { context, lead } = givenTeams();
	const newcomer = givenStaff(context, { name: 'New Person', accreditedFor: [] });
	const id = givenAccreditation(context, newcomer, { expiresOn: '2026-05-10' });
	const notices = () =>
		context.db
			.select()
			.from(schema.staffNotices)
			.all()
			.map(({ staffId, kind, aboutId, readAt }) => ({ staffId, kind, aboutId, isRead: readAt !== null }));
	const about = { aboutId: id, isRead: false };
	const own = { ...about, staffId: newcomer.staffId, kind: 'own-accreditation-ends' };
	const toLead = { ...about, staffId: lead.staffId, kind: 'accreditation-ends' };
	remindOfAccreditations(context, CLOCK);
	expect(notices()).toEqual([]);
	context.setNow('2026-03-11T12:00:00Z');
	for (let minute = 0; minute < 3; minute += 1) remindOfAccreditations(context, CLOCK);
	expect(notices()).toEqual([own, toLead]);
	const { staffId } = newcomer;
	recordAccreditation(context, lead, { ...FROM, staffId, accreditedOn: calendarDay('2026-05-11') });
	expect(notices().every(({ isRead }) => isRead)).toBe(true);
});
