import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { formatCount } from '#app/ui/format.ts';
import { Select } from '#app/ui/forms/select.tsx';
import { keyed } from '#app/ui/keyed.ts';
import type { ComparisonView } from './comparison-view.ts';

type ComparisonPageProps = { readonly programmeId: string; readonly view: ComparisonView };

/** Two versions side by side: only what differs, session by session. */
export function ComparisonPage({ programmeId, view }: ComparisonPageProps) {
	const { versionId, name, before, after, besideId, others, plans, unchanged } = view;
	return (
		<>
			<BackLink href={paths.programmeVersion(programmeId, versionId)}>{`${name}, ${after.toLowerCase()}`}</BackLink>
			<PageHeader caption={name} title={`${after} beside ${before.toLowerCase()}`}>
				<p className="govuk-body">
					{plans.length === 0
						? 'The two say the same.'
						: `Different: ${formatCount('session plan', plans.length)}. The same in both: ${unchanged}.`}
				</p>
			</PageHeader>
			{others.length > 1 && (
				<form method="get">
					<Select id="beside" name="beside" label="Compare with" defaultValue={besideId} options={others} />
					<Button variant="secondary">Compare</Button>
				</form>
			)}
			{plans.map(({ number, differences }) => (
				<Table
					key={number}
					stacked
					firstCellIsHeader
					caption={`Session ${number}`}
					captionSize="m"
					head={['What', before, after]}
					rows={differences.map((one) => [
						one.what,
						<Words key="before" words={one.before} />,
						<Words key="after" words={one.after} />,
					])}
				/>
			))}
		</>
	);
}

function Words({ words }: { readonly words: readonly string[] }) {
	if (words.length === 0) return <span className="quiet">–</span>;
	return keyed(words).map(({ key, item }) => (
		<p key={key} className="govuk-body">
			{item}
		</p>
	));
}
