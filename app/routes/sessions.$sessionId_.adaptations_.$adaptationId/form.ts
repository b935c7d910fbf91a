import { z } from 'zod';
import { ADAPTATION_FIELDS, CANCELLED, saidOf } from '#app/http/fidelity/adaptation-form.ts';
import { optionalText } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

export const correctionForm = z
	.object({ ...ADAPTATION_FIELDS, correctionReason: optionalText() })
	.transform(({ correctionReason, ...sent }) => ({ ...saidOf(sent), why: correctionReason }));

export const withdrawalForm = z
	.object({ withdrawalReason: optionalText() })
	.transform(({ withdrawalReason }) => ({ why: withdrawalReason }));

/** The sentences of either form, with the field in which its reason is typed. */
export function sentencesFor(reasonField: 'correctionReason' | 'withdrawalReason'): RefusalSentences {
	const why = reasonField === 'correctionReason' ? 'Enter why you correct it' : 'Enter why you withdraw it';
	return {
		'reason-needed': () => ({ field: reasonField, sentence: why }),
		'nothing-changed': () => ({ field: 'form', sentence: 'Nothing was saved: it says the same as before' }),
		'session-cancelled': () => ({ field: 'form', status: 409, sentence: CANCELLED }),
		'changed-meanwhile': ({ standing }) => ({
			...{ field: 'form', status: 409 },
			sentence: `Nothing was saved: you have ${standing} this record meanwhile. What you typed is kept on this page`,
		}),
	};
}
