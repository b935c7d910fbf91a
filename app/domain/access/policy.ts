import type { Side } from '../programmes/programme.ts';
import type { AreaId, StaffId } from '../shared/ids.ts';
import type { Actor, StaffActor } from './actor.ts';
import { POLICY } from './policy-table.ts';
import { type AccessTarget, fieldsOf } from './records.ts';
import type { Access, Relation } from './relations.ts';

export type { AccessTarget } from './records.ts';
export type { Access, Relation } from './relations.ts';

/** What decides how somebody stands to a cohort. */
export type CohortFacts = {
	readonly areaId: AreaId;
	readonly side: Side;
	/** Whose duty on the team lets them in now. */
	readonly teamStaffIds: readonly StaffId[];
	/** Who delivers the session that it is about; nobody where it is about the cohort as a whole. */
	readonly deliveringIds?: readonly StaffId[];
};

/** How the member of staff stands to this cohort; `organisation` always holds. */
export function relationsTo(actor: StaffActor, cohort: CohortFacts): readonly Relation[] {
	const relations: Relation[] = ['organisation'];
	if (cohort.teamStaffIds.includes(actor.staffId)) relations.push('team');
	if (cohort.deliveringIds?.includes(actor.staffId)) relations.push('delivers');
	if (actor.areaIds.includes(cohort.areaId) && actor.sides.includes(cohort.side)) relations.push('area');
	if (actor.areaIds.includes(cohort.areaId)) relations.push('either-side');
	return relations;
}

/** The answers for a set of roles: first what somebody may do, then to what. */
type Granted = Readonly<Record<Access, Map<AccessTarget, readonly Relation[]>>>;
const grantedTo = new Map<string, Granted>();
/** The same for each list of roles, which is looked up sooner than its words are joined. */
const grantedToList = new WeakMap<StaffActor['roles'], Granted>();

/**
 * The relations by which this member of staff may do this to the field, or to any field of the record: none means never.
 * Whoever may read a part of a record may read the record, masked. Looked up in the table once for each set of roles,
 * because every page asks some thirty times.
 */
export function grantedRelations(actor: StaffActor, may: Access, target: AccessTarget): readonly Relation[] {
	const answers = (grantedToList.get(actor.roles) ?? grantedFor(actor.roles))[may];
	const known = answers.get(target);
	if (known) return known;
	const answer = lookUpRelations(actor, may, target);
	answers.set(target, answer);
	return answer;
}

function grantedFor(roles: StaffActor['roles']): Granted {
	const words = roles.join(' ');
	const granted = grantedTo.get(words) ?? { read: new Map(), write: new Map() };
	grantedTo.set(words, granted);
	grantedToList.set(roles, granted);
	return granted;
}

function lookUpRelations({ roles }: StaffActor, may: Access, target: AccessTarget): readonly Relation[] {
	const wanted = fieldsOf(target);
	const grants = POLICY.filter(
		(grant) =>
			roles.includes(grant.role) &&
			(grant.may === may || grant.may === 'write') &&
			grant.what.some((what) => fieldsOf(what).some((field) => wanted.includes(field))),
	);
	return [...new Set(grants.map((grant) => grant.relation))];
}

/**
 * Whether the actor may do this to a record that belongs to the cohort; of what is kept from a team, none of the actor’s own.
 * The operator may do everything.
 */
export function mayOnCohort(actor: Actor, may: Access, target: AccessTarget, cohort: CohortFacts): boolean {
	if (actor.kind === 'operator') return true;
	const relations = relationsTo(actor, cohort);
	const isOwn = relations.includes('team') || relations.includes('delivers');
	if (isOwn && isKeptFromTeam(target)) return false;
	return grantedRelations(actor, may, target).some((relation) => relations.includes(relation));
}

/** Whether the actor may do this to at least some record of the kind: decides whether a page is there for them at all. */
export function mayAtAll(actor: Actor, may: Access, target: AccessTarget): boolean {
	return actor.kind === 'operator' || grantedRelations(actor, may, target).length > 0;
}

const KEPT_FROM_TEAM: readonly AccessTarget[] = ['observer', 'observation-plan'];

/**
 * Whether a record of a cohort is kept from who is on its team or delivers the session, whatever else they are: which
 * sessions are observed and by whom is for nobody to know or to choose who is observed (§7.6).
 */
export function isKeptFromTeam(target: AccessTarget): boolean {
	return KEPT_FROM_TEAM.includes(target);
}
