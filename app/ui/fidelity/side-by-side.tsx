import { RATING_MEANINGS } from '#app/domain/fidelity/activity-ratings.ts';
import { isDifferent, type SideAnswer, type SideBySideRow } from '#app/domain/fidelity/side-by-side.ts';
import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { formatCount } from '#app/ui/format.ts';

type SideBySideProps = {
	/** Whose logs they are, as the columns are headed. */
	readonly first: string;
	readonly second: string;
	readonly rows: readonly SideBySideRow[];
};

/** Two delivery logs of one session, activity by activity, with the differences marked. */
export function SideBySide({ first, second, rows }: SideBySideProps) {
	const different = rows.filter(isDifferent).length;
	return (
		<>
			<p className="govuk-body">
				{different === 0
					? 'The two logs say the same of every activity.'
					: `The two logs differ in ${formatCount('activity', different)}. Talk about these first.`}
			</p>
			<Table
				stacked
				firstCellIsHeader
				caption={`Logs by ${first} and ${second}`}
				captionSize="s"
				head={['Activity', first, second, 'Differs in']}
				rows={rows.map((row) => [
					row.core ? `${row.title} (core)` : row.title,
					answerInWords(row.first),
					answerInWords(row.second),
					<Difference key="differs" row={row} />,
				])}
			/>
		</>
	);
}

function Difference({ row }: { readonly row: SideBySideRow }) {
	const { rating, minutes, answered } = row.differs;
	if (!isDifferent(row)) return 'Nothing';
	const words = [rating && 'rating', minutes && 'minutes', answered && 'answered by one only'].filter(Boolean);
	return <Tag colour={rating ? 'orange' : 'yellow'}>{words.join(', ')}</Tag>;
}

function answerInWords(answer: SideAnswer | null): string {
	if (!answer) return 'No answer';
	const { rating, minutes, reason } = answer;
	const took = RATING_MEANINGS[rating].delivered && minutes !== null && formatCount('minute', minutes);
	return [RATING_MEANINGS[rating].label, took, reason].filter(Boolean).join(', ');
}
