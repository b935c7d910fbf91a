import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { SaveBar } from '#app/ui/blocks/save-bar.tsx';
import { SessionStrip } from '#app/ui/blocks/session-strip.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { NotificationBanner } from '#app/ui/components/notification-banner.tsx';
import registerScript from '#app/ui/enhance/register.js?url';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { Stamped, slot, stamp } from '#app/ui/stamp.tsx';
import type { RegisterView } from './register-view.ts';
import { rowMarkup } from './row.tsx';

type Shown = RegisterView & { readonly said: string | null; readonly takesBack: boolean };
type RegisterPageProps = {
	readonly view: Shown;
	readonly form: FormState;
	/** After a conflict: what was saved all the same. */
	readonly savedMeanwhile: string | null;
};

export function RegisterPage({ view, form, savedMeanwhile }: RegisterPageProps) {
	return (
		<>
			<BackLink href={paths.session(view.sessionId)}>Session {view.planNumber}</BackLink>
			<Said sentence={view.said} />
			<FormErrorSummary form={form} />
			{savedMeanwhile && (
				<NotificationBanner type="success" role="region" disableAutoFocus>
					{savedMeanwhile}
				</NotificationBanner>
			)}
			<PageHeader caption={view.caption} title="Register">
				<Stamped markup={stripMarkup(view)} />
			</PageHeader>
			{view.phase === 'cancelled' ? <NotHeld view={view} /> : <RegisterForm view={view} form={form} />}
		</>
	);
}

/** The strip of a cohort stays the same for a day or more: it is rendered once. */
function stripMarkup({ strip, stripNote }: Shown): string {
	const note = stripNote === null ? undefined : slot('note');
	const shape = `strip ${stripNote !== null} ${JSON.stringify(strip)}`;
	return stamp(shape, () => <SessionStrip sessions={strip} note={note} />, { note: stripNote ?? '' });
}

function RegisterForm({ view, form }: { readonly view: Shown; readonly form: FormState }) {
	const { rows, count, phase, sessionId } = view;
	const phaseOfRows = phase === 'started' ? 'started' : 'in-advance';
	if (rows.length === 0)
		return (
			<EmptyState title="Nobody is expected at this session">
				Add people to the cohort, or check their exits.
			</EmptyState>
		);
	return (
		<form method="post" action={paths.register(sessionId)} id="register" noValidate>
			{/* The first submit button is what Enter presses: a disabled one makes Enter do nothing. */}
			<button type="submit" disabled hidden />
			<Toolbar view={view} />
			<Stamped
				markup={rows.map((row) => rowMarkup(row, { form, phase: phaseOfRows, takesBack: view.takesBack })).join('')}
			/>
			{view.asksForCorrectionReason && (
				<TextField
					form={form}
					name="correctionReason"
					label="Reason for the correction"
					hint="Needed if you change what was recorded: the session was more than 7 days ago."
					maxLength={200}
				/>
			)}
			<SaveBar
				button={phase === 'started' ? 'Save register' : 'Save apologies'}
				status={phase === 'started' ? `${count.marked} of ${count.expected} marked` : undefined}
				statusId="register-status"
				hint={<KeysHint view={view} />}
			/>
			<p className="govuk-body print-only">Printed on {view.printedAt}.</p>
			<script type="module" src={registerScript} />
		</form>
	);
}

function Toolbar({ view }: { readonly view: Shown }) {
	const { phase, sessionId, count, takesBack } = view;
	if (phase === 'in-advance') {
		return (
			<InsetText>
				{view.startsInWords ? `This session starts on ${view.startsInWords}.` : 'This session has no date yet.'} Until
				then you can record apologies only.
			</InsetText>
		);
	}
	return (
		<div className="toolbar">
			{count.notRecorded > 0 && (
				<Button variant="secondary" name="intent" value="rest-attended">
					Set everyone left to attended
				</Button>
			)}
			<button type="button" className="link-button" data-print hidden>
				Print
			</button>
			{count.marked > 0 && !takesBack && (
				<a className="govuk-link" href="?take-back">
					Take back a mark
				</a>
			)}
			{count.marked === count.byMark['absent-notified'] && (
				<a className="govuk-link" href={paths.notHeld(sessionId)}>
					The session did not go ahead
				</a>
			)}
			{count.notRecorded === 0 && view.writesLog && (
				<a className="govuk-link" href={paths.deliveryLog(sessionId)}>
					Log what was delivered
				</a>
			)}
		</div>
	);
}

/** The switch for the letter keys, which only a script shows and obeys. */
function KeysHint({ view }: { readonly view: Shown }) {
	const { lastSaved, phase } = view;
	return (
		<>
			{lastSaved}
			<span data-keys hidden>
				{lastSaved && ' · '}
				<label>
					<input type="checkbox" defaultChecked /> Letter keys
				</label>
				{phase === 'started' ? ': P attended, L E A N S by initial, R the rest' : ': A apology'}
			</span>
		</>
	);
}

function NotHeld({ view }: { readonly view: Shown }) {
	return (
		<InsetText>
			<p>This session did not go ahead: {view.cancelledWhy}</p>
			<p>
				<a className="govuk-link" href={paths.session(view.sessionId)}>
					Go to the session
				</a>
			</p>
		</InsetText>
	);
}
