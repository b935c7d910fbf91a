import type { Side } from '../programmes/programme.ts';
import type { AreaId, StaffId } from '../shared/ids.ts';
import type { Actor, Role, StaffActor } from './actor.ts';

/** What somebody may read or write. */
export type AccessRecord =
	| 'programme'
	| 'cohort'
	| 'register'
	| 'delivery-log'
	| 'person'
	| 'safe-contact'
	| 'exit'
	| 'message'
	| 'import'
	| 'staff'
	| 'places'
	| 'closures'
	| 'own-calendar'
	| 'audit'
	| 'alert';

export type Access = 'read' | 'write';

/** How a member of staff stands to a cohort and all that hangs on it: on its team, arranging its area and side, or neither. */
export type Relation = 'team' | 'area' | 'organisation';

type Grant = {
	readonly role: Role;
	readonly relation: Relation;
	readonly may: Access;
	readonly records: readonly AccessRecord[];
};

/** The policy: what is not listed is refused (docs/security.md). Write includes read. An administrator sees no case data. */
export const POLICY: readonly Grant[] = [
	{ role: 'facilitator', relation: 'team', may: 'write', records: ['register', 'delivery-log', 'safe-contact'] },
	{ role: 'facilitator', relation: 'team', may: 'read', records: ['cohort', 'person', 'message'] },
	{ role: 'facilitator', relation: 'organisation', may: 'read', records: ['programme'] },
	{ role: 'facilitator', relation: 'organisation', may: 'write', records: ['own-calendar'] },
	{
		role: 'coordinator',
		relation: 'area',
		may: 'write',
		records: ['cohort', 'register', 'person', 'safe-contact', 'exit', 'import'],
	},
	{ role: 'coordinator', relation: 'area', may: 'read', records: ['delivery-log', 'message'] },
	{ role: 'coordinator', relation: 'organisation', may: 'read', records: ['programme', 'places', 'closures'] },
	{ role: 'coordinator', relation: 'organisation', may: 'write', records: ['own-calendar'] },
	{
		role: 'lead',
		relation: 'organisation',
		may: 'write',
		records: ['cohort', 'register', 'exit', 'own-calendar', 'alert'],
	},
	{
		role: 'lead',
		relation: 'organisation',
		may: 'read',
		records: ['programme', 'person', 'delivery-log', 'message', 'places', 'closures', 'audit'],
	},
	{
		role: 'administrator',
		relation: 'organisation',
		may: 'write',
		records: ['staff', 'places', 'closures', 'own-calendar'],
	},
	{ role: 'administrator', relation: 'organisation', may: 'read', records: ['programme'] },
];

/** What decides how somebody stands to a cohort. */
export type CohortFacts = {
	readonly areaId: AreaId;
	readonly side: Side;
	readonly teamStaffIds: readonly StaffId[];
};

/** How the member of staff stands to this cohort; `organisation` always holds. */
export function relationsTo(actor: StaffActor, cohort: CohortFacts): readonly Relation[] {
	const relations: Relation[] = ['organisation'];
	if (cohort.teamStaffIds.includes(actor.staffId)) relations.push('team');
	if (actor.areaIds.includes(cohort.areaId) && actor.sides.includes(cohort.side)) relations.push('area');
	return relations;
}

/** The relations by which this member of staff may do this to such a record: none means never. */
export function grantedRelations(actor: StaffActor, may: Access, record: AccessRecord): readonly Relation[] {
	const grants = POLICY.filter(
		(grant) =>
			actor.roles.includes(grant.role) &&
			grant.records.includes(record) &&
			(grant.may === may || grant.may === 'write'),
	);
	return [...new Set(grants.map((grant) => grant.relation))];
}

/** Whether the actor may do this to a record that belongs to the cohort. The operator may do everything. */
export function mayOnCohort(actor: Actor, may: Access, record: AccessRecord, cohort: CohortFacts): boolean {
	if (actor.kind === 'operator') return true;
	const relations = relationsTo(actor, cohort);
	return grantedRelations(actor, may, record).some((relation) => relations.includes(relation));
}

/** Whether the actor may do this to at least some record of the kind: decides whether a page is there for them at all. */
export function mayAtAll(actor: Actor, may: Access, record: AccessRecord): boolean {
	return actor.kind === 'operator' || grantedRelations(actor, may, record).length > 0;
}
