import { listInWords } from '#app/domain/shared/in-words.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Details } from '#app/ui/components/details.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { AdaptationFields } from '#app/ui/fidelity/adaptation-fields.tsx';
import { STANDING_WORDS } from '#app/ui/fidelity/frame-words.ts';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { formatCount } from '#app/ui/format.ts';
import type { AdaptationsView } from './adaptations-view.ts';

type PageProps = { readonly view: AdaptationsView; readonly form: FormState; readonly said: string | null };
type Row = AdaptationsView['records'][number];
type Earlier = AdaptationsView['earlier'][number];

export function AdaptationsPage({ view, form, said }: PageProps) {
	const { sessionId, name, caption, whyClosed, ownLogHref, records, earlier, missing, decideHref, mayWrite } = view;
	const isShown = mayWrite || 'how' in form.values;
	return (
		<>
			<BackLink href={paths.session(sessionId)}>{name}</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={caption} title="Adaptations" />
			{whyClosed && <InsetText>{whyClosed}</InsetText>}
			{ownLogHref && (
				<InsetText>
					What a colleague wrote since the session started is kept back until you have saved{' '}
					<a className="govuk-link" href={ownLogHref}>
						your own log
					</a>
					, so that each of you says what happened without the other.
				</InsetText>
			)}
			{missing.length > 0 && (
				<InsetText>
					The delivery log says that {formatCount('activity', missing.length)} changed, and nobody has said what was
					changed: {listInWords(missing)}. Until then this is missing.
				</InsetText>
			)}
			{records.length === 0 ? <p className="govuk-body">Nothing is written yet.</p> : <Records records={records} />}
			{earlier.length > 0 && <EarlierAccounts earlier={earlier} />}
			{decideHref && (
				<p className="govuk-body">
					<a className="govuk-link" href={decideHref}>
						Approve or decline what is proposed
					</a>
				</p>
			)}
			{isShown && <AdaptationForm view={view} form={form} />}
		</>
	);
}

function Records({ records }: { readonly records: readonly Row[] }) {
	return (
		<Table
			stacked
			firstCellIsHeader
			caption="What was changed in this session"
			captionSize="s"
			head={['Activity', 'What', 'Answers', 'Reason', 'Standing', 'Written']}
			rows={records.map((row) => [
				...[row.activity, `${row.what}. ${row.how}`, row.answers, row.reason, standingInWords(row)],
				<Written key="written" row={row} />,
			])}
		/>
	);
}

function standingInWords({ standing, decided, withdrawn }: Row): string {
	if (withdrawn) return `${STANDING_WORDS.withdrawn}, ${withdrawn}`;
	return [STANDING_WORDS[standing], decided].filter(Boolean).join(' by ');
}

function Written({ row: { written, corrected, change, what } }: { readonly row: Row }) {
	return (
		<>
			{written}
			{corrected && ` (corrected: ${corrected})`}
			{change && (
				<>
					{' '}
					<a className="govuk-link no-print" href={change}>
						Correct or withdraw<span className="govuk-visually-hidden"> {what}</span>
					</a>
				</>
			)}
		</>
	);
}

/** What was written first stays as it was, with whatever a lead had decided of it. */
function EarlierAccounts({ earlier }: { readonly earlier: readonly Earlier[] }) {
	return (
		<Details summary={`What ${formatCount('record', earlier.length)} said before a correction`}>
			<Table
				stacked
				firstCellIsHeader
				caption="Earlier accounts"
				captionClassName="govuk-visually-hidden"
				head={['Activity', 'What', 'Answers', 'Reason', 'Decided', 'Written', 'Corrected']}
				rows={earlier.map(({ activity, what, how, answers, reason, decided, decision, written, why }) => [
					...[activity, `${what}. ${how}`, answers, reason],
					decided && decision ? `${STANDING_WORDS[decision]} by ${decided}` : 'Nobody decided on it',
					...[written, why],
				])}
			/>
		</Details>
	);
}

function AdaptationForm({ view: { activities, isPlanning }, form }: Pick<PageProps, 'view' | 'form'>) {
	return (
		<form method="post" noValidate id="new">
			<h2 className="govuk-heading-m">{isPlanning ? 'Propose an adaptation' : 'Say what was changed'}</h2>
			<p className="govuk-body">
				{isPlanning
					? 'A lead approves or declines it. It counts as planned once it is approved before the session.'
					: 'The session has started: it counts as unplanned.'}
			</p>
			<AdaptationFields activities={activities} form={form} />
			<Button preventDoubleClick>{isPlanning ? 'Propose it' : 'Save what was changed'}</Button>
		</form>
	);
}
