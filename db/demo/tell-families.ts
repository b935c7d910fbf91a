import type { Relationship } from '#app/domain/people/family.ts';
import type { FamilyId, PersonId } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { assignObserver } from '#app/use-cases/access/assign-observer.ts';
import { restrictPerson } from '#app/use-cases/access/restrict-person.ts';
import { addFamily } from '#app/use-cases/families/add-family.ts';
import { addFamilyMember, type WhoBelongs } from '#app/use-cases/families/add-family-member.ts';
import { linkCohorts } from '#app/use-cases/families/link-cohorts.ts';
import { setNonAssociation } from '#app/use-cases/families/set-non-association.ts';
import { findFamily } from '../queries/families/families.ts';
import { findPerson } from '../queries/people.ts';
import { listSessions } from '../queries/sessions.ts';
import { FAMILY_NAMES, MENS_NAMES, WOMENS_NAMES } from './cast.ts';
import { certainly, type Stage } from './stage.ts';
import type { ToldCohort } from './tell-cohort.ts';

/** The cohorts of the story in the order in which it tells them. */
export type ToldCohorts = readonly [
	goingWell: ToldCohort,
	losingMen: ToldCohort,
	over: ToldCohort,
	beginning: ToldCohort,
	fathers: ToldCohort,
	mothers: ToldCohort,
];

/** Two days ago: who belongs together in the linked pair, who may not meet whom, whose name is kept back, and who observes. */
export function tellFamilies(stage: Stage, told: ToldCohorts): void {
	const [goingWell, losingMen, , beginning, fathers, mothers] = told;
	const { context } = stage;
	const ruth = stage.actor('ruth');
	stage.at(plusMinutes(stage.now, -2 * 24 * 60));
	certainly(linkCohorts(context, ruth, { cohortId: fathers.cohortId, otherId: mothers.cohortId }));
	for (const [index, couple] of [0, 1, 2, 4].entries()) {
		const people = { father: fathers.members[couple]!.personId, mother: mothers.members[couple]!.personId };
		tellFamily(stage, `F-${index + 1}`, people, index < 2);
	}
	keepApart(stage, losingMen.members[0]!.personId, fathers.members[6]!.personId);
	const restricted = beginning.members[2]!.personId;
	const readerIds = [stage.actor('anita').staffId];
	certainly(restrictPerson(context, ruth, { personId: restricted, version: null, readerIds }));
	const sessionId = listSessions(context.db, ruth, [goingWell.cohortId]).find(({ planNumber }) => planNumber === 9)!.id;
	certainly(assignObserver(context, ruth, { sessionId, staffId: stage.actor('owen').staffId }));
}

type Couple = { readonly father: PersonId; readonly mother: PersonId };

function tellFamily(stage: Stage, reference: string, { father, mother }: Couple, hasChild: boolean): void {
	const imani = stage.actor('imani');
	const { areaId } = stage.place('Eastmoor');
	const familyId = certainly(addFamily(stage.context, imani, { areaId, reference }));
	join(stage, familyId, 'father', { kind: 'known', side: 'perpetrator', reference: referenceOf(stage, father) });
	join(stage, familyId, 'mother', { kind: 'known', side: 'survivor', reference: referenceOf(stage, mother) });
	if (!hasChild) return;
	const child = stage.newName([...MENS_NAMES, ...WOMENS_NAMES], FAMILY_NAMES);
	join(stage, familyId, 'child', { kind: 'new', reference: stage.nextReference('survivor'), ...child });
}

function join(stage: Stage, familyId: FamilyId, relationship: Relationship, who: WhoBelongs): void {
	const imani = stage.actor('imani');
	const { version } = findFamily(stage.context.db, imani, familyId)!;
	certainly(addFamilyMember(stage.context, imani, { familyId, version, relationship, who }));
}

function keepApart(stage: Stage, personId: PersonId, otherId: PersonId): void {
	const other = { side: 'perpetrator', reference: referenceOf(stage, otherId) } as const;
	certainly(setNonAssociation(stage.context, stage.actor('ruth'), { personId, other, reason: 'Court order' }));
}

function referenceOf(stage: Stage, personId: PersonId): string {
	return findPerson(stage.context.db, stage.actor('ruth'), personId)!.reference;
}
