import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import type { AnswerView } from './answer-view.ts';

type AnswerPageProps = { readonly view: AnswerView; readonly said: string | null; readonly form: FormState };

export function AnswerPage({ view: { asked, obstacles, closed, sessionId }, said, form }: AnswerPageProps) {
	return (
		<>
			<BackLink href={paths.today()}>Today</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader title={asked ? 'Can you stand in?' : 'Standing in'} />
			{closed !== null && <InsetText>{closed}</InsetText>}
			{sessionId !== null && (
				<p className="govuk-body">
					<a className="govuk-link" href={paths.session(sessionId)}>
						Open the session
					</a>
				</p>
			)}
			{asked && <Asked asked={asked} obstacles={obstacles} />}
		</>
	);
}

type AskedProps = { readonly asked: NonNullable<AnswerView['asked']>; readonly obstacles: readonly string[] };

function Asked({ asked: { when, where, programme, absent, asker, timeVersion }, obstacles }: AskedProps) {
	return (
		<>
			<SummaryList
				rows={[
					{ key: 'When', value: when },
					{ key: 'Where', value: where },
					{ key: 'Programme', value: programme },
					{ key: 'In place of', value: absent },
					{ key: 'Asked by', value: asker },
				]}
			/>
			{obstacles.length > 0 && (
				<InsetText>
					You cannot accept as it stands: {obstacles.join('; ').toLowerCase()}. Speak to whoever asked you.
				</InsetText>
			)}
			<form method="post" className="govuk-button-group">
				<HiddenField name="timeVersion" value={String(timeVersion)} />
				{obstacles.length === 0 && (
					<Button name="answer" value="accept" preventDoubleClick>
						Yes, I will stand in
					</Button>
				)}
				<Button name="answer" value="decline" variant="secondary" preventDoubleClick>
					I cannot
				</Button>
			</form>
			<p className="govuk-body">Nobody is asked why they cannot, and the answer is not counted anywhere.</p>
		</>
	);
}
