import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Details } from '#app/ui/components/details.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { formatCount } from '#app/ui/format.ts';
import type { ReadingView } from './reading-view.ts';

type ReadingPageProps = { readonly view: ReadingView; readonly form: FormState; readonly undoHref: string };
type PartProps = { readonly view: ReadingView; readonly form: FormState };

export function ReadingPage({ view, form, undoHref }: ReadingPageProps) {
	const { sheet, sessions, people, marks, notTaken } = view;
	const unknown = marks.filter(({ isKnown }) => !isKnown).length;
	return (
		<>
			<BackLink href={paths.imports()} />
			<FormErrorSummary form={form} />
			<PageHeader caption={`Step 1 of 3, ${view.fileName}`} title="Check how the register was read">
				<p className="govuk-body-l">
					Sheet “{sheet}”: {formatCount('person', people.length)}, {formatCount('session', sessions.length)}.
					{unknown > 0 && ` ${formatCount('mark', unknown)} ${unknown === 1 ? 'needs' : 'need'} your word.`}
				</p>
				{view.otherRegisters && (
					<p className="govuk-body">
						<a className="govuk-link" href="?step=sheet">
							Choose another sheet
						</a>
					</p>
				)}
			</PageHeader>
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version') || view.version} />
				<p className="govuk-body">Capitals and spaces around a mark do not matter.</p>
				<Marks view={view} form={form} />
				<Dates view={view} form={form} />
				<Sessions view={view} />
				<People view={view} form={form} />
				<Details summary="What is not brought in">
					<ul className="govuk-list govuk-list--bullet">
						{notTaken.map((line) => (
							<li key={line}>{line}</li>
						))}
					</ul>
				</Details>
				<div className="govuk-button-group">
					<Button preventDoubleClick>This is right</Button>
					<a className="govuk-link" href={undoHref}>
						Delete this file
					</a>
				</div>
			</form>
		</>
	);
}

function Marks({ view: { marks, meanings }, form }: PartProps) {
	const open = { value: '', label: 'Not decided: leave these cells out' };
	return (
		<Table
			stacked
			firstCellIsHeader
			className="marks-table"
			caption="What each mark means"
			captionSize="m"
			head={['Mark', 'Where', 'Taken for']}
			rows={marks.map(({ name, mark, where, why, isKnown, canBeExplained }) => [
				<span key="mark" className="mark-as-typed">
					{mark}
				</span>,
				where,
				canBeExplained ? (
					<div key="meaning" className="mark-meaning">
						<SelectField
							form={form}
							name={name}
							label={<span className="govuk-visually-hidden">What “{mark}” means</span>}
							options={[open, ...meanings]}
							describedBy={`${name}-why`}
						/>
						<span id={`${name}-why`} className="figure-note">
							{!isKnown && <Tag colour="yellow">Unknown</Tag>} {why}
						</span>
					</div>
				) : (
					'Left out. Correct it in the spreadsheet and upload it again.'
				),
			])}
		/>
	);
}

function Dates({ view: { asked }, form }: PartProps) {
	if (asked.length === 0) return null;
	return (
		<>
			<h2 className="govuk-heading-m">Dates to check</h2>
			{asked.map(({ name, legend, hint }) => (
				<DateField key={name} form={form} name={name} legend={legend} legendSize="s" hint={hint} />
			))}
		</>
	);
}

function Sessions({ view: { sessions } }: { readonly view: ReadingView }) {
	return (
		<Table
			stacked
			firstCellIsHeader
			caption="Sessions"
			captionSize="m"
			head={['Session', 'Date', 'What became of it']}
			rows={sessions.map(({ label, column, day, movedFrom, typed, state, isHeld }) => [
				<span key="session">
					{label}
					<span className="figure-note">column {column}</span>
				</span>,
				<span key="date">
					{day ?? 'Not read'}
					{typed && <span className="figure-note">typed “{typed}”</span>}
				</span>,
				<span key="state">
					{isHeld ? state : <strong>{state}</strong>}
					{movedFrom && <span className="figure-note">moved from {movedFrom}</span>}
				</span>,
			])}
		/>
	);
}

function People({ view: { people }, form }: PartProps) {
	const duplicates = people.filter(({ duplicate }) => duplicate !== null);
	return (
		<>
			<Table
				stacked
				firstCellIsHeader
				caption="People"
				captionSize="m"
				head={['Name', 'Reference', 'To know']}
				rows={people.map(({ row, name, reference, note }) => [
					<span key="name">
						{name}
						<span className="figure-note">row {row}</span>
					</span>,
					reference ?? 'none: one is given',
					note ?? 'nothing',
				])}
			/>
			{duplicates.length > 0 && (
				<CheckboxesField
					form={form}
					name="leftOut"
					legend="Likely duplicates"
					legendSize="m"
					hint="Somebody of the same name is here already. Nobody is merged: tick who is not to be brought in a second time."
					items={duplicates.map(({ row, name, duplicate }) => ({
						value: String(row),
						label: `Leave out row ${row}, ${name}`,
						hint: `here already with the reference ${duplicate}`,
					}))}
				/>
			)}
		</>
	);
}
