import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import type { CoverView } from './cover-view.ts';

type CoverPageProps = { readonly view: CoverView; readonly said: string | null; readonly form: FormState };

export function CoverPage({ view, said, form }: CoverPageProps) {
	return (
		<>
			<BackLink href={paths.session(view.sessionId)} />
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={view.caption} title="Cover">
				<p className="govuk-body">
					Whoever accepts first stands in: the session is in their calendar and its register is theirs to take. Whoever
					cannot come is off the team of this session only.
				</p>
			</PageHeader>
			<Asked view={view} />
			{view.whyNot === null ? <AskForm view={view} form={form} /> : <InsetText>{view.whyNot}</InsetText>}
			<Others view={view} />
		</>
	);
}

function Asked({ view: { covers, sessionId } }: { readonly view: CoverView }) {
	if (covers.length === 0) return <p className="govuk-body">Nobody has been asked yet.</p>;
	return (
		<Table
			stacked
			firstCellIsHeader
			caption="Who has been asked"
			captionSize="m"
			head={[
				'Who',
				'In place of',
				'State',
				'Since',
				{ content: <span className="govuk-visually-hidden">Change</span> },
			]}
			rows={covers.map(({ id, covering, absent, state, stateInWords, when, mayTakeBack }) => [
				covering,
				absent,
				<State key="state" state={state} words={stateInWords} />,
				when,
				mayTakeBack ? (
					<form key="end" method="post" action={paths.coverEnd(sessionId)}>
						<HiddenField name="coverId" value={id} />
						<Button variant="secondary" className="govuk-!-margin-bottom-0" preventDoubleClick>
							Take back<span className="govuk-visually-hidden"> from {covering}</span>
						</Button>
					</form>
				) : (
					{ content: '', className: 'table__cell--empty' }
				),
			])}
		/>
	);
}

type StateProps = { readonly state: CoverView['covers'][number]['state']; readonly words: string };

function State({ state, words }: StateProps) {
	if (state === 'accepted') return <Tag colour="green">{words}</Tag>;
	return state === 'asked' ? <Tag colour="yellow">{words}</Tag> : words;
}

function AskForm({ view: { team, possible }, form }: Pick<CoverPageProps, 'view' | 'form'>) {
	if (team.length === 0) return <p className="govuk-body">Somebody stands in for everybody on the team already.</p>;
	if (possible.length === 0) {
		return (
			<InsetText>
				Nobody else can be asked. A facilitator has to be accredited for the programme on the day, and free. A lead or
				an administrator keeps accreditations.
			</InsetText>
		);
	}
	return (
		<form method="post" noValidate>
			<RadiosField
				form={form}
				name="absentId"
				legend="Who cannot come?"
				items={team.map(({ staffId, name }) => ({ value: staffId, label: name }))}
			/>
			<CheckboxesField
				form={form}
				name="coveringIds"
				legend="Whom do you ask?"
				hint="You can ask several people: the first to accept stands in"
				items={possible.map(({ id, name }) => ({ value: id, label: name }))}
			/>
			<Button preventDoubleClick>Ask for cover</Button>
		</form>
	);
}

function Others({ view: { others } }: { readonly view: CoverView }) {
	if (others.length === 0) return null;
	return (
		<Table
			stacked
			firstCellIsHeader
			caption="Who cannot be asked"
			captionSize="m"
			head={['Who', 'Why']}
			rows={others.map(({ name, why }) => [name, why])}
		/>
	);
}
