import type { StaffActor } from '#app/domain/access/actor.ts';
import { attendanceRate } from '#app/domain/attendance/rate.ts';
import { ENROLMENT_STATE_LABELS } from '#app/domain/attrition/enrolment.ts';
import { RELATIONSHIP_NAMES } from '#app/domain/people/family.ts';
import { SIDE_NAMES, SIDES } from '#app/domain/programmes/programme.ts';
import type { FamilyId } from '#app/domain/shared/ids.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatPercent } from '#app/ui/format.ts';
import { listEnrolmentsOfPeople } from '#db/queries/enrolments.ts';
import { type FamilyMemberRow, findFamily, listFamilyMembers } from '#db/queries/families/families.ts';
import { listMarksOfPeople } from '#db/queries/people.ts';
import { sideBySide } from './side-by-side.ts';

export type FamilyView = NonNullable<ReturnType<typeof familyView>>;

/** The family with its members by side, in a fixed number of reads; null when it is not the actor's to read. */
export function familyView(context: RequestContext, actor: StaffActor, familyId: FamilyId) {
	const { db } = context;
	const family = findFamily(db, actor, familyId);
	if (!family) return null;
	const members = listFamilyMembers(db, actor, familyId);
	showsPeople(
		context,
		members.map(({ personId }) => personId),
	);
	const places = listPlaces(db, actor, members);
	const placesOf = Map.groupBy(places, ({ personId }) => personId);
	const inOrder = SIDES.flatMap((side) => members.filter((member) => member.side === side));
	const registers = inOrder.flatMap(({ personId, name }) =>
		(placesOf.get(personId) ?? []).map(({ cohort, marks }) => ({ whose: name, what: cohort, marks })),
	);
	const line = (member: FamilyMemberRow) => ({
		id: member.personId,
		name: member.name,
		reference: member.reference,
		href: paths.person(member.personId),
		relationship: RELATIONSHIP_NAMES[member.relationship],
		places: (placesOf.get(member.personId) ?? []).map(({ id, what, attended }) => ({ id, what, attended })),
		changeHref: paths.familyMember(familyId, member.personId),
	});
	return {
		id: familyId,
		reference: family.reference,
		area: family.area,
		worker: family.worker,
		registers: sideBySide(registers, context.clock.now()),
		sides: SIDES.map((side) => ({
			side,
			name: SIDE_NAMES[side],
			members: members.filter((member) => member.side === side).map(line),
		})).filter(({ side, members: those }) => side !== 'professional' || those.length > 0),
	};
}

/** Each place of these people in words, with what of its attendance the actor may read. */
function listPlaces(db: RequestContext['db'], actor: StaffActor, members: readonly FamilyMemberRow[]) {
	const ids = members.map(({ personId }) => personId);
	const marks = Map.groupBy(listMarksOfPeople(db, actor, ids), ({ enrolmentId }) => enrolmentId);
	return listEnrolmentsOfPeople(db, actor, ids).map((place) => {
		const own = marks.get(place.id) ?? [];
		const { count, outOf } = attendanceRate(own);
		return {
			personId: place.personId,
			id: place.id,
			cohort: place.cohort ?? 'a cohort',
			marks: own,
			what: `${place.cohort ?? 'A cohort'}: ${ENROLMENT_STATE_LABELS[place.state].toLowerCase()}`,
			attended: outOf > 0 ? `attended ${formatPercent(count, outOf)}` : 'no register yet',
		};
	});
}
