import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import type { TaskView } from './task-view.ts';

type TaskPageProps = { readonly view: TaskView; readonly form: FormState };

export function TaskPage({ view, form }: TaskPageProps) {
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<BackLink href={paths.tasks()}>Tasks</BackLink>
				<FormErrorSummary form={form} />
				<PageHeader title={view.title} />
				<Facts view={view} />
				{view.referrer && <Referrer referrer={view.referrer} />}
				<WhatToDo view={view} form={form} />
				<History history={view.history} />
			</div>
		</div>
	);
}

function Facts({ view }: Pick<TaskPageProps, 'view'>) {
	const {
		person,
		sharers,
		cohort,
		session,
		chartHref,
		decideHref,
		words,
		concern,
		owner,
		due,
		isOverdue,
		state,
		cameOfIt,
		note,
	} = view;
	return (
		<SummaryList
			rows={[
				...(person ? [{ key: 'About', value: <Named name={person.name ?? ''} href={person.href} /> }] : []),
				...sharers.map((one) => ({ key: 'Also held for', value: <Named {...one} /> })),
				...(cohort ? [{ key: 'Cohort', value: <Named {...cohort} /> }] : []),
				...(session ? [{ key: 'Session', value: <Named name={session.text} href={session.href} /> }] : []),
				...(chartHref ? [{ key: 'Chart', value: <Named name="Delivery, session by session" href={chartHref} /> }] : []),
				...(decideHref ? [{ key: 'Proposal', value: <Named name="Approve or decline it" href={decideHref} /> }] : []),
				...(words ? [{ key: 'What to do', value: <span className="typed-text">{words}</span> }] : []),
				...(concern
					? [
							{
								key: 'What concerned them',
								value: [`${concern.by} `, <Named key="words" name={concern.text} href={concern.href} />],
							},
						]
					: []),
				{ key: 'Whose', value: owner },
				{
					key: 'By',
					value: isOverdue
						? [
								`${due} `,
								<Tag key="overdue" colour="red">
									Overdue
								</Tag>,
							]
						: due,
				},
				...(state === 'closed' ? [{ key: 'State', value: 'Closed: not needed any more' }] : []),
				...(cameOfIt ? [{ key: 'What came of it', value: cameOfIt }] : []),
				...(note ? [{ key: 'Note', value: <span className="typed-text">{note}</span> }] : []),
			]}
		/>
	);
}

function Referrer({ referrer: { who, draft, href } }: { readonly referrer: NonNullable<TaskView['referrer']> }) {
	return (
		<>
			<h2 className="govuk-heading-m">Whom to tell</h2>
			<p className="govuk-body">
				{who}{' '}
				{href && (
					<a className="govuk-link" href={href}>
						Set the referrer
					</a>
				)}
			</p>
			<InsetText>
				<strong>A draft: {draft.subject}</strong>
				<br />
				<span className="typed-text">{draft.body}</span>
			</InsetText>
			<p className="govuk-body">Copy it and change it as you need. Nothing is sent by itself.</p>
		</>
	);
}

function Named({ name, href }: { readonly name: string; readonly href: string | null }) {
	if (href === null) return name;
	return (
		<a className="govuk-link" href={href}>
			{name}
		</a>
	);
}

function WhatToDo({ view: { state, version, outcomes, ownerHref }, form }: TaskPageProps) {
	if (state !== 'open' && textOf(form, 'version') === '') return null;
	return (
		<form method="post" noValidate>
			<HiddenField name="version" value={textOf(form, 'version') || version} />
			<RadiosField form={form} name="outcome" legend="What came of it" legendSize="m" items={outcomes} />
			<TextareaField form={form} name="note" label="Note" hint="Facts only. It stays with this task." rows={3} />
			{state === 'open' && (
				<>
					<Button preventDoubleClick>Save as done</Button>
					<p className="govuk-body">
						<a className="govuk-link" href={ownerHref}>
							Give it to somebody
						</a>
					</p>
				</>
			)}
		</form>
	);
}

function History({ history }: Pick<TaskView, 'history'>) {
	return (
		<Table
			stacked
			firstCellIsHeader
			caption="History"
			captionSize="m"
			head={['What', 'When', 'Who', 'Words']}
			rows={history.map(({ what, at, by, words }) => [what, at, by, words ?? ''])}
		/>
	);
}
