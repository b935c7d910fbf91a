import { InsetText } from '#app/ui/components/inset-text.tsx';
import { formatCount } from '#app/ui/format.ts';
import { slot } from '#app/ui/stamp.tsx';
import type { ConcernsView } from './beside-view.ts';
import { concernField } from './form.ts';

/** `raised` is saved, and cannot be taken back: what becomes of it is for a lead to decide. */
export type ConcernState = 'none' | 'offered' | 'ticked' | 'raised';

/** The one box of a row that is about a concern; it has nothing to do with the mark (§5.7), and is never printed. */
export function ConcernTick({ state }: { readonly state: ConcernState }) {
	if (state === 'none') return null;
	return (
		<label className="register-row__concern">
			<input
				type="checkbox"
				name={concernField(slot('key'))}
				value="yes"
				defaultChecked={state !== 'offered'}
				disabled={state === 'raised'}
			/>{' '}
			Something concerned me
		</label>
	);
}

/** Leads whoever ticked somebody to where it is said in words; the leads know already that there is something. */
export function ConcernsToDescribe({ concerns: { toDescribe, href } }: { readonly concerns: ConcernsView }) {
	if (toDescribe === 0) return null;
	return (
		<InsetText className="no-print">
			You said that something concerned you about {formatCount('person', toDescribe)}. A lead has been told that there
			is something.{' '}
			<a className="govuk-link" href={href}>
				Say what it was
			</a>
		</InsetText>
	);
}
