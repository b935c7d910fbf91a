import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { SideBySide } from '#app/ui/fidelity/side-by-side.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { Textarea } from '#app/ui/forms/textarea.tsx';
import type { AgreedView } from './agreed-view.ts';

type AgreedPageProps = { readonly view: AgreedView; readonly form: FormState };

export function AgreedNotePage({ view, form }: AgreedPageProps) {
	const { sessionId, caption, whyNot, pairs } = view;
	return (
		<>
			<BackLink href={paths.debrief(sessionId)}>Debrief</BackLink>
			<FormErrorSummary form={form} />
			<PageHeader caption={caption} title="What you agreed" />
			{whyNot && <InsetText>{whyNot}</InsetText>}
			{pairs.length > 0 && <h2 className="govuk-heading-m">What the logs say</h2>}
			{pairs.map((pair) => (
				<SideBySide key={pair.second} logs={pair} href={paths.deliveryLog(sessionId)} />
			))}
			{/* What was typed is shown even where it cannot be saved: it must not be lost. */}
			{(!whyNot || 'note' in form.values) && <NoteForm view={view} form={form} />}
		</>
	);
}

function NoteForm({ view: { stands }, form }: AgreedPageProps) {
	const isStale = form.errors.form !== undefined && stands !== null;
	return (
		<form method="post" noValidate>
			<HiddenField name="version" value={textOf(form, 'version') || (stands?.version ?? 0)} />
			{isStale && (
				<InsetText>
					<strong>{stands.saved}:</strong>
					<br />
					<span className="typed-text">{stands.note}</span>
				</InsetText>
			)}
			<Textarea
				name="note"
				label="What you agree on"
				hint="One note that you share: where your logs differ, how each of you came to it, and what you do next time. Neither log is changed by it. Do not name a participant or anybody of their family."
				rows={6}
				error={form.errors.note}
				defaultValue={'note' in form.values ? textOf(form, 'note') : (stands?.note ?? '')}
			/>
			<Button preventDoubleClick>{stands ? 'Save the change' : 'Save what you agreed'}</Button>
		</form>
	);
}
