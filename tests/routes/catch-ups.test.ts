import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { visit } from '#tests/support/app.ts';
import { givenMember } from '#tests/support/world.ts';
import { givenTerm, type Term } from '../use-cases/sessions/given.ts';

const TIME = { 'day-day': '15', 'day-month': '1', 'day-year': '2026', startTime: '10am', endTime: '11am' };

/** The day after session 1, which both members missed, one of them with an apology. */
function givenMissed() {
	const term = givenTerm();
	const { context, cohortId, sessionIds, enrolmentId, sam } = term;
	const other = givenMember(context, { cohortId, sessionIds }, { givenName: 'Ben', familyName: 'Hale' });
	context.setNow('2026-01-14T12:00:00Z');
	const entry = { minutes: null, note: null };
	const choices = [
		{ enrolmentId, openedVersion: 1, entry: { ...entry, mark: 'absent-no-contact', reason: null } as const },
		{
			...{ enrolmentId: other.enrolmentId, openedVersion: 1 },
			entry: { ...entry, mark: 'absent-notified', reason: 'illness' } as const,
		},
	];
	const register = { sessionId: sessionIds[0]!, choices, restAttended: false, correctionReason: null };
	expect(recordRegister(context, sam, register)).toMatchObject({ done: true });
	return { ...term, other, missedId: sessionIds[0]! };
}
type World = Term & { readonly other: ReturnType<typeof givenMember>; readonly missedId: SessionId };
type Form = Record<string, string | readonly string[]>;

const see = ({ context, sam }: World, path: string, as: StaffActor = sam) => visit(context, path, { as });
const send = ({ context, sam }: World, path: string, form: Form, as: StaffActor = sam) =>
	visit(context, path, { as, form: form as never });

async function booked(world: World): Promise<SessionId> {
	const enrolmentId = [world.enrolmentId, world.other.enrolmentId];
	const sent = await send(world, paths.bookCatchUp(world.missedId), {
		...TIME,
		enrolmentId,
		staffId: world.sam.staffId,
	});
	expect(sent.status).toBe(302);
	return /sessions\/(\w+)/.exec(sent.location!)![1] as SessionId;
}

test('from the register a catch-up is booked for two people at once, and it is called one wherever it stands', async () => {
	const world = givenMissed();
	const { cohortId, missedId } = world;
	const register = await see(world, paths.register(missedId));
	expect(register.text).toContain('2 people need a catch-up of this session.');
	const page = await see(world, paths.bookCatchUp(missedId));
	expect(page.text).toContain('Alex Smith Last day');
	expect(page.text).toContain('The next time at which the facilitators are free');
	const id = await booked(world);
	const session = await see(world, paths.session(id, 'catch-up-booked'));
	expect(session.text).toContain('The catch-up is booked.');
	expect(session.text).toContain('catch-up of session 1 of');
	expect((await see(world, paths.register(id))).text).toContain('Catch-up register');
	expect((await see(world, paths.today())).text).toContain('catch-up of session 1');
	const cohort = await see(world, paths.cohort(cohortId));
	expect(cohort.text).toContain('Booked Person Missed When');
	expect(cohort.text).toContain('Missed: 2, of these 1 with an apology.');
	const person = await see(world, paths.person(world.personId));
	expect(person.text).toContain('Session 1 booked for 15 January 2026');
	expect((await see(world, paths.register(missedId))).text).not.toContain('need a catch-up of this session');
	expect((await see(world, paths.session(missedId))).text).toContain(
		'0 of 2 attended, 2 missed, 1 of them with an apology',
	);
});

test('a refusal keeps what was typed and says what to do', async () => {
	const world = givenMissed();
	const path = paths.bookCatchUp(world.missedId);
	const { enrolmentId, sam } = world;
	const early = await send(world, path, { ...TIME, 'day-day': '12', enrolmentId, staffId: sam.staffId });
	expect(early.status).toBe(422);
	expect(early.text).toContain('Enter a date on or after Tuesday 13 January 2026, when Alex Smith missed the session');
	expect(early.html).toContain('value="10am"');
	const late = await send(world, path, { ...TIME, 'day-month': '12', enrolmentId, staffId: sam.staffId });
	expect(late.text).toContain('For Alex Smith the last day is');
	const nobody = await send(world, path, { ...TIME, staffId: sam.staffId });
	expect(nobody.text).toContain('Choose who the catch-up is for');
	const taken = await send(world, path, {
		...{ ...TIME, 'day-day': '20', startTime: '7pm', endTime: '8pm' },
		...{ enrolmentId, staffId: sam.staffId },
	});
	expect(taken.status).toBe(422);
	expect(taken.text).toContain('Sam Okafor is with');
});

test('somebody is taken off, and with nobody left a reason is asked for and the catch-up is cancelled', async () => {
	const world = givenMissed();
	const id = await booked(world);
	const path = paths.catchUpCancellation(id);
	expect((await see(world, path)).text).toContain('Who no longer comes?');
	const off = await send(world, path, { enrolmentId: world.enrolmentId, reason: '' });
	expect(off).toMatchObject({ status: 302, location: paths.session(id, 'taken-off') });
	const silent = await send(world, path, { enrolmentId: world.other.enrolmentId, reason: '' });
	expect(silent.text).toContain('Enter why, because nobody is left and it is cancelled');
	const all = await send(world, path, { enrolmentId: world.other.enrolmentId, reason: 'The room is not free' });
	expect(all).toMatchObject({ status: 302, location: paths.session(id, 'catch-up-cancelled') });
	const page = await see(world, all.location!);
	expect(page.text).toContain('This catch-up was cancelled: The room is not free');
	expect((await see(world, paths.cohort(world.cohortId))).text).toContain('Needed Person Missed Last day To do');
});
