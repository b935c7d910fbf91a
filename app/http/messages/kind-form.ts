import { z } from 'zod';
import { SETTABLE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import { oneOfCodes } from '../form-fields.ts';

/** Which kind of messages is turned, and which way. */
export const kindForm = z
	.object({
		kind: oneOfCodes(SETTABLE_KINDS, 'Open the page again and choose there'),
		turn: oneOfCodes(['on', 'off'], 'Open the page again and choose there'),
	})
	.transform(({ kind, turn }) => ({ kind, isOn: turn === 'on' }));

/** What the page says when it was done. */
export const KIND_SAID = {
	on: 'Turned on. What is still of use is planned again.',
	off: 'Turned off. What was planned is let go.',
};
