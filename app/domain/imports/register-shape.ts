import type { JudgedRow } from './judge-cells.ts';
import type { CellReading } from './marks/read-cell.ts';
import { otherColumns } from './other-columns.ts';
import type { ProposedSession, RegisterShape } from './proposal.ts';
import type { RegisterLayout } from './read-layout.ts';

export type ProgrammeName = { readonly slug: string; readonly name: string };

/** The programme whose name stands in a title; the longest where one name holds another, null where two are named. */
export function programmeNamed(titles: readonly string[], programmes: readonly ProgrammeName[]): string | null {
	const said = ` ${plain(titles.join(' '))} `;
	const named = programmes.filter((programme) => said.includes(` ${plain(programme.name)} `));
	const longest = named.filter(
		(one) => !named.some((other) => other.name.length > one.name.length && plain(other.name).includes(plain(one.name))),
	);
	const [slug, ...others] = new Set(longest.map((programme) => programme.slug));
	return slug !== undefined && others.length === 0 ? slug : null;
}

/** Which rows and columns are what, for a person to see how the sheet was understood. */
export function describeShape(
	layout: RegisterLayout,
	rows: readonly JudgedRow[],
	sessions: readonly ProposedSession[],
): RegisterShape {
	const { grid, headings, people } = layout;
	const cancelled = sessions.filter((session) => session.status === 'cancelled').length;
	return {
		titleRows: ends(layout.titles.map((title) => title.row)),
		headingRows: [headings.first, headings.last],
		participantRows: ends(people.participants.map((person) => person.row)),
		otherRows: people.others,
		otherColumns: otherColumns(grid, headings, people.participants, { count: sessions.length, cancelled }),
		mergesThatMatter: mergesThatMatter(layout, rows),
	};
}

const ORDER: readonly CellReading['kind'][] = [
	'joined',
	'no-session',
	'left',
	'not-enrolled',
	'mark',
	'unclear',
	'blank',
];

/** The joined cells among the marks with their text: first who came later, then what was cancelled, then who left. */
function mergesThatMatter(layout: RegisterLayout, rows: readonly JudgedRow[]): readonly string[] {
	const { grid } = layout;
	const met = new Map<string, { readonly text: string; readonly kind: CellReading['kind'] }>();
	for (const row of rows) {
		row.cells.forEach((cell, at) => {
			const column = layout.headings.sessionColumns[at]!;
			const merge = cell.merged ? grid.mergeAt(row.person.row, column) : null;
			if (merge) met.set(merge.name, { text: cell.seen?.text ?? '', kind: cell.reading.kind });
		});
	}
	return [...met]
		.toSorted(([, one], [, other]) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))
		.map(([name, { text }]) => `${name} ${text}`.trim());
}

function ends(rows: readonly number[]): readonly number[] {
	return rows.length === 0 ? [] : [rows[0]!, rows.at(-1)!];
}

function plain(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
