import { z } from 'zod';
import { oneOfCodes } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

const MOST = 200;

/** Stopping needs a reason, letting messages leave again none. */
export const stopForm = z
	.object({
		turn: oneOfCodes(['stop', 'resume'], 'Open the page again and choose there'),
		reason: z.string().trim().max(MOST, `Say it in ${MOST} characters or fewer`).default(''),
	})
	.refine(({ turn, reason }) => turn === 'resume' || reason !== '', {
		path: ['reason'],
		message: 'Enter why nothing is to be sent',
	});

export const SAID = {
	stopped: 'Nothing is sent to this person by itself any more. What waited was let go.',
	resumed: 'Messages to this person may leave again. What is still of use is planned.',
};

const meanwhile = (sentence: string) => () => ({ field: 'form', status: 409, sentence }) as const;

export const SENTENCES: RefusalSentences = {
	'stopped-already': meanwhile('Somebody stopped all messages to this person meanwhile. Open the page again'),
	'not-stopped': meanwhile('Somebody let messages to this person leave again meanwhile. Open the page again'),
};
