import { z } from 'zod';
import { asId, type EnrolmentId } from '#app/domain/shared/ids.ts';
import { optionalText, ticked } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

export const cancellationForm = z
	.object({ enrolmentId: ticked(), reason: optionalText(200) })
	.transform(({ enrolmentId, reason }) => ({ enrolmentIds: enrolmentId.map((id) => asId<EnrolmentId>(id)), reason }));

export const SENTENCES: RefusalSentences = {
	'nobody-chosen': () => ({ field: 'enrolmentId', sentence: 'Choose who no longer comes' }),
	'reason-missing': () => ({ field: 'reason', sentence: 'Enter why, because nobody is left and it is cancelled' }),
	'cancelled-already': () => ({ field: 'form', sentence: 'This catch-up is cancelled already', status: 409 }),
	'held-already': () => ({
		field: 'form',
		sentence: 'The register says that this catch-up was held. Correct the register if it was not',
		status: 409,
	}),
	'has-log': () => ({
		field: 'form',
		sentence: 'A delivery log says what was delivered in this catch-up, so it was held',
		status: 409,
	}),
};
