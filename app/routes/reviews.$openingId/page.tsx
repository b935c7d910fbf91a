import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import type { ReviewView } from './review-view.ts';

type ReviewPageProps = { readonly view: ReviewView; readonly form: FormState };

export function ReviewPage({ view, form }: ReviewPageProps) {
	const { openedBy, person, opened, until, reason, viewsHref, closed } = view;
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<BackLink href={paths.reviews()}>Reviews</BackLink>
				<FormErrorSummary form={form} />
				<PageHeader title="A record opened in an emergency" />
				<SummaryList
					rows={[
						{ key: 'Opened by', value: openedBy },
						{ key: 'Record', value: person },
						{ key: 'Opened', value: opened },
						{ key: 'Until', value: until },
						{
							key: 'What was looked at',
							value: (
								<a className="govuk-link" href={viewsHref}>
									Who looked at this record
								</a>
							),
						},
						{ key: 'Reason', value: <span className="typed-text">{reason}</span> },
						...(closed
							? [
									{ key: 'Reviewed by', value: closed.by },
									{ key: 'Reviewed', value: closed.at },
									{ key: 'What came of it', value: <span className="typed-text">{closed.note}</span> },
								]
							: []),
					]}
				/>
				<WhatToDo view={view} form={form} />
			</div>
		</div>
	);
}

function WhatToDo({ view: { isOwn, closed, goesOn, version }, form }: ReviewPageProps) {
	if (closed && textOf(form, 'note') === '') return null;
	if (isOwn) return <InsetText>You opened this record yourself. Another lead has to review it.</InsetText>;
	return (
		<form method="post" noValidate>
			<HiddenField name="version" value={version} />
			<TextareaField
				form={form}
				name="note"
				label="What came of the review"
				labelSize="m"
				hint="Was the record needed, and is there anything to do: with the person, with the colleague, with who may see what?"
				rows={4}
			/>
			{goesOn && <InsetText>The record is still open. Closing the review closes it too.</InsetText>}
			{!closed && <Button preventDoubleClick>Close the review</Button>}
		</form>
	);
}
