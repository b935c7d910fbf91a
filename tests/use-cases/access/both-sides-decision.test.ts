import { expect, test } from 'vitest';
import type { Side } from '#app/domain/programmes/programme.ts';
import { decideBothSides, endBothSides } from '#app/use-cases/access/decide-both-sides.ts';
import { changeDuties } from '#app/use-cases/staff/change-duties.ts';
import { listCohorts } from '#db/queries/cohorts.ts';
import { findStaffActor, findStaffMember } from '#db/queries/staff.ts';
import { testContext } from '#tests/support/context.ts';
import { givenTwoSides } from '#tests/support/families.ts';
import { givenStaff } from '#tests/support/world.ts';

function office() {
	const context = testContext();
	const two = givenTwoSides(context);
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const { staffId, name } = two.hisCoordinator;
	const decide = (as = two.lead) => decideBothSides(context, as, { staffId, reason: 'The only one in the area' });
	const end = (as = two.lead) => endBothSides(context, as, staffId);
	const give = (sides: readonly Side[], version?: number) => {
		const now = findStaffMember(context.db, administrator, staffId)!.version;
		const duties = { roles: ['coordinator'], areaIds: [two.areaId], sides } as const;
		return changeDuties(context, administrator, { staffId, name, version: version ?? now, ...duties });
	};
	const reaches = () =>
		listCohorts(context.db, findStaffActor(context.db, { staffId, name })).map(({ name: cohort }) => cohort);
	return { context, ...two, decide, end, give, reaches };
}

const BOTH = ['perpetrator', 'survivor'] as const;

test('a coordinator works on both sides only by a lead’s decision, which gives nothing by itself', () => {
	const { decide, give, reaches } = office();
	expect(give(BOTH)).toMatchObject({ code: 'both-sides-undecided' });
	expect(decide()).toMatchObject({ done: true });
	expect(reaches()).toEqual(['Tuesday group']);
	expect(give(BOTH)).toMatchObject({ done: true });
	expect(reaches()).toEqual(['Friday group', 'Tuesday group']);
	expect(decide()).toMatchObject({ code: 'unknown-coordinator' });
});

test('who holds both sides loses both at once when the decision ends, and gets one back from an administrator', () => {
	const { decide, end, give, reaches } = office();
	decide();
	give([...BOTH, 'professional']);
	const opened = 2;
	expect(end()).toMatchObject({ done: true });
	expect(reaches()).toEqual([]);
	expect(give(BOTH)).toMatchObject({ code: 'both-sides-undecided' });
	expect(give(['survivor'], opened)).toMatchObject({ code: 'changed-meanwhile' });
	expect(give(['survivor'])).toMatchObject({ done: true });
	expect(reaches()).toEqual(['Friday group']);
	expect(end()).toMatchObject({ code: 'not-found' });
});

test('who holds one side keeps it when the decision ends', () => {
	const { decide, end, reaches } = office();
	decide();
	expect(end()).toMatchObject({ done: true });
	expect(reaches()).toEqual(['Tuesday group']);
});

test('the decision is a lead’s, about a coordinator who is somebody else', () => {
	const { context, areaId, sam, worker, hisCoordinator, decide, end } = office();
	for (const as of [sam, worker, hisCoordinator]) {
		expect(decide(as)).toMatchObject({ code: 'not-found' });
		expect(end(as)).toMatchObject({ code: 'not-found' });
	}
	const leads = givenStaff(context, { roles: ['lead', 'coordinator'], areaIds: [areaId] });
	const about = ({ staffId }: typeof sam) => decideBothSides(context, leads, { staffId, reason: 'x' });
	expect(about(sam)).toMatchObject({ code: 'unknown-coordinator' });
	expect(about(leads)).toMatchObject({ code: 'own-decision' });
});
