import { listInWords } from '#app/domain/shared/in-words.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { SessionStrip } from '#app/ui/blocks/session-strip.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { SideBySide } from '#app/ui/fidelity/side-by-side.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { LogForm } from './log-form.tsx';
import type { LogView } from './log-view.ts';
import { SavedLog } from './saved-log.tsx';

type LogPageProps = { readonly view: LogView; readonly form: FormState; readonly said: string | null };

export function LogPage({ view, form, said }: LogPageProps) {
	const { logs, twoLogs, keptBack, mayWrite, whyClosed } = view;
	return (
		<>
			<BackLink href={paths.session(view.sessionId)}>{view.name}</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={view.caption} title="Delivery log">
				<SessionStrip sessions={view.strip} note={view.stripNote ?? undefined} />
			</PageHeader>
			{whyClosed && <InsetText>{whyClosed}</InsetText>}
			<div id="saved-logs">
				{logs.map((log) => (
					<SavedLog key={log.by} log={log} />
				))}
			</div>
			{twoLogs.length > 0 && <h2 className="govuk-heading-m">Side by side</h2>}
			{twoLogs.map((both) => (
				<SideBySide key={both.second} logs={both} href="#saved-logs" />
			))}
			{logs.length > 0 && view.adaptationsHref && (
				<p className="govuk-body">
					<a className="govuk-link" href={view.adaptationsHref}>
						Say what was changed
					</a>{' '}
					where an activity was delivered otherwise than planned.
				</p>
			)}
			{keptBack.length > 0 && (
				<InsetText>
					{listInWords(keptBack)} saved a log already. You see it once you have saved yours, so that both are written
					alone.
				</InsetText>
			)}
			{mayWrite && <LogForm view={view} form={form} />}
			{!mayWrite && !whyClosed && logs.length === 0 && (
				<EmptyState title="No log yet">The facilitators of this cohort write it after the session.</EmptyState>
			)}
		</>
	);
}
