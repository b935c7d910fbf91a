import { expect, test } from 'vitest';
import { type AreaId, asId, type StaffId } from '#app/domain/shared/ids.ts';
import { makeCalendarFeed } from '#app/use-cases/calendar/make-calendar-feed.ts';
import { openCalendarFeed } from '#app/use-cases/calendar/open-calendar-feed.ts';
import { acceptInvitation } from '#app/use-cases/staff/accept-invitation.ts';
import { changeDuties } from '#app/use-cases/staff/change-duties.ts';
import { deactivateStaff } from '#app/use-cases/staff/deactivate-staff.ts';
import { identifyStaff } from '#app/use-cases/staff/identify-staff.ts';
import { inviteStaff } from '#app/use-cases/staff/invite-staff.ts';
import { renewLink } from '#app/use-cases/staff/renew-link.ts';
import { startSignIn } from '#app/use-cases/staff/sign-in.ts';
import { findInvitation, findStaffMember, listStaff } from '#db/queries/staff.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenPlaces, givenStaff } from '#tests/support/world.ts';

const NEWCOMER = {
	name: 'Noor Haddad',
	email: ' Noor@Example.org ',
	roles: ['facilitator'],
	areaIds: [],
	sides: [],
} as const;

function office() {
	const context = testContext();
	return { context, administrator: givenStaff(context, { name: 'Ada Quist', roles: ['administrator'], sides: [] }) };
}

const invitationOf = ({ db, credentials, clock }: TestContext, secret: string) =>
	findInvitation(db, credentials.hashSecret(secret), clock.now());

test('an administrator invites somebody, whose link works for a week', () => {
	const { context, administrator } = office();
	const invited = inviteStaff(context, administrator, NEWCOMER);
	if (!invited.done) throw new Error(invited.code);
	expect(invitationOf(context, invited.value.linkSecret)).toMatchObject({ email: 'noor@example.org' });
	expect(findStaffMember(context.db, administrator, invited.value.staffId)).toMatchObject({
		state: 'invited',
		roles: ['facilitator'],
	});
	context.setNow('2026-03-10T18:00:00Z');
	expect(invitationOf(context, invited.value.linkSecret)).toBeNull();
});

test('one address is one account, capitals or not', () => {
	const { context, administrator } = office();
	inviteStaff(context, administrator, NEWCOMER);
	expect(inviteStaff(context, administrator, { ...NEWCOMER, email: 'NOOR@example.org' })).toMatchObject({
		code: 'email-in-use',
	});
});

test('nobody is invited without a role, a coordinator not without an area and a side, and no area is made up', () => {
	const { context, administrator } = office();
	const { areaId } = givenPlaces(context);
	const invite = (change: object) => inviteStaff(context, administrator, { ...NEWCOMER, ...change });
	expect(invite({ roles: [] })).toMatchObject({ code: 'no-role' });
	expect(invite({ roles: ['coordinator'], sides: ['perpetrator'] })).toMatchObject({
		code: 'role-without-area',
	});
	expect(invite({ roles: ['coordinator'], areaIds: [areaId] })).toMatchObject({ code: 'role-without-side' });
	expect(invite({ areaIds: [asId<AreaId>('forged')] })).toMatchObject({ code: 'unknown-area' });
	expect(listStaff(context.db, administrator)).toHaveLength(1);
});

test('nobody but an administrator finds staff, invites, changes, closes or makes links', () => {
	const { context, administrator } = office();
	const staffId = administrator.staffId;
	for (const role of ['facilitator', 'coordinator', 'lead'] as const) {
		const other = givenStaff(context, { roles: [role] });
		expect(listStaff(context.db, other)).toEqual([]);
		expect(inviteStaff(context, other, NEWCOMER)).toMatchObject({ code: 'not-found' });
		expect(changeDuties(context, other, { ...NEWCOMER, staffId, version: 1 })).toMatchObject({ code: 'not-found' });
		expect(deactivateStaff(context, other, { staffId, version: 1 })).toMatchObject({ code: 'not-found' });
		expect(renewLink(context, other, { staffId, version: 1 })).toMatchObject({ code: 'not-found' });
	}
});

test('duties change as a whole, and a page that was opened before somebody else changed them is refused', () => {
	const { context, administrator } = office();
	const { areaId } = givenPlaces(context);
	const sam = givenStaff(context);
	const change = {
		name: 'Sam Okafor',
		roles: ['coordinator'],
		areaIds: [areaId],
		sides: ['survivor'],
		staffId: sam.staffId,
		version: 1,
	} as const;
	expect(changeDuties(context, administrator, change)).toMatchObject({ done: true });
	expect(findStaffMember(context.db, administrator, sam.staffId)).toMatchObject({
		roles: ['coordinator'],
		areas: [{ name: 'Northfield' }],
		sides: ['survivor'],
		version: 2,
	});
	const stale = changeDuties(context, administrator, { ...change, roles: ['lead'] });
	expect(stale).toMatchObject({ code: 'changed-meanwhile', details: { now: { roles: ['coordinator'], version: 2 } } });
	expect(findStaffMember(context.db, administrator, sam.staffId)).toMatchObject({ roles: ['coordinator'] });
});

test('the last active administrator stays one, whoever else is invited', () => {
	const { context, administrator } = office();
	inviteStaff(context, administrator, { ...NEWCOMER, roles: ['administrator'] });
	const stepDown = {
		name: 'Ada Quist',
		roles: ['lead'],
		areaIds: [],
		sides: [],
		staffId: administrator.staffId,
		version: 1,
	} as const;
	expect(changeDuties(context, administrator, stepDown)).toMatchObject({ code: 'last-administrator' });
	givenStaff(context, { name: 'Bo Second', roles: ['administrator'] });
	expect(changeDuties(context, administrator, stepDown)).toMatchObject({ done: true });
});

test('a closed account ends every sign-in and every link of its owner at once', () => {
	const { context, administrator } = office();
	const sam = givenStaff(context);
	const { secret } = startSignIn(context, context.db, { staffId: sam.staffId, now: context.clock.now() });
	const link = renewLink(context, administrator, { staffId: sam.staffId, version: 1 });
	expect(identifyStaff(context, secret)).toMatchObject({ name: 'Sam Okafor' });
	expect(deactivateStaff(context, administrator, { staffId: sam.staffId, version: 1 })).toMatchObject({ done: true });
	expect(identifyStaff(context, secret)).toBeNull();
	expect(link.done && invitationOf(context, link.value.linkSecret)).toBeNull();
});

test('a closed account’s calendar address is ended, and stays so when the account opens again', async () => {
	const { context, administrator } = office();
	const sam = givenStaff(context);
	const feed = makeCalendarFeed(context, sam);
	const secret = feed.done ? feed.value.secret : '';
	expect(openCalendarFeed(context, secret)?.entries).toEqual([]);
	deactivateStaff(context, administrator, { staffId: sam.staffId, version: 1 });
	const back = renewLink(context, administrator, { staffId: sam.staffId, version: 2 });
	const linkSecret = back.done ? back.value.linkSecret : '';
	const accepted = await acceptInvitation(context, { linkSecret, password: 'slow river under the bridge' });
	expect(accepted).toMatchObject({ done: true });
	expect(openCalendarFeed(context, secret)).toBeNull();
});

test('nobody closes their own account, and there is nothing to close under a forged id', () => {
	const { context, administrator } = office();
	expect(deactivateStaff(context, administrator, { staffId: administrator.staffId, version: 1 })).toMatchObject({
		code: 'oneself',
	});
	expect(deactivateStaff(context, administrator, { staffId: asId<StaffId>('forged'), version: 1 })).toMatchObject({
		code: 'not-found',
	});
});

test('a new link ends the one before', () => {
	const { context, administrator } = office();
	const sam = givenStaff(context);
	const one = renewLink(context, administrator, { staffId: sam.staffId, version: 1 });
	const two = renewLink(context, administrator, { staffId: sam.staffId, version: 1 });
	if (!one.done || !two.done) throw new Error('refused');
	expect(invitationOf(context, one.value.linkSecret)).toBeNull();
	expect(invitationOf(context, two.value.linkSecret)).toMatchObject({ staffId: sam.staffId });
});

test('somebody who comes back gets in by a new link, and not by the password from before', () => {
	const { context, administrator } = office();
	const sam = givenStaff(context);
	deactivateStaff(context, administrator, { staffId: sam.staffId, version: 1 });
	const back = renewLink(context, administrator, { staffId: sam.staffId, version: 2 });
	expect(back.done && invitationOf(context, back.value.linkSecret)).toMatchObject({ staffId: sam.staffId });
	expect(findStaffMember(context.db, administrator, sam.staffId)).toMatchObject({ state: 'invited' });
});
