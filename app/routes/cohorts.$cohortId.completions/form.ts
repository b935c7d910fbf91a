import { z } from 'zod';
import { asId, type EnrolmentId } from '#app/domain/shared/ids.ts';
import { ticked } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

export const completionsForm = z
	.object({ enrolmentId: ticked() })
	.transform(({ enrolmentId }) => enrolmentId.map((id) => asId<EnrolmentId>(id)));

export const SENTENCES: RefusalSentences = {
	'nobody-chosen': () => ({ field: 'enrolmentId', sentence: 'Choose who completed' }),
	'no-longer-open': () => ({
		field: 'enrolmentId',
		sentence: 'Somebody’s place ended while you had this open. Look at the list again',
		status: 409,
	}),
	'rule-not-met': ({ name }) => ({
		field: 'enrolmentId',
		sentence: `${name} has not received what the programme asks for. Take them out of your choice`,
		status: 409,
	}),
};
