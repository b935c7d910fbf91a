import type { CatchUpState } from '#app/domain/attendance/catch-ups.ts';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Table } from '#app/ui/components/table.tsx';
import type { CatchUpLine, CatchUpsView } from './catch-ups-view.ts';

/** Who may miss no more, before it is too late, with what is left to them. */
export function LastChance({ lastChance }: Pick<CatchUpsView, 'lastChance'>) {
	return lastChance.map(({ name, options }) => (
		<InsetText key={name}>
			<strong>{name} may miss no more and still complete.</strong> {options}
		</InsetText>
	));
}

const CAPTIONS: Readonly<Record<CatchUpState, string>> = {
	needed: 'Needed',
	booked: 'Booked',
	done: 'Done',
	expired: 'Expired',
};

/** The catch-ups of everybody: needed with the last day, booked, done and expired. They are no part of the schedule. */
export function CatchUps({ lists }: Pick<CatchUpsView, 'lists'>) {
	const shown = lists.filter(({ lines }) => lines.length > 0);
	return (
		<section aria-labelledby="catch-ups-heading">
			<h2 className="govuk-heading-m" id="catch-ups-heading">
				Catch-ups
			</h2>
			{shown.length === 0 && <p className="govuk-body">Nobody needs a catch-up.</p>}
			{shown.map(({ state, lines }) => (
				<Table
					key={state}
					stacked
					firstCellIsHeader
					caption={CAPTIONS[state]}
					captionSize="s"
					head={['Person', 'Missed', ...WHEN[state].map(({ head }) => head)]}
					rows={lines.map((line) => [
						line.name,
						line.missed ? `${line.session}, ${line.missed}` : line.session,
						...WHEN[state].map(({ cell }) => cell(line)),
					])}
				/>
			))}
		</section>
	);
}

type Column = { readonly head: string; readonly cell: (line: CatchUpLine) => React.ReactNode };
const LAST_DAY: Column = { head: 'Last day', cell: ({ lastDay }) => lastDay ?? 'Not known' };
const BOOK: Column = { head: 'To do', cell: (line) => <Book key="book" line={line} /> };
const ON: Column = { head: 'When', cell: (line) => <When key="when" line={line} /> };

const WHEN: Readonly<Record<CatchUpState, readonly Column[]>> = {
	needed: [LAST_DAY, BOOK],
	booked: [ON],
	done: [ON],
	expired: [LAST_DAY, BOOK],
};

function When({ line: { day, href } }: { readonly line: CatchUpLine }) {
	const when = day ?? 'Not known';
	if (!href) return when;
	return (
		<a className="govuk-link" href={href}>
			{when}
		</a>
	);
}

function Book({ line: { name, session, bookHref, noneLeft, isOver } }: { readonly line: CatchUpLine }) {
	if (noneLeft) return 'No catch-up left';
	if (!bookHref) return 'None';
	return (
		<a className="govuk-link" href={bookHref}>
			{isOver ? 'Enter one held in time' : 'Book'}
			<span className="govuk-visually-hidden">{` a catch-up of ${session} for ${name}`}</span>
		</a>
	);
}
