import { Sentences } from '#app/ui/blocks/sentences.tsx';
import { StatCard } from '#app/ui/blocks/stat-card.tsx';
import { StatCards } from '#app/ui/blocks/stat-cards.tsx';
import { Details } from '#app/ui/components/details.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { formatNumber } from '#app/ui/format.ts';
import type { BroughtIn } from './brought-in.ts';

type BroughtInProps = { readonly view: BroughtIn };

/** The figures: how much there is, and how much of it is not brought in. */
export function BroughtInFigures({ view: { counts } }: BroughtInProps) {
	const { people, rows, sessions, held, cancelled, moved, cells, accepted, refused } = counts;
	const became = [`${held} held`, cancelled > 0 && `${cancelled} cancelled`, moved > 0 && `${moved} moved`];
	return (
		<StatCards>
			<StatCard label="People" figure={formatNumber(people)} outOf={people < rows ? `of ${rows} rows` : undefined} />
			<StatCard label="Sessions" figure={formatNumber(sessions)} note={became.filter(Boolean).join(', ')} />
			<StatCard
				label="Cells"
				figure={formatNumber(accepted)}
				outOf={`of ${formatNumber(cells)}`}
				note={refused === 0 ? 'None is refused.' : `${formatNumber(refused)} refused, each with its reason below.`}
			/>
		</StatCards>
	);
}

/** What is refused, what to look at, what each cell comes to, and the people. */
export function BroughtInParts({ view }: BroughtInProps) {
	const { cells, refused, warnings, comments, people } = view;
	return (
		<>
			<Sentences title="Refused" intro="These are not brought in." lines={refused} />
			<Sentences title="To look at" intro="These are brought in as each line says." lines={warnings} />
			<Table
				caption="What the cells come to"
				captionSize="m"
				className="counts-table"
				head={['Mark', { content: 'Cells', numeric: true }]}
				firstCellIsHeader
				rows={cells.map(({ label, count }) => [label, { content: formatNumber(count), numeric: true }])}
			/>
			{people.length > 0 && (
				<Table
					stacked
					firstCellIsHeader
					caption="People"
					captionSize="m"
					head={['Name', 'Reference', 'There', 'To know']}
					rows={people.map(({ row, name, reference, here, note }) => [
						<span key="name">
							{name}
							<span className="figure-note">row {row}</span>
						</span>,
						reference ?? 'one is given',
						here,
						note || 'nothing',
					])}
				/>
			)}
			{comments.length > 0 && (
				<Details summary="Comments on the sheet, not brought in">
					<ul className="govuk-list govuk-list--bullet">
						{comments.map((line) => (
							<li key={line}>{line}</li>
						))}
					</ul>
				</Details>
			)}
		</>
	);
}
