import { z } from 'zod';
import { parseSendingRefusal } from '#app/domain/reminders/may-we-send.ts';
import { REFUSAL_SENTENCES } from '#app/domain/reminders/reason-sentences.ts';
import { CALL_OUTCOMES } from '#app/domain/reminders/texts/call.ts';
import { asId, type SafeContactId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant, instantOf } from '#app/domain/shared/instant.ts';
import { parseTypedTime } from '#app/domain/shared/typed-time.ts';
import { oneOfCodes, optionalText } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

const WHEN = 'Enter the time at which you rang, such as 10:15am, or leave it empty for now';

/** What came of a call: a time is of today; without one it was just now. */
export const callForm = (now: Instant) =>
	z.object({
		outcome: oneOfCodes(CALL_OUTCOMES, 'Choose what came of it'),
		contactId: z
			.string()
			.trim()
			.max(40)
			.default('')
			.transform((id) => (id === '' ? null : asId<SafeContactId>(id))),
		rungAt: z
			.string()
			.trim()
			.default('')
			.transform((text, check) => {
				const at = text === '' ? now : timeOfToday(text, now);
				if (at) return at;
				check.addIssue({ code: 'custom', message: WHEN });
				return z.NEVER;
			}),
		note: optionalText(200),
	});

function timeOfToday(text: string, now: Instant): Instant | null {
	const time = parseTypedTime(text);
	return time && instantOf(dayOf(now), time);
}

const meanwhile = (sentence: string) => () => ({ field: 'form', status: 409, sentence }) as const;

export const SENTENCES: RefusalSentences = {
	'not-open': meanwhile('This message does not wait for a call any more. Open the list again'),
	'contact-changed': meanwhile('How this person is reached has changed. Open the page again, and do not ring before'),
	'note-missing': () => ({ field: 'note', sentence: 'Enter why nobody rings' }),
	'rung-later': () => ({ field: 'rungAt', sentence: 'Enter a time that is not still to come' }),
	'no-voicemail': () => ({
		field: 'outcome',
		sentence:
			'A voicemail is not safe for this person. Choose what else came of it, and tell a programme lead if you left one',
	}),
	'may-not-ring': ({ reason }) => {
		const refusal = parseSendingRefusal(String(reason));
		const why = refusal ? REFUSAL_SENTENCES[refusal] : 'A message leaves by itself now.';
		return {
			field: 'outcome',
			status: 409,
			sentence: `This person was not to be rung then. ${why} If you rang, tell a programme lead`,
		};
	},
};
