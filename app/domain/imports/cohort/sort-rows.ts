import type { ProposedParticipant } from '../proposal.ts';

/** The longest that our own forms take. */
const LONGEST_NAME = 120;
const LONGEST_REFERENCE = 30;

export type RowRefusal =
	| 'left-out'
	| 'never-enrolled'
	| 'name-too-long'
	| 'reference-too-long'
	| 'reference-twice'
	| 'reference-in-use';
/** A row of the register that is not brought in, with every one of its cells. */
export type RefusedRow = {
	readonly row: number;
	readonly name: string;
	readonly reference: string;
	readonly code: RowRefusal;
	readonly cells: number;
};
type AcceptedRow = { readonly person: ProposedParticipant; readonly reference: string };

type RowFacts = {
	readonly takenReferences: ReadonlySet<string>;
	readonly leftOut: readonly number[];
	readonly referencePrefix: string;
};

/**
 * Parts the rows into people to bring in and rows to refuse. A reference stands for one person: a row whose reference
 * somebody has already, or another row has too, is refused and never merged. A row without one is given one.
 */
export function sortRows(
	people: readonly ProposedParticipant[],
	facts: RowFacts,
): { readonly accepted: readonly AcceptedRow[]; readonly refusedRows: readonly RefusedRow[] } {
	const referenceOf = ({ row, ref }: ProposedParticipant) => ref ?? givenReference(facts.referencePrefix, row);
	const kept = people.filter(({ row }) => !facts.leftOut.includes(row));
	const often = Map.groupBy(kept, (person) => plainReference(referenceOf(person)));
	const judged = people.map((person) => {
		const reference = referenceOf(person);
		const isTwice = (often.get(plainReference(reference))?.length ?? 0) > 1;
		return { person, reference, code: refusalOfRow(person, reference, isTwice, facts) };
	});
	return {
		accepted: judged.filter(({ code }) => code === null),
		refusedRows: judged.flatMap(({ person: { row, name, marks }, reference, code }) =>
			code === null ? [] : { row, name, reference, code, cells: marks.length },
		),
	};
}

/** References are compared without capitals and outer spaces. */
export function plainReference(reference: string): string {
	return reference.trim().toLowerCase();
}

/** The reference of somebody who has none in the register, such as `K7QF/06` for row 6. */
export function givenReference(prefix: string, row: number): string {
	return `${prefix}/${String(row).padStart(2, '0')}`;
}

function refusalOfRow(
	{ row, name, joinedSession }: ProposedParticipant,
	reference: string,
	isTwice: boolean,
	{ takenReferences, leftOut }: RowFacts,
): RowRefusal | null {
	if (leftOut.includes(row)) return 'left-out';
	if (name.length > LONGEST_NAME) return 'name-too-long';
	if (reference.length > LONGEST_REFERENCE) return 'reference-too-long';
	if (isTwice) return 'reference-twice';
	if (takenReferences.has(plainReference(reference))) return 'reference-in-use';
	return joinedSession === null ? 'never-enrolled' : null;
}
