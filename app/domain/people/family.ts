import type { Side } from '../programmes/programme.ts';

/** How somebody belongs to a family, as seen from it. */
export const RELATIONSHIPS = ['father', 'mother', 'partner', 'former-partner', 'child', 'other-relative'] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

export const RELATIONSHIP_NAMES: Readonly<Record<Relationship, string>> = {
	father: 'Father',
	mother: 'Mother',
	partner: 'Partner',
	'former-partner': 'Former partner',
	child: 'Child',
	'other-relative': 'Other relative',
};

/** Whether two people of these sides are opposed in a family: one has harmed, the other was harmed. */
export function areOpposed(one: Side, other: Side): boolean {
	return (one === 'perpetrator' && other === 'survivor') || (one === 'survivor' && other === 'perpetrator');
}
