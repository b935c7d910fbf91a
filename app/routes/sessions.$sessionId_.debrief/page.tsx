import { listInWords } from '#app/domain/shared/in-words.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Details } from '#app/ui/components/details.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { AgreedActions } from '#app/ui/debrief/agreed-actions.tsx';
import { SideBySide } from '#app/ui/fidelity/side-by-side.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { Textarea } from '#app/ui/forms/textarea.tsx';
import { AgreedNote } from './agreed-note.tsx';
import type { DebriefView } from './debrief-view.ts';
import { Supervision } from './supervision.tsx';

type DebriefPageProps = { readonly view: DebriefView; readonly form: FormState; readonly said: string | null };
type Notes = NonNullable<DebriefView['notes']>;

export function DebriefPage({ view, form, said }: DebriefPageProps) {
	const { sessionId, name, caption, whyClosed, notes, mayWrite, logs, agreed, actions, addHref, supervision } = view;
	return (
		<>
			<BackLink href={paths.session(sessionId)}>{name}</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={caption} title="Debrief" />
			{whyClosed && <InsetText>{whyClosed}</InsetText>}
			{notes && mayWrite && <OwnNote notes={notes} form={form} />}
			{notes && <OtherNotes notes={notes} />}
			{logs && logs.count > 0 && <Logs logs={logs} />}
			{agreed && <AgreedNote agreed={agreed} />}
			<section className="today-section">
				<h2 className="govuk-heading-m">Actions</h2>
				<AgreedActions actions={actions} />
				{addHref && (
					<p className="govuk-body">
						<a className="govuk-link" href={addHref}>
							Add an action
						</a>
					</p>
				)}
			</section>
			{supervision && <Supervision supervision={supervision} />}
		</>
	);
}

function OwnNote({ notes: { own }, form }: { readonly notes: Notes; readonly form: FormState }) {
	const isStale = form.errors.form !== undefined && own !== null;
	return (
		<form method="post" noValidate>
			<HiddenField name="version" value={textOf(form, 'version') || (own?.version ?? 0)} />
			{isStale && (
				<InsetText>
					<strong>Saved {own.saved}:</strong>
					<br />
					<span className="typed-text">{own.note}</span>
				</InsetText>
			)}
			<Textarea
				name="note"
				label={<h2 className="govuk-heading-m govuk-!-margin-bottom-0">Your note</h2>}
				hint="What went well, what was hard, how you worked together. Do not name a participant or anybody of their family: whoever works with the cohort may read this."
				rows={6}
				error={form.errors.note}
				defaultValue={'note' in form.values ? textOf(form, 'note') : (own?.note ?? '')}
			/>
			<Button preventDoubleClick>{own ? 'Save the correction' : 'Save your note'}</Button>
		</form>
	);
}

function OtherNotes({ notes: { own, others, keptBack, earlier } }: { readonly notes: Notes }) {
	return (
		<section className="today-section">
			<h2 className="govuk-heading-m">Notes of the team</h2>
			{keptBack.length > 0 && (
				<p className="govuk-body">
					{listInWords(keptBack)} wrote a note. You can read it once your own note and your log are saved, so that each
					of you looks back for yourselves first.
				</p>
			)}
			{keptBack.length + others.length === 0 && (
				<p className="govuk-body">{own ? 'Nobody else has written a note yet.' : 'Nobody has written a note yet.'}</p>
			)}
			{others.map((note) => (
				<Note key={`${note.by} ${note.saved}`} note={note} />
			))}
			{earlier.length > 0 && (
				<Details summary="Earlier versions">
					{earlier.map((note) => (
						<Note key={`${note.by} ${note.saved}`} note={note} />
					))}
				</Details>
			)}
		</section>
	);
}

function Note({ note: { by, note, saved } }: { readonly note: Notes['others'][number] }) {
	return (
		<div className="saved-log">
			<p className="govuk-body measure">
				<strong>{by}</strong>: <span className="typed-text">{note}</span>
			</p>
			<p className="govuk-body quiet">Saved {saved}</p>
		</div>
	);
}

function Logs({ logs: { count, isBlind, href, pairs } }: { readonly logs: NonNullable<DebriefView['logs']> }) {
	return (
		<section className="today-section">
			<h2 className="govuk-heading-m">What the logs say</h2>
			{isBlind && (
				<p className="govuk-body">
					A colleague’s log is kept back until yours is saved.{' '}
					<a className="govuk-link" href={href}>
						Write your delivery log
					</a>
				</p>
			)}
			{!isBlind && count === 1 && (
				<p className="govuk-body">
					<a className="govuk-link" href={href}>
						One delivery log
					</a>{' '}
					is saved. When there are two, they stand here side by side.
				</p>
			)}
			{pairs.map((pair) => (
				<SideBySide key={pair.second} logs={pair} href={href} />
			))}
		</section>
	);
}
