import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import type { ChartNumbers } from './chart.tsx';

/** The numbers under a drawing as a view words them. */
export type WordedNumbers = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/**
 * The numbers under a drawing, each with the way to what it is made of; the first of a row says what the row is of. Nought
 * and words lead nowhere.
 */
export function linkedNumbers(
	{ head, rows }: WordedNumbers,
	hrefOf: (row: number, column: number) => string | null,
): ChartNumbers {
	return {
		head,
		rows: rows.map(([label = '', ...cells], row) => [
			label,
			...cells.map((cell, at) => (
				<ShareLink
					key={head[at + 1]}
					href={isCounted(cell) ? hrefOf(row, at + 1) : null}
					of={`${head[at + 1]}, ${head[0]} ${label}`}
				>
					{cell}
				</ShareLink>
			)),
		]),
	};
}

function isCounted(cell: string): boolean {
	return /\d/.test(cell) && !/^0(%|$)/.test(cell);
}
