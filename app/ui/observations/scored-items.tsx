import { Table } from '#app/ui/components/table.tsx';
import type { scoredItems } from './score-words.ts';

type ScoredItemsProps = {
	readonly dimensions: ReturnType<typeof scoredItems>;
	/** What each column of scores is called. */
	readonly columns: readonly string[];
};

/** What was scored, dimension by dimension, each score with its description. */
export function ScoredItems({ dimensions, columns }: ScoredItemsProps) {
	return (
		<>
			{dimensions.map(({ name, rows }) => (
				<Table
					key={name}
					stacked
					firstCellIsHeader
					caption={name}
					captionSize="s"
					className="scored-items"
					head={['Item', ...columns]}
					rows={rows}
				/>
			))}
		</>
	);
}
