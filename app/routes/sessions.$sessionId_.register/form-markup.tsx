import { paths } from '#app/paths.ts';
import { SaveBar } from '#app/ui/blocks/save-bar.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { slot, stamp } from '#app/ui/stamp.tsx';
import type { RegisterView } from './register-view.ts';

export type Shown = RegisterView & { readonly said: string | null; readonly takesBack: boolean };

type Offers = {
	readonly phase: Shown['phase'];
	readonly hasDate: boolean;
	readonly restAttended: boolean;
	readonly takeBack: boolean;
	readonly notHeld: boolean;
	readonly log: boolean;
	readonly takingPart: boolean;
};

/** What stands above the rows: what can be done with all of them, and where else to go. */
export function toolbarMarkup({
	phase,
	sessionId,
	count,
	takesBack,
	startsInWords,
	writesLog,
	takingPartHref,
}: Shown): string {
	const offers: Offers = {
		phase,
		hasDate: startsInWords !== null,
		restAttended: count.notRecorded > 0,
		takeBack: count.marked > 0 && !takesBack,
		notHeld: count.marked === count.byMark['absent-notified'],
		log: count.notRecorded === 0 && writesLog,
		takingPart: count.attended > 0 && takingPartHref !== null,
	};
	return stamp(`register toolbar ${Object.values(offers).join(' ')}`, () => <Toolbar {...offers} />, {
		startsInWords: startsInWords ?? '',
		notHeld: paths.notHeld(sessionId),
		log: paths.deliveryLog(sessionId),
		takingPart: takingPartHref ?? '',
	});
}

function Toolbar({ phase, hasDate, restAttended, takeBack, notHeld, log, takingPart }: Offers) {
	return (
		<>
			{/* The first submit button is what Enter presses: a disabled one makes Enter do nothing. */}
			<button type="submit" disabled hidden />
			{phase === 'in-advance' ? (
				<InsetText>
					{hasDate ? `This session starts on ${slot('startsInWords')}.` : 'This session has no date yet.'} Until then
					you can record apologies only.
				</InsetText>
			) : (
				<div className="toolbar">
					{restAttended && (
						<Button variant="secondary" name="intent" value="rest-attended">
							Set everyone left to attended
						</Button>
					)}
					<button type="button" className="link-button" data-print hidden>
						Print
					</button>
					{takeBack && <Link href="?take-back">Take back a mark</Link>}
					{notHeld && <Link href={slot('notHeld')}>The session did not go ahead</Link>}
					{takingPart && <Link href={slot('takingPart')}>Say how people took part</Link>}
					{log && <Link href={slot('log')}>Log what was delivered</Link>}
				</div>
			)}
		</>
	);
}

function Link({ href, children }: { readonly href: string; readonly children: string }) {
	return (
		<a className="govuk-link" href={href}>
			{children}
		</a>
	);
}

/** Asks for the reason where the register may be corrected only with one. */
export function correctionMarkup({ asksForCorrectionReason }: Shown, typed: FormState): string {
	if (!asksForCorrectionReason) return '';
	const name = 'correctionReason';
	const error = typed.errors[name];
	const form: FormState = { values: { [name]: slot('value') }, errors: error ? { [name]: slot('error') } : {} };
	return stamp(
		`register correction ${error !== undefined}`,
		() => (
			<TextField
				form={form}
				name={name}
				label="Reason for the correction"
				hint="Needed if you change what was recorded: the session was more than 7 days ago."
				maxLength={200}
			/>
		),
		{ value: textOf(typed, name), error: error ?? '' },
	);
}

/** The bar that saves, and what only paper shows. */
export function saveBarMarkup({ phase, count, lastSaved, printedAt }: Shown): string {
	const hasStarted = phase === 'started';
	return stamp(
		`register save bar ${hasStarted} ${lastSaved !== null}`,
		() => <FormEnd hasStarted={hasStarted} wasSaved={lastSaved !== null} />,
		{ marked: count.marked, expected: count.expected, lastSaved: lastSaved ?? '', printedAt },
	);
}

function FormEnd({ hasStarted, wasSaved }: { readonly hasStarted: boolean; readonly wasSaved: boolean }) {
	return (
		<>
			<SaveBar
				button={hasStarted ? 'Save register' : 'Save apologies'}
				status={hasStarted ? `${slot('marked')} of ${slot('expected')} marked` : undefined}
				statusId="register-status"
				hint={
					<>
						{wasSaved && slot('lastSaved')}
						<KeysHint hasStarted={hasStarted} wasSaved={wasSaved} />
					</>
				}
			/>
			<p className="govuk-body print-only">Printed on {slot('printedAt')}.</p>
		</>
	);
}

/** The switch for the letter keys, which only a script shows and obeys. */
function KeysHint({ hasStarted, wasSaved }: { readonly hasStarted: boolean; readonly wasSaved: boolean }) {
	return (
		<span data-keys hidden>
			{wasSaved && ' · '}
			<label>
				<input type="checkbox" defaultChecked /> Letter keys
			</label>
			{hasStarted ? ': P attended, L E A N S by initial, R the rest' : ': A apology'}
		</span>
	);
}
