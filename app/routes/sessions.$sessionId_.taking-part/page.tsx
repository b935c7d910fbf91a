import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { SaveBar } from '#app/ui/blocks/save-bar.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Details } from '#app/ui/components/details.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { NotificationBanner } from '#app/ui/components/notification-banner.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { formatCount } from '#app/ui/format.ts';
import { AnswerRow } from './answer-row.tsx';
import type { TakingPartView } from './taking-part-view.ts';

type TakingPartPageProps = {
	readonly view: TakingPartView;
	readonly form: FormState;
	readonly said: string | null;
	/** After a conflict: what was saved all the same. */
	readonly savedMeanwhile: string | null;
};

export function TakingPartPage({ view, form, said, savedMeanwhile }: TakingPartPageProps) {
	const { rows, whyClosed, mayWrite } = view;
	return (
		<>
			<BackLink href={paths.session(view.sessionId)}>{view.name}</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			{savedMeanwhile && (
				<NotificationBanner type="success" role="region" disableAutoFocus>
					{savedMeanwhile}
				</NotificationBanner>
			)}
			<PageHeader caption={view.caption} title="How people took part" />
			{whyClosed && <InsetText>{whyClosed}</InsetText>}
			{!whyClosed && <Who view={view} />}
			{!whyClosed && rows.length > 0 && (mayWrite ? <Answers view={view} form={form} /> : <Counts view={view} />)}
			<History view={view} />
		</>
	);
}

/** Only who attended is asked about; the register says who that is. */
function Who({ view: { rows, notRecorded, registerHref } }: Pick<TakingPartPageProps, 'view'>) {
	const link = registerHref && (
		<a className="govuk-link" href={registerHref}>
			Go to the register
		</a>
	);
	if (rows.length === 0) {
		return (
			<EmptyState title="Nobody is marked as having attended">
				{notRecorded > 0 && `${formatCount('person', notRecorded)} not yet recorded. `}
				{link}
			</EmptyState>
		);
	}
	return (
		<p className="govuk-body">
			Of everybody who attended. What you leave open counts as missing, never as low.{' '}
			{notRecorded > 0 && `${formatCount('person', notRecorded)} not yet recorded on the register. `}
			{notRecorded > 0 && link}
		</p>
	);
}

function Answers({ view, form }: Pick<TakingPartPageProps, 'view' | 'form'>) {
	const complete = view.rows.filter(({ isComplete }) => isComplete).length;
	return (
		<form method="post" action={paths.takingPart(view.sessionId)} noValidate>
			{/* The first submit button is what Enter presses: a disabled one makes Enter do nothing. */}
			<button type="submit" disabled hidden />
			{view.rows.map((row) => (
				<AnswerRow key={row.key} row={row} asks={view.asks} form={form} />
			))}
			{view.asksForCorrectionReason && (
				<TextField
					form={form}
					name="correctionReason"
					label="Reason for the correction"
					hint="Needed if you change what was recorded: the session was more than 7 days ago."
					maxLength={200}
				/>
			)}
			<SaveBar button="Save" status={`${complete} of ${view.rows.length} answered`} />
		</form>
	);
}

/** For who reads and does not write: how many, and of how many it is missing. */
function Counts({ view: { count, asks } }: Pick<TakingPartPageProps, 'view'>) {
	const { engagement, homework, attended } = count;
	const levels = engagement?.byLevel.map((many, at) => [`Engagement ${at + 1}: ${asks.engagement?.[at]}`, many]) ?? [];
	return (
		<Table
			firstCellIsHeader
			caption={`Of ${formatCount('person', attended)} who attended`}
			captionSize="m"
			head={['Answer', { content: 'People', numeric: true }]}
			rows={[
				...levels,
				...(engagement ? [['Engagement not recorded', engagement.missing]] : []),
				...(homework
					? [
							['Homework done', homework.byAnswer.done],
							['Homework partly done', homework.byAnswer.partly],
							['Homework not done', homework.byAnswer['not-done']],
							['No homework was set', homework.byAnswer['none-set']],
							['Homework not recorded', homework.missing],
						]
					: []),
			].map(([what, many]) => [String(what), { content: many, numeric: true }])}
		/>
	);
}

function History({ view: { history } }: Pick<TakingPartPageProps, 'view'>) {
	if (history.length === 0) return null;
	return (
		<Details summary="Earlier answers">
			<Table
				stacked
				firstCellIsHeader
				head={['Who', 'Answer', 'Saved', 'Reason for the correction']}
				rows={history.map(({ name, answer, saved, why }) => [name, answer, saved, why])}
			/>
		</Details>
	);
}
