import { z } from 'zod';
import { SHORTEST_REASON } from '#app/domain/access/opening.ts';
import { SIDES } from '#app/domain/programmes/programme.ts';
import { type Instant, wallTimeOf } from '#app/domain/shared/instant.ts';
import { requiredText } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import { formatTime } from '#app/ui/format.ts';

const SIDE = 'Choose the side that the person is on';
const CODE = 'Enter the code of your authenticator app';
const REASON = `Enter your reason in at least ${SHORTEST_REASON} characters`;

export const openingForm = z.object({
	side: z
		.enum(SIDES, SIDE)
		.optional()
		.transform((side) => side ?? null),
	reference: requiredText('Enter the reference of the person', 60),
	reason: requiredText(REASON, 2000).min(SHORTEST_REASON, REASON),
	password: z.string().max(200, 'Enter your password').optional().default(''),
	code: z.string().max(20, CODE).optional().default(''),
});

export const SENTENCES: RefusalSentences = {
	'side-missing': () => ({ field: 'side', sentence: SIDE }),
	'reason-too-short': () => ({ field: 'reason', sentence: REASON }),
	'wrong-password': () => ({ field: 'password', sentence: 'The password is not right. Try again' }),
	'wrong-code': () => ({
		field: 'code',
		sentence: 'The code is not right. Try again with the one that the app shows now',
	}),
	'code-used': () => ({ field: 'code', sentence: 'That code was used already. Wait for the next one' }),
	'nothing-to-prove-by': () => ({
		field: 'form',
		sentence: 'Set up a second step on your account first: there is nothing to show once more that it is you',
	}),
	'too-many-attempts': ({ minutes }) => ({
		field: 'password',
		sentence: `Too many attempts. Wait ${minutes} minutes, then try again`,
	}),
	'too-many-references': ({ until }) => ({ field: 'reference', sentence: waitInWords(until as Instant) }),
	'unknown-reference': () => ({
		field: 'reference',
		sentence: 'There is no record with this reference that you can open. Check the reference',
	}),
	'already-shown': () => ({
		field: 'reference',
		sentence: 'You can see this record without opening it. Look under People',
	}),
	'another-open': ({ until }) => ({
		field: 'form',
		sentence: `You have another record open until ${timeOf(until as Instant)}. Close it first`,
	}),
};

export function waitInWords(until: Instant): string {
	return `Too many attempts. Try again after ${timeOf(until)}, or ask a programme lead`;
}

function timeOf(at: Instant): string {
	return formatTime(wallTimeOf(at).time);
}
