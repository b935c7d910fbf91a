import { REGISTER_CELLS, type RegisterCell } from '#app/domain/cohorts/register-cell.ts';
import { keyed } from '#app/ui/keyed.ts';
import { CELL_SYMBOLS } from './register-symbols.ts';

type HeatMapProps = {
	readonly id: string;
	/** Names the table and the region in which it scrolls sideways. */
	readonly caption: string;
	/** The columns: a number, and when that was or will be, if it is one time for all. */
	readonly sessions: readonly { readonly number: number; readonly when?: string }[];
	/** One row a person, with one cell for each session. */
	readonly people: readonly {
		readonly name: string;
		/** To be linked to, where figures of the page are made of this row. */
		readonly id?: string;
		readonly cells: readonly RegisterCell[];
	}[];
};

/** The register of a cohort at one look: a real table, a sign and its words in every cell, shade only beside them. */
export function HeatMap({ id, caption, sessions, people }: HeatMapProps) {
	return (
		<>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
			<section className="heat-map" aria-labelledby={`${id}-caption`} tabIndex={0}>
				<table className="heat-map__table">
					<caption id={`${id}-caption`} className="govuk-visually-hidden">
						{caption}
					</caption>
					<thead>
						<tr>
							<th scope="col" className="heat-map__corner">
								<span className="govuk-visually-hidden">Person</span>
							</th>
							{sessions.map(({ number, when }) => (
								<th key={number} scope="col" className="heat-map__session">
									<span className="govuk-visually-hidden">Session </span>
									{number}
									{when && <span className="govuk-visually-hidden">, {when}</span>}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{keyed(people).map(({ key, item: { name, id: row, cells } }) => (
							<tr key={key} id={row}>
								<th scope="row" className="heat-map__person">
									{name}
								</th>
								{keyed(cells).map(({ key: column, item: cell }) => (
									<HeatMapCell key={column} cell={cell} />
								))}
							</tr>
						))}
					</tbody>
				</table>
			</section>
			<Key cells={REGISTER_CELLS.filter((cell) => people.some((person) => person.cells.includes(cell)))} />
		</>
	);
}

function HeatMapCell({ cell }: { readonly cell: RegisterCell }) {
	const { symbol, words } = CELL_SYMBOLS[cell];
	return (
		<td className="heat-map__cell">
			<span className={`mark mark--${cell}`}>
				<span aria-hidden="true">{symbol}</span>
				<span className="govuk-visually-hidden">{words}</span>
			</span>
		</td>
	);
}

/** What the signs in use stand for. */
function Key({ cells }: { readonly cells: readonly RegisterCell[] }) {
	return (
		<ul className="heat-map__key" aria-label="Key to the register">
			{cells
				.filter((cell) => CELL_SYMBOLS[cell].symbol !== '')
				.map((cell) => (
					<li key={cell}>
						<span className={`mark mark--${cell}`} aria-hidden="true">
							{CELL_SYMBOLS[cell].symbol}
						</span>{' '}
						{CELL_SYMBOLS[cell].words}
					</li>
				))}
		</ul>
	);
}
