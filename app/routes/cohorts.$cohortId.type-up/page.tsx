import { MARK_MEANINGS, REASON_LABELS, REASONS } from '#app/domain/attendance/marks.ts';
import { REASON_LETTERS } from '#app/domain/attendance/typed-mark.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { SaveBar } from '#app/ui/blocks/save-bar.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Details } from '#app/ui/components/details.tsx';
import typeUpScript from '#app/ui/enhance/type-up.js?url';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { LEGEND } from '#app/ui/paper/paper-words.ts';
import { field, NOTE, REASON, type Unexplained, WENT_AHEAD, WHY_NOT } from './form.ts';
import { Grid } from './grid.tsx';
import type { GridView } from './grid-view.ts';
import { sayersOf } from './who.ts';

type TypeUpPageProps = {
	readonly view: GridView & { readonly said: string | null };
	readonly form: FormState;
	/** Marks that lack their reason: the second step. */
	readonly unexplained: readonly Unexplained[];
};

export function TypeUpPage({ view, form, unexplained }: TypeUpPageProps) {
	const { cohort, columns, rows } = view;
	return (
		<>
			<BackLink href={view.back.href}>{view.back.words}</BackLink>
			<Said sentence={view.said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={cohort} title="Type up registers" />
			<Pages view={view} />
			{columns.length === 0 || rows.length === 0 ? (
				<EmptyState title="Nothing is missing">
					Every register of this cohort that can be filled in has been. Choose sessions above to change what is
					recorded.
				</EmptyState>
			) : (
				<TypeUpForm view={view} form={form} unexplained={unexplained} />
			)}
		</>
	);
}

function Pages({ view: { cohortId, pages, columns, isOpenOnes } }: Pick<TypeUpPageProps, 'view'>) {
	const shown = columns.map(({ planNumber }) => planNumber).join(',');
	const chip = (isCurrent: boolean) => `filter-chips__chip${isCurrent ? ' filter-chips__chip--current' : ''}`;
	return (
		<nav className="filter-chips no-print" aria-label="Sessions">
			<ul className="filter-chips__list">
				<li>
					<a className={chip(isOpenOnes)} href={paths.typeUp(cohortId)} aria-current={isOpenOnes ? 'true' : undefined}>
						Not yet recorded
					</a>
				</li>
				{pages.map((plans) => {
					const isCurrent = !isOpenOnes && plans.join(',') === shown;
					return (
						<li key={plans[0]}>
							<a
								className={chip(isCurrent)}
								href={paths.typeUp(cohortId, plans)}
								aria-current={isCurrent ? 'true' : undefined}
							>
								{plans.length === 1 ? `Session ${plans[0]}` : `Sessions ${plans[0]} to ${plans.at(-1)}`}
							</a>
						</li>
					);
				})}
			</ul>
		</nav>
	);
}

function TypeUpForm({ view, form, unexplained }: TypeUpPageProps) {
	const plans = view.columns.map(({ planNumber }) => planNumber);
	return (
		<form method="post" action={paths.typeUp(view.cohortId, plans)} id="type-up" noValidate>
			{/* The first submit button is what Enter presses: a disabled one makes Enter do nothing. */}
			<button type="submit" disabled hidden />
			<Explanations view={view} form={form} unexplained={unexplained} />
			<p className="govuk-body">
				Type a letter in each cell: {LEGEND}. Minutes after L and E, as in L10. An empty cell stays not recorded.
			</p>
			<Details summary="Letters for reasons">
				<p className="govuk-body">
					Type one after the mark, as in A i or L10 t. What you leave out is asked for before anything is saved:{' '}
					{REASONS.map((reason) => `${REASON_LETTERS[reason]} ${REASON_LABELS[reason].toLowerCase()}`).join(' · ')}. A
					dash takes a mark back.
				</p>
			</Details>
			<Grid view={view} form={form} />
			{view.asksForCorrectionReason && (
				<TextField
					form={form}
					name="correctionReason"
					label="Reason for corrections"
					hint="Needed if you change what was recorded of a session more than 7 days ago."
					maxLength={200}
				/>
			)}
			<SaveBar button="Save registers" status="" statusId="type-up-status" hint={<KeysHint />} />
			<script type="module" src={typeUpScript} />
		</form>
	);
}

const REASON_OPTIONS = REASONS.map((reason) => ({ value: reason, label: REASON_LABELS[reason] }));

/** The second step: what the letters alone do not say, with the answer that is right when the paper says nothing. */
function Explanations({ view, form, unexplained }: TypeUpPageProps) {
	const whoOf = sayersOf(view);
	const notHeld = view.columns.filter(({ sessionId }) => form.values[field(WENT_AHEAD, sessionId)] === 'no');
	if (unexplained.length + notHeld.length === 0) return null;
	return (
		<fieldset className="govuk-fieldset type-up__explanations" id="explanations">
			<legend className="govuk-fieldset__legend govuk-fieldset__legend--m">Before it is saved</legend>
			{unexplained.map(({ key, mark, reason }) => {
				const name = field(REASON, key);
				const withChoice = { ...form, values: { [name]: reason, ...form.values } };
				const label = `${whoOf.cell(key)}: ${MARK_MEANINGS[mark].label.toLowerCase()}`;
				return (
					<div key={key} className="type-up__explanation">
						<SelectField form={withChoice} name={name} label={label} options={REASON_OPTIONS} />
						<TextField form={form} name={field(NOTE, key)} label="In a few words, if you like" maxLength={200} />
					</div>
				);
			})}
			{notHeld.map(({ sessionId, planNumber }) => (
				<TextField
					key={sessionId}
					form={form}
					name={field(WHY_NOT, sessionId)}
					label={`Why did session ${planNumber} not go ahead?`}
					hint="For example, the venue was closed. Do not name a participant."
					maxLength={200}
				/>
			))}
		</fieldset>
	);
}

/** The switch for moving on by itself, which only a script shows and obeys. */
function KeysHint() {
	return (
		<span data-keys hidden>
			<label>
				<input type="checkbox" defaultChecked /> Move on by itself
			</label>
			: a letter goes to the next person, arrows and Enter go from cell to cell
		</span>
	);
}
