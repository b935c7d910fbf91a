import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import type { MoveLine } from './move-lines.ts';

type MovesTableProps = { readonly caption: string; readonly lines: readonly MoveLine[] };

/** Previous and new dates and times of every session that moves, side by side. */
export function MovesTable({ caption, lines }: MovesTableProps) {
	const clashing = lines.some(({ clashes }) => clashes.length > 0);
	return (
		<Table
			stacked
			firstCellIsHeader
			caption={caption}
			captionSize="m"
			head={['Session', 'Previous', 'New', ...(clashing ? ['To know'] : [])]}
			rows={lines.map((line) => [
				nameOf(line),
				line.previous,
				<strong key="new">{line.next}</strong>,
				...(clashing ? [clashesIn(line)] : []),
			])}
		/>
	);
}

function nameOf({ plan, title }: MoveLine): string {
	return title === `Session ${plan}` ? title : `${plan}: ${title}`;
}

function clashesIn({ clashes }: MoveLine) {
	if (clashes.length === 0) return { content: '', className: 'table__cell--empty' };
	return (
		<span key="clashes">
			{clashes.map((clash) => (
				<span key={clash} className="plan-clash">
					<Tag colour="red">Clash</Tag> {clash}
				</span>
			))}
		</span>
	);
}
