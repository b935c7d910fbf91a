import { z } from 'zod';
import { TESTED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { oneOfCodes } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

const OPEN_AGAIN = 'Open the page again and decide there';

/** A form sends every line break as two characters. */
const read = z
	.string()
	.max(2000, OPEN_AGAIN)
	.default('')
	.transform((text) => text.replaceAll('\r\n', '\n'));

/** What is done about the words, and the words that the page showed. */
export const wordingForm = z
	.object({
		turn: oneOfCodes(['approve', 'withdraw', 'test-shipped', 'test-in-use'], OPEN_AGAIN),
		subject: read,
		body: read,
	})
	.transform(({ turn, ...words }) => ({ turn, read: words }));

export const SAID = {
	approved: 'Approved. Messages of this kind leave in these words from now on.',
	withdrawn: 'Withdrawn. What waited for these words is kept back.',
	tested: 'A test is on its way to your own address.',
};

export const SENTENCES: RefusalSentences = {
	'changed-meanwhile': () => ({
		...{ field: 'form', status: 409 },
		sentence:
			'The words have changed since you opened the page. Read them again before you decide: you answer for them',
	}),
	'names-a-place': ({ named }) => ({
		field: 'form',
		sentence: `These words hold “${String(named)}”, which is what one of your areas, venues, rooms or cohorts is called, and a message never says where. Have the name taken out of the words`,
	}),
	...TESTED_TOO_OFTEN,
	'not-sent': ({ reason }) => ({
		field: 'form',
		sentence: `The test was not sent. The mail server said: “${String(reason)}”. Messages would fail in the same way: tell whoever looks after it`,
	}),
};
