import { z } from 'zod';
import type { SaidAdaptation } from '#app/domain/fidelity/adaptation-records.ts';
import type { AdaptationFault } from '#app/domain/fidelity/frame.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { oneOfCodes, requiredText } from '../form-fields.ts';

const LONGEST = 500;
/** What the form sends is checked by the rule, which knows the answers and the plan. */
const chosen = () => z.string('Answer this once').default('');
const optional = () => chosen().transform((answer) => answer || null);

/** The eight questions as they are sent; `adaptationForm` reads them. */
export const ADAPTATION_FIELDS = {
	...{ activityKey: optional(), when: chosen(), decidedBy: chosen(), what: chosen(), level: chosen() },
	...{ contentChange: optional(), contextChange: optional(), fidelity: chosen(), goal: chosen() },
	lasting: oneOfCodes(['no', 'yes'], 'Choose whether it is to last'),
	how: requiredText('Enter what was changed and how', LONGEST),
	reason: requiredText('Enter what asked for it', LONGEST),
};

type Sent = Omit<SaidAdaptation, 'isLasting'> & { readonly lasting: 'no' | 'yes' };

/** What the fields say, as the rule takes it. */
export function saidOf<Fields extends Sent>({ lasting, ...said }: Fields) {
	return { ...said, isLasting: lasting === 'yes' };
}

export const adaptationForm = z.object(ADAPTATION_FIELDS).transform((sent): SaidAdaptation => saidOf(sent));

/** The form as it is shown with what a record says: its answers, and nothing else that is kept of it. */
export function shownAdaptation(said: SaidAdaptation): FormState {
	const { when, decidedBy, what, level, fidelity, goal, how, reason } = said;
	const optionals = {
		activityKey: said.activityKey ?? '',
		contentChange: said.contentChange ?? '',
		contextChange: said.contextChange ?? '',
	};
	const answers = { when, decidedBy, what, level, fidelity, goal, how, reason };
	return { values: { ...answers, ...optionals, lasting: said.isLasting ? 'yes' : 'no' }, errors: {} };
}

export const CANCELLED = 'Nothing was saved: it is recorded that this session did not go ahead';

const CHOOSE: Readonly<Record<AdaptationFault['field'], string>> = {
	activityKey: 'Choose an activity of this session’s plan, or none in particular',
	when: 'Choose when in the life of the programme it was changed',
	planned: 'Choose whether it was planned',
	isLasting: 'Choose whether it is to last',
	decidedBy: 'Choose who decided it',
	what: 'Choose what is changed',
	contentChange: 'Choose how the content is changed',
	contextChange: 'Choose how the context is changed',
	level: 'Choose for whom it is delivered otherwise',
	fidelity: 'Choose whether it keeps to the model',
	goal: 'Choose what it is for',
	how: 'Enter what was changed and how',
	reason: 'Enter what asked for it',
};

const NOT_ASKED = {
	contentChange: 'Leave this empty: what is changed is not the content',
	contextChange: 'Leave this empty: what is changed is not the context',
} as const;

const CORE_REMOVED = 'Leaving out a core activity departs from the model until a lead says otherwise';

/** A sentence for each field at fault; the first fault of a field is the one that is said. */
export function sayFaults(faults: readonly AdaptationFault[]): FormState['errors'] {
	const errors: Record<string, string> = {};
	for (const { field, fault } of faults) {
		const notAsked = field === 'contentChange' || field === 'contextChange' ? NOT_ASKED[field] : CHOOSE[field];
		const said = { 'core-removed': CORE_REMOVED, 'not-asked': notAsked }[fault as string];
		errors[field === 'isLasting' ? 'lasting' : field] ??= said ?? CHOOSE[field];
	}
	return errors;
}
