export type Access = 'read' | 'write';

/**
 * How a member of staff stands to a record. By a cohort: on its `team` until the correction window ends, its `area` and
 * side being theirs. By a session: `delivers` it, on the team as it is at that session or standing in for somebody, until
 * the correction window ends; `observed` when they are assigned to it. By a person: in one of the families of their areas,
 * on either side (`family`) or as its survivor or child (`family-survivor`); a record `opened` by breaking the glass.
 * `either-side`: its area is theirs, whatever the side. `self`: it is about them. `organisation` always holds.
 */
export const RELATIONS = [
	'team',
	'delivers',
	'area',
	'either-side',
	'observed',
	'family',
	'family-survivor',
	'opened',
	'self',
	'organisation',
] as const;
export type Relation = (typeof RELATIONS)[number];
