import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { KindsTable } from '#app/ui/messages/kinds-table.tsx';
import { MessageTable } from '#app/ui/messages/message-table.tsx';
import type { CohortMessagesView } from './messages-view.ts';

type PageProps = { readonly view: CohortMessagesView; readonly said: string | null; readonly form: FormState };

/** Which messages of the cohort are on, how many stand where, and the latest of them. */
export function CohortMessagesPage({ view, said, form }: PageProps) {
	const { cohortId, name, kinds, counts, messages, approving } = view;
	return (
		<>
			<BackLink href={paths.cohort(cohortId)}>{name}</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={name} title="Messages" />
			<h2 className="govuk-heading-m">Planned and sent</h2>
			{messages.length === 0 ? (
				<EmptyState title="No messages yet">They are planned eight days before a session, on joining ten.</EmptyState>
			) : (
				<>
					<SummaryList rows={counts} />
					<p className="govuk-body quiet">The latest 25, those to come first.</p>
					<MessageTable lines={messages} caption="Messages of the cohort, the latest first" approving={approving} />
				</>
			)}
			<KindsTable kinds={kinds} caption="Which messages of this cohort are on" />
		</>
	);
}
