import type { MarkCode } from '../marks/mark-codes.ts';
import type { RegisterProposal } from '../proposal.ts';

/** What came out of the file, in numbers: `cells` = `accepted` + `refused`, always. */
export type ImportCounts = {
	readonly people: number;
	readonly rows: number;
	readonly sessions: number;
	readonly held: number;
	readonly cancelled: number;
	readonly moved: number;
	readonly cells: number;
	readonly accepted: number;
	readonly refused: number;
	/** Accepted cells by what they come to. */
	readonly byCode: Readonly<Partial<Record<MarkCode, number>>>;
};

/** Counts the cells of the rows that are brought in (`rows`) and everything that is refused, whole rows included. */
export function countCells(
	proposal: Pick<RegisterProposal, 'sessions' | 'participants' | 'totals'>,
	rows: ReadonlySet<number>,
	refusedCells: readonly { readonly cell: string }[],
): ImportCounts {
	const refused = new Set(refusedCells.map(({ cell }) => cell));
	const accepted = proposal.participants
		.filter(({ row }) => rows.has(row))
		.flatMap(({ marks }) => marks.filter(({ cell }) => !refused.has(cell)));
	const byCode: Partial<Record<MarkCode, number>> = {};
	for (const { code } of accepted) if (code) byCode[code] = (byCode[code] ?? 0) + 1;
	const { sessions, totals } = proposal;
	return {
		people: rows.size,
		rows: proposal.participants.length,
		sessions: sessions.length,
		held: sessions.filter(({ status }) => status === 'held').length,
		cancelled: sessions.filter(({ status }) => status === 'cancelled').length,
		moved: sessions.filter(({ movedFrom }) => movedFrom !== null).length,
		cells: totals.cells,
		accepted: accepted.length,
		refused: totals.cells - accepted.length,
		byCode,
	};
}
