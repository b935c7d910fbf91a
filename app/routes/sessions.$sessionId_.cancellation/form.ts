import { z } from 'zod';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import { formatDay } from '#app/ui/format.ts';

export const notHeldForm = z.object({
	reason: z
		.string('Enter why the session did not go ahead')
		.trim()
		.min(1, 'Enter why the session did not go ahead')
		.max(200, 'The reason must be 200 characters or fewer'),
	version: z.coerce.number('Open this page again and send it once more').int().positive(),
});

export const SENTENCES: RefusalSentences = {
	'cancelled-already': () => ({
		field: 'form',
		sentence: 'It is already recorded that this session did not go ahead',
		status: 409,
	}),
	'changed-meanwhile': () => ({
		field: 'form',
		sentence:
			'Somebody changed this session while your page was open. Check what it says now, then send your reason again',
		status: 409,
	}),
	'day-not-come': ({ day }) => ({
		field: 'form',
		sentence:
			typeof day === 'string'
				? `You can record this from ${formatDay(calendarDay(day))} on, the day of the session`
				: 'This session has no date yet, so it cannot have been missed',
	}),
	'has-marks': () => ({
		field: 'form',
		sentence:
			'The register says who was there or stayed away. Take those marks back first if the session did not go ahead',
		status: 409,
	}),
	'has-log': () => ({
		field: 'form',
		sentence: 'A delivery log says what was delivered in this session, so it went ahead',
		status: 409,
	}),
	'has-records': () => ({
		field: 'form',
		sentence:
			'Something is already recorded of how this session went, so it cannot be recorded as not held. Ask a programme lead if it is wrong',
		status: 409,
	}),
};
