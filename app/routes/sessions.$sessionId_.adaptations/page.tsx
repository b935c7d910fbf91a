import { listInWords } from '#app/domain/shared/in-words.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { formatCount } from '#app/ui/format.ts';
import { AdaptationForm } from './adaptation-form.tsx';
import type { AdaptationsView } from './adaptations-view.ts';

type PageProps = { readonly view: AdaptationsView; readonly form: FormState; readonly said: string | null };
type Row = AdaptationsView['records'][number];

const STANDINGS: Readonly<Record<Row['standing'], string>> = {
	waiting: 'Planned, waits for a lead',
	approved: 'Planned, approved',
	declined: 'Planned, declined',
	unplanned: 'Unplanned',
};

export function AdaptationsPage({ view, form, said }: PageProps) {
	const { sessionId, name, caption, whyClosed, records, missing, decideHref, mayWrite } = view;
	const isShown = mayWrite || 'how' in form.values;
	return (
		<>
			<BackLink href={paths.session(sessionId)}>{name}</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={caption} title="Adaptations" />
			{whyClosed && <InsetText>{whyClosed}</InsetText>}
			{missing.length > 0 && (
				<InsetText>
					The delivery log says that {formatCount('activity', missing.length)} changed, and nobody has said what was
					changed: {listInWords(missing)}. Until then this is missing.
				</InsetText>
			)}
			{records.length === 0 ? <p className="govuk-body">Nothing is written yet.</p> : <Records records={records} />}
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
			rows={records.map(({ activity, what, how, answers, reason, standing, decided, written }) => [
				...[activity, `${what}. ${how}`, answers, reason],
				[STANDINGS[standing], decided].filter(Boolean).join(' by '),
				written,
			])}
		/>
	);
}
