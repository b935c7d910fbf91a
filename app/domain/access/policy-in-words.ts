import { ROLE_NAMES, ROLES, type Role } from './actor.ts';
import { POLICY } from './policy-table.ts';
import { ACCESS_FIELDS, type AccessField, FIELD_NAMES, fieldsOf } from './records.ts';
import type { Access, Relation } from './relations.ts';

const RELATION_WORDS: Readonly<Record<Relation, string>> = {
	team: 'own cohorts',
	delivers: 'sessions that they deliver',
	area: 'own areas and sides',
	'either-side': 'own areas, whichever side',
	observed: 'assigned sessions',
	family: 'families of own areas',
	'family-survivor': 'survivors and children of those families',
	opened: 'a record opened for an hour',
	self: 'their own',
	organisation: 'everywhere',
};

type PolicyRow = { readonly field: AccessField; readonly name: string; readonly cells: readonly string[] };

/** The policy as a table in words: a row for each field, a cell for each role in the order of `ROLES`. */
export function policyInWords(): readonly PolicyRow[] {
	return ACCESS_FIELDS.map((field) => ({
		field,
		name: FIELD_NAMES[field],
		cells: ROLES.map((role) => cellOf(role, field)),
	}));
}

/** The same table in the form in which docs/security.md keeps it. */
export function policyAsMarkdown(): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	const head = ['what', ...ROLES.map((role) => ROLE_NAMES[role].toLowerCase())];
	return [
		line(head),
		`|${head.map(() => '---|').join('')}`,
		...policyInWords().map(({ name, cells }) => line([name, ...cells.map((cell) => cell || '–')])),
	].join('\n');
}

/** `writes: own cohorts; reads: everywhere`. Empty when the role may do nothing with the field. */
function cellOf(role: Role, field: AccessField): string {
	const writes = relationsOf(role, field, 'write');
	const reads = relationsOf(role, field, 'read').filter((relation) => !writes.includes(relation));
	const inWords = (verb: string, relations: readonly Relation[]) =>
		relations.length > 0 && `${verb}: ${relations.map((relation) => RELATION_WORDS[relation]).join(', ')}`;
	return [inWords('writes', writes), !writes.includes('organisation') && inWords('reads', reads)]
		.filter(Boolean)
		.join('; ');
}

/** By which relations; `organisation` holds always, so that no other says more. */
function relationsOf(role: Role, field: AccessField, may: Access): readonly Relation[] {
	const granted = POLICY.filter(
		(grant) => grant.role === role && grant.may === may && grant.what.some((what) => fieldsOf(what).includes(field)),
	).map(({ relation }) => relation);
	return granted.includes('organisation') ? ['organisation'] : [...new Set(granted)];
}
