import type { Fate } from '#app/domain/attrition/enrolment-funnel.ts';
import { Table } from '#app/ui/components/table.tsx';
import { keyed } from '#app/ui/keyed.ts';
import { FATE_NAMES } from '#app/ui/retention/retention-words.ts';
import type { PersonView } from './retention-view.ts';

type PeopleProps = {
	readonly fate: Fate;
	readonly people: readonly PersonView[];
};

/** The people behind one figure; of exits also when, why, and what the exit opened. */
export function People({ fate, people }: PeopleProps) {
	const isExit = fate === 'left' || fate === 'removed';
	const opens = people.some(({ opened }) => opened.length > 0);
	const acts = people.some(({ undo }) => undo !== null);
	const head = ['Person', 'Last session attended'];
	return (
		<section aria-labelledby={fate}>
			<h2 className="govuk-heading-m" id={fate}>
				{FATE_NAMES[fate]} ({people.length})
			</h2>
			<Table
				stacked
				firstCellIsHeader
				head={[
					...head,
					...(isExit ? ['Last day of the place', 'Why'] : []),
					...(opens ? ['What the exit opened'] : []),
					...(acts ? [{ content: <span className="govuk-visually-hidden">Change</span> }] : []),
				]}
				rows={people.map((person) => [
					...cellsOf(person),
					...(isExit ? [person.endedOn, person.reason] : []),
					...(opens ? [<Opened key="opened" opened={person.opened} />] : []),
					...(acts ? [<Undo key="undo" person={person} />] : []),
				])}
			/>
		</section>
	);
}

function cellsOf({ name, reference, href, came, joinedLate }: PersonView) {
	return [
		<span key="name">
			<a className="govuk-link" href={href}>
				{name}
			</a>{' '}
			{name !== reference && <span className="figure-note">{reference}</span>}
		</span>,
		<span key="came">
			{came}
			{joinedLate && <span className="figure-note">{joinedLate}</span>}
		</span>,
	];
}

function Opened({ opened }: Pick<PersonView, 'opened'>) {
	if (opened.length === 0) return 'Nothing that you see';
	return (
		<ul className="govuk-list early-signs__reasons">
			{keyed(opened).map(({ key, item: { words, href } }) => (
				<li key={key}>
					<a className="govuk-link" href={href}>
						{words}
					</a>
				</li>
			))}
		</ul>
	);
}

function Undo({ person: { undo, name } }: { readonly person: PersonView }) {
	if (!undo) return null;
	return (
		<a className="govuk-link no-print" href={undo}>
			Undo the completion<span className="govuk-visually-hidden"> of {name}</span>
		</a>
	);
}
