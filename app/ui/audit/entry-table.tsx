import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import type { EntryLine } from './entry-words.ts';

type EntryTableProps = { readonly caption: string; readonly entries: readonly EntryLine[] };

/** Entries of the audit trail, a row each. */
export function EntryTable({ caption, entries }: EntryTableProps) {
	return (
		<Table
			stacked
			caption={caption}
			captionClassName="govuk-visually-hidden"
			head={['When', 'Who', 'What', 'About']}
			rows={entries.map((entry) => [
				entry.when,
				entry.who,
				<What key="what" entry={entry} />,
				entry.about || entry.people ? (
					<About key="about" entry={entry} />
				) : (
					{ content: '', className: 'table__cell--empty' }
				),
			])}
		/>
	);
}

function What({ entry: { what, outcome } }: { readonly entry: EntryLine }) {
	return (
		<span>
			{what}
			{outcome && (
				<>
					{' '}
					<Tag colour="orange">{outcome}</Tag>
				</>
			)}
		</span>
	);
}

function About({ entry: { about, people } }: { readonly entry: EntryLine }) {
	return (
		<span>
			{about && (
				<a className="govuk-link" href={about.href}>
					{about.text}
				</a>
			)}
			{about && people && ', '}
			{people}
		</span>
	);
}
