import { LONGEST_CONCERN } from '#app/domain/attendance/concern.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { keyed } from '#app/ui/keyed.ts';
import type { ConcernsPageView, ConcernView } from './concerns-view.ts';
import { fieldOf } from './form.ts';

type ConcernsPageProps = {
	readonly view: ConcernsPageView;
	readonly form: FormState;
	readonly said: string | null;
};

export function ConcernsPage({ view, form, said }: ConcernsPageProps) {
	const { own, others, registerHref } = view;
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<BackLink href={paths.session(view.sessionId)}>{view.name}</BackLink>
				<Said sentence={said} />
				<FormErrorSummary form={form} />
				<PageHeader caption={view.caption} title="Concerns">
					<p className="govuk-body">
						The leads know of each concern from the moment it was ticked. What is written here is read by them and by
						who delivered this session, and nobody else. It is about what worried you, not about how somebody took part.
					</p>
				</PageHeader>
				{own.length + others.length === 0 && (
					<EmptyState title="Nobody raised a concern">
						{registerHref ? (
							<>
								Tick “Something concerned me” beside a name in the{' '}
								<a className="govuk-link" href={registerHref}>
									register
								</a>
								.
							</>
						) : (
							'Whoever delivers the session ticks it in the register.'
						)}
					</EmptyState>
				)}
				{own.length > 0 && <OwnConcerns own={own} sessionId={view.sessionId} form={form} />}
				{others.length > 0 && <h2 className="govuk-heading-m">Raised by others</h2>}
				{others.map((concern) => (
					<section key={concern.id}>
						<h3 className="govuk-heading-s">{concern.person}</h3>
						<History concern={concern} />
					</section>
				))}
			</div>
		</div>
	);
}

type OwnConcernsProps = Pick<ConcernsPageView, 'own' | 'sessionId'> & { readonly form: FormState };

function OwnConcerns({ own, sessionId, form }: OwnConcernsProps) {
	return (
		<form method="post" action={paths.concerns(sessionId)} noValidate>
			<h2 className="govuk-heading-m">Raised by you</h2>
			{own.map((concern) => (
				<section key={concern.id}>
					<h3 className="govuk-heading-s">
						{concern.person} {!concern.isDescribed && <Tag colour="blue">Not described</Tag>}
					</h3>
					<History concern={concern} />
					<OwnConcern concern={concern} form={form} />
				</section>
			))}
			<Button preventDoubleClick>Save</Button>
		</form>
	);
}

function OwnConcern({ concern, form }: { readonly concern: ConcernView; readonly form: FormState }) {
	const { id, lines, isDescribed, tellReferrer, referrer } = concern;
	const [opened, tell] = [fieldOf('opened', id), fieldOf('tell', id)];
	const saved = tellReferrer === null ? '' : tellReferrer ? 'yes' : 'no';
	return (
		<>
			<HiddenField name={opened} value={textOf(form, opened) || lines} />
			<TextareaField
				form={form}
				name={fieldOf('words', id)}
				label={isDescribed ? 'Add to it' : 'What concerned you'}
				hint="What you saw and heard, in plain words. What is saved stays, with your name and the time."
				maxLength={LONGEST_CONCERN}
				rows={4}
			/>
			<RadiosField
				form={opened in form.values ? form : { ...form, values: { ...form.values, [tell]: saved } }}
				name={tell}
				legend="Tell the referrer as well?"
				legendSize="s"
				hint={`A lead gets a draft that asks the referrer to ring, in neutral words. It never says what the concern was.${referrer ? ` ${referrer}` : ''}`}
				inline
				items={[
					{ value: 'yes', label: 'Yes' },
					{ value: 'no', label: 'No' },
				]}
			/>
		</>
	);
}

function History({ concern: { raised, isSettled, history } }: { readonly concern: ConcernView }) {
	return (
		<>
			<p className="govuk-body quiet">
				{raised}. {isSettled ? 'A lead has dealt with it.' : 'It waits for a lead.'}
			</p>
			{history.length > 0 && (
				<ul className="govuk-list">
					{keyed(history).map(({ key, item: { when, words, referrer } }) => (
						<li key={key}>
							<span className="quiet">{when}: </span>
							{words && <span className="typed-text">{words}</span>}
							{words && referrer && ' '}
							{referrer}
						</li>
					))}
				</ul>
			)}
		</>
	);
}
