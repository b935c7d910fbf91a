import { ButtonLink } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import type { CohortView, PersonView } from './cohort-view.ts';

const TO_REGISTER = '#register-heading';

/** Everybody whose place goes on or is completed: attendance, absences in a row, and what they can still reach. */
export function People({ view }: { readonly view: CohortView }) {
	const { people, attendance, addMember, hasBegun, received: receivedHref } = view;
	const mayExit = people.some(({ exit }) => exit !== null);
	const head = ['Person', 'Attended', 'Missed in a row', 'Received', 'Can still complete'];
	return (
		<section aria-labelledby="people-heading">
			<h2 className="govuk-heading-m" id="people-heading">
				People
			</h2>
			{hasBegun && (
				<p className="govuk-body">
					Attendance of the whole cohort, those who left included:{' '}
					<strong>
						<ShareLink href={TO_REGISTER} of="attended by everybody">
							{attendance.share}
						</ShareLink>
					</strong>
					{attendance.range && `, ${attendance.range}`}.
					{attendance.missed > 0 &&
						` Missed: ${attendance.missed}, of these ${attendance.withApology} with an apology.`}
					{attendance.notRecorded > 0 && ` Not yet recorded and not counted: ${attendance.notRecorded}.`}
				</p>
			)}
			{!hasBegun && people.length === 0 && <p className="govuk-body">Nobody yet.</p>}
			{addMember && (
				<div className="toolbar">
					<ButtonLink href={addMember} variant="secondary">
						Add a person
					</ButtonLink>
				</div>
			)}
			{people.length > 0 && (
				<Table
					stacked
					firstCellIsHeader
					head={mayExit ? [...head, { content: <span className="govuk-visually-hidden">Change</span> }] : head}
					rows={people.map((person) => rowOf(person, mayExit, receivedHref))}
				/>
			)}
		</section>
	);
}

function rowOf(person: PersonView, mayExit: boolean, receivedHref: string | null) {
	const cells = [
		<Name key="name" person={person} />,
		<Attended key="attended" person={person} />,
		person.run ?? 'none',
		<Received key="received" person={person} href={receivedHref} />,
		<Completion key="completion" person={person} />,
	];
	return mayExit ? [...cells, <Exit key="exit" person={person} />] : cells;
}

type PersonProps = { readonly person: PersonView };

function Name({ person: { name, reference, href } }: PersonProps) {
	return (
		<>
			<a className="govuk-link" href={href}>
				{name}
			</a>{' '}
			{name !== reference && <span className="figure-note">{reference}</span>}
		</>
	);
}

function Attended({ person: { name, attendance, marksHref, range, notRecorded } }: PersonProps) {
	return (
		<span>
			<ShareLink href={marksHref} of={`attended by ${name}`}>
				{attendance}
			</ShareLink>
			{range && <span className="figure-note">{range}</span>}
			{notRecorded > 0 && <span className="figure-note">{notRecorded} not yet recorded</span>}
		</span>
	);
}

function Received({ person: { name, received, caughtUp }, href }: PersonProps & { readonly href: string | null }) {
	return (
		<span>
			<ShareLink href={/\d/.test(received) ? href : null} of={`received by ${name}`}>
				{received}
			</ShareLink>
			{caughtUp > 0 && <span className="figure-note">{caughtUp} caught up</span>}
		</span>
	);
}

const ALERTS = { 'last-chance': 'orange', impossible: 'red' } as const;

function Completion({ person: { completion, standing } }: PersonProps) {
	if (standing !== 'last-chance' && standing !== 'impossible') return completion;
	const [first, ...rest] = completion.split('; ');
	return (
		<span>
			<Tag className="tag--one-line" colour={ALERTS[standing]}>
				{first}
			</Tag>
			{rest.length > 0 && <span className="figure-note">{rest.join('; ')}</span>}
		</span>
	);
}

function Exit({ person: { exit, name } }: PersonProps) {
	if (!exit) return null;
	return (
		<a className="govuk-link no-print" href={exit}>
			Record an exit<span className="govuk-visually-hidden"> of {name}</span>
		</a>
	);
}
