import { MODE_NAMES, OBSERVATION_MODES } from '#app/domain/observations/observation.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { SaveBar } from '#app/ui/blocks/save-bar.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Details } from '#app/ui/components/details.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { Radios } from '#app/ui/forms/radios.tsx';
import { Textarea } from '#app/ui/forms/textarea.tsx';
import { STATE_WORDS } from '#app/ui/observations/score-words.ts';
import { fieldOf, LONGEST_TEXT, type TextName } from './form.ts';
import { ItemFieldset, ItemToRead } from './item-fieldset.tsx';
import type { ObservationView } from './observation-view.ts';

type ObservationPageProps = { readonly view: ObservationView; readonly form: FormState; readonly said: string | null };
type FormProps = Pick<ObservationPageProps, 'view' | 'form'>;

export function ObservationPage({ view, form, said }: ObservationPageProps) {
	const { sessionId, name, caption, introduction, whyClosed, state, dimensions } = view;
	return (
		<>
			<BackLink href={paths.session(sessionId)}>{name}</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={caption} title="Observation">
				<p className="govuk-body measure">{introduction}</p>
				<p className="govuk-body no-print">
					<a className="govuk-link" href={paths.sessionPlan(sessionId)}>
						Session plan
					</a>
				</p>
			</PageHeader>
			{state && <Standing view={view} />}
			{whyClosed ? <InsetText>{whyClosed}</InsetText> : <Scores view={view} form={form} />}
			{whyClosed &&
				dimensions.map((one) => (
					<section key={one.dimension} aria-labelledby={one.dimension}>
						<DimensionHeading dimension={one} />
						{one.items.map((item) => (
							<ItemToRead key={item.key} item={item} />
						))}
					</section>
				))}
		</>
	);
}

function Standing({ view: { state, saved, sessionId } }: Pick<FormProps, 'view'>) {
	return (
		<p className="govuk-body">
			<strong>{STATE_WORDS[state!]}.</strong> Saved {saved?.savedAt}.{' '}
			{state === 'draft' ? (
				'Only you see a draft.'
			) : (
				<a className="govuk-link" href={paths.sessionObservations(sessionId)}>
					All observations of this session
				</a>
			)}
		</p>
	);
}

function Scores({ view, form }: FormProps) {
	const { saved, items, dimensions, state } = view;
	const wasSent = 'version' in form.values;
	const shown = (name: string, kept: string) => (wasSent ? textOf(form, name) : kept);
	const scoreOf = (key: string) => String(saved?.scores.find(({ itemKey }) => itemKey === key)?.score ?? '');
	return (
		<form method="post" action={paths.observation(view.sessionId)} className="observation" noValidate>
			{/* The first submit button is what Enter presses: a disabled one makes Enter do nothing. */}
			<button type="submit" disabled hidden />
			<HiddenField name="version" value={textOf(form, 'version') || (saved?.version ?? 0)} />
			<Radios
				name="mode"
				legend="How do you observe?"
				legendSize="s"
				inline
				value={shown('mode', saved?.mode ?? 'live')}
				items={OBSERVATION_MODES.map((mode) => ({ value: mode, label: MODE_NAMES[mode] }))}
			/>
			{dimensions.map((one) => (
				<section key={one.dimension} aria-labelledby={one.dimension}>
					<DimensionHeading dimension={one} />
					{one.items.map((item) => (
						<ItemFieldset key={item.key} item={item} form={form} chosen={shown(fieldOf(item.key), scoreOf(item.key))} />
					))}
				</section>
			))}
			<h2 className="govuk-heading-m">In your words</h2>
			<Words name="strengths" label="What the team did well" hint={FOR_THE_TEAM} {...{ view, form }} />
			<Words name="nextSteps" label="What to try next" hint={FOR_THE_TEAM} {...{ view, form }} />
			<Words
				name="note"
				label="For the leads alone"
				hint="The team never reads this. Name no participant."
				{...{ view, form }}
			/>
			<SaveBar
				button={state === null || state === 'draft' ? 'Save draft' : 'Save the correction'}
				status={`${saved?.scores.length ?? 0} of ${items} saved`}
			>
				{(state === null || state === 'draft') && (
					<Button variant="secondary" name="intent" value="submit" preventDoubleClick>
						Submit to the leads
					</Button>
				)}
			</SaveBar>
		</form>
	);
}

const FOR_THE_TEAM = 'The team reads this once a lead has released it. Name no participant.';

type WordsProps = FormProps & { readonly name: TextName; readonly label: string; readonly hint: string };

function Words({ view: { saved }, form, name, label, hint }: WordsProps) {
	const wasSent = 'version' in form.values;
	return (
		<Textarea
			{...{ name, label, hint }}
			rows={3}
			maxLength={LONGEST_TEXT}
			error={form.errors[name]}
			defaultValue={wasSent ? textOf(form, name) : (saved?.[name] ?? '')}
			groupClassName="measure"
		/>
	);
}

function DimensionHeading({ dimension }: { readonly dimension: ObservationView['dimensions'][number] }) {
	const { name, meaning, lookFor } = dimension;
	return (
		<>
			<h2 className="govuk-heading-m govuk-!-margin-bottom-1" id={dimension.dimension}>
				{name}
			</h2>
			<p className="govuk-body">{meaning}</p>
			{lookFor.length > 0 && (
				<Details summary="What to look for in this programme">
					<ul className="govuk-list govuk-list--bullet">
						{lookFor.map((text) => (
							<li key={text}>{text}</li>
						))}
					</ul>
				</Details>
			)}
		</>
	);
}
